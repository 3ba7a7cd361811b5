using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>POST /api/plans/{planId}/reports/{period}/entries and PUT …/notes: figures and notes from a coordinator's program, or from an
/// officer on behalf of the administration and marked so.</summary>
public sealed class ReportEntryEndpoints(ReportOfficerService service, PlanVersions versions, ReportAuthorization access)
{
    private const string Report = "api/plans/{planId}/reports/{period}/";

    /// <param name="Submit">True: hands the report in.</param>
    /// <param name="NilReason">There is nothing to report, and why; hands it in as nil.</param>
    public sealed record NewEntries(IReadOnlyList<EnteredFigure>? Figures = null, bool Submit = false, string? NilReason = null);

    [Function(nameof(ApiEnterFigures))]
    public async Task<IResult> ApiEnterFigures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Report + "entries")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, true, cancellation);
        if (!pass.Granted || await ReportAuthorization.ReadAsync<NewEntries>(request, cancellation) is not { } entered)
        {
            return pass.Refusal ?? ReportAuthorization.NotTheBody;
        }

        ActionPlan plan = await versions.ReadAsync(pass.Report.Plan, pass.File.PlanVersion, cancellation);
        (IReadOnlyList<ReplyFigure> figures, Text? problem) = EnteredFigure.Read(
            entered.Figures,
            ReportItems.Asked(plan, pass.File),
            ReportItems.DaysOf(plan, pass.File.Period)
        );
        problem ??= string.IsNullOrWhiteSpace(entered.NilReason) ? null : EnteredFigure.NilProblem(entered.NilReason, figures);
        if (problem is not null)
        {
            return PlanAnswers.Problem(StatusCodes.Status422UnprocessableEntity, "figure-not-taken", problem.In(pass.Person.Language));
        }

        Command? command =
            !string.IsNullOrWhiteSpace(entered.NilReason) ? new Command.Nil(entered.NilReason)
            : entered.Submit ? new Command.Submit()
            : null;
        return await DecisionAnswer.OfAsync(
            await service.EnterAsync(
                pass.Report,
                new ParsedReply(command, figures, []),
                pass.Person.Id,
                pass.Source,
                cancellation,
                pass.AsRead
            ),
            pass.Person.Language,
            workflows,
            cancellation
        );
    }

    [Function(nameof(ApiReportNotes))]
    public async Task<IResult> ApiReportNotes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Report + "notes")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportPass pass = await access.OpenAsync(request, planId, period, Right.ManageProgramme, true, cancellation);
        (AsRead asRead, IResult? needed) = IfMatch.Of(request, needed: true);
        if (!pass.Granted || needed is not null)
        {
            return pass.Refusal ?? needed!;
        }

        return await ReportAuthorization.ReadAsync<ReportNotes>(request, cancellation) is { } notes
            ? await DecisionAnswer.OfAsync(
                await service.NoteAsync(pass.Report, _ => notes, pass.Person.Id, pass.Source, cancellation, asRead),
                pass.Person.Language,
                workflows,
                cancellation
            )
            : ReportAuthorization.NotTheBody;
    }
}
