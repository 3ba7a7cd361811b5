using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Performance;

/// <summary>GET /pmm: what administrations assess themselves by, and what each has said. POST: begins an assessment.</summary>
public sealed class PmmPageEndpoint(PageFrame frame, AssessmentService assessments, ProgrammeDirectory directory)
{
    [Function(nameof(PmmPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "pmm")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is not { } person)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (HttpMethods.IsPost(request.Method))
        {
            return await BeginAsync(request, page, workflows, cancellation);
        }

        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        ILookup<AdministrationId, AssessmentRecord> all = await assessments.ListAllAsync(cancellation);
        var shown = new List<(Administration Administration, IReadOnlyList<AssessmentRecord> Records)>();
        foreach (
            Administration administration in (await directory.ReadAsync(cancellation))
                .Administrations.Values.Where(one => PlanReadPolicy.MayRead(person, one.Id, today))
                .OrderBy(one => page.Say(one.Names), page.Language.Order)
        )
        {
            shown.Add((administration, [.. all[administration.Id]]));
        }

        return PageFrame.Show<PmmPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(PmmPage.Reference)] = (await assessments.ReferenceAsync(cancellation)).Reference,
                [nameof(PmmPage.Assessments)] = shown,
                [nameof(PmmPage.Token)] = PageFrame.May(Right.ManageProgramme, page) ? frame.TokenFor(page, page.Path) : null,
                [nameof(PmmPage.Done)] = request.Query.ContainsKey("done"),
            }
        );
    }

    private async Task<IResult> BeginAsync(
        HttpRequest request,
        PageContext page,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        if (await frame.ReadFormAsync(request, page, cancellation) is not { } form)
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        (CommandResult result, AssessmentRef? begin) = await assessments.BeginAsync(
            new AdministrationId(form["administration"].ToString()),
            page.Now.Year,
            page.Person!.Id,
            cancellation
        );
        if (begin is not null)
        {
            await workflows.BeginAsync(begin, cancellation);
        }

        return result is CommandResult.Refused refused
            ? PageFrame.Refuse(page with { Query = "" }, Api.DecisionAnswer.StatusOf(refused), page.Say(RefusalRules.WordsOf(refused)))
            : new SeeOther(page.Link("/pmm?done=1"));
    }
}
