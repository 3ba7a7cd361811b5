using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>POST /plans/{planId}/reports/{period}/entries: figures as lines of a reply, by an officer on behalf of the administration,
/// marked so; or by its coordinator.</summary>
public sealed class ReportEntryFormEndpoint(ReportFormAuthorization authorization, ReportOfficerService service)
{
    public static string PathOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "entries");

    [Function(nameof(ReportEntryFormEndpoint))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/entries")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        authorization.ActAsync(
            request,
            planId,
            period,
            ReportFormAuthors.OfficersAndCoordinators,
            async post =>
            {
                ParsedReply reading = TypedLines.Read(
                    post.Text("lines"),
                    ReportItems.Asked(post.Report.Version, post.Report.File.Value),
                    post.Page.Language,
                    ReportItems.DaysOf(post.Report.Version, post.Report.File.Value.Period)
                );
                if (reading.NotUnderstood.Count > 0)
                {
                    return await TypedLines.RefuseAsync(post, reading);
                }

                Command? command =
                    post.Text("submit") == "1" ? new Command.Submit()
                    : reading.Command is Command.Question ? null
                    : reading.Command;
                return await post.AnswerAsync(
                    await service.EnterAsync(post.Id, reading with { Command = command }, post.Person.Id, post.Source, cancellation),
                    workflows,
                    cancellation
                );
            },
            cancellation
        );
}

/// <summary>Lines such as <c>B3: 45 %</c>, read as those of a reply are; on a page nothing is too sensitive to be typed.</summary>
internal static class TypedLines
{
    public static ParsedReply Read(string lines, IReadOnlyList<FormItem> items, Language language, DayRange? days = null) =>
        ReplyReader.Read(
            new ReplyText(lines.ReplaceLineEndings("\n"), [], []),
            [.. items.Select(item => item with { Sensitive = false })],
            language,
            days
        );

    /// <summary>Nothing was taken; each line with what to write instead.</summary>
    public static Task<IResult> RefuseAsync(ReportPost post, ParsedReply reading)
    {
        var why = Text.By(
            Language.All.ToDictionary(
                one => one.Tag,
                one => string.Join(" · ", reading.NotUnderstood.Select(line => $"“{line.Line}”: {line.HowToSay.In(one)}")),
                StringComparer.OrdinalIgnoreCase
            ),
            Language.En
        );
        return DecisionForms.AgainAsync(
            post.Request,
            new RefusedForm(post.Request.Path, post.Back, post.Form, "lines", why, StatusCodes.Status422UnprocessableEntity),
            post.Show
        );
    }
}
