using ACip.Functions.Authorization;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.ManyAtOnce;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.ManyAtOnce;

/// <summary>GET /many-at-once: open tasks of administrations, to select. POST: what would happen to each, and then that it
/// happens.</summary>
public sealed class ManyPageEndpoint(PageFrame frame, ProgrammeQuery programme, ProgrammeDirectory directory, ManyAtOnceService service)
{
    internal const string Path = "/many-at-once";

    private const string Look = "look",
        Do = "do";

    [Function(nameof(ManyPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "many-at-once")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return await ShowAsync(request, cancellation);
        }

        if (await frame.ReadFormAsync(request, page, cancellation) is not { } form)
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        if (FormChoice.Read<ManyAct>(form["what"].ToString()) is not { } act || form["act"].ToString() is not (Look or Do))
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        var order = new ManyOrder(
            act,
            [.. form["task"].OfType<string>().Select(ManyKeys.Read).OfType<TaskRef>()],
            form["reason"].ToString().Trim(),
            page.Person!.Id
        )
        {
            Day = act == ManyAct.Extend ? DayBounds.Read(form["day"]) : null,
            To = act == ManyAct.Reassign ? FormChoice.Read<Role>(form["to"].ToString()) : null,
        };
        if (ManyAtOnceService.Refuse(order) is { } refused)
        {
            return await DecisionForms.AgainAsync(request, RefusedForm.Of(request, Path, refused), () => ShowAsync(request, cancellation));
        }

        bool does = form["act"] == Do;
        IReadOnlyList<ManyOutcome> outcomes = does
            ? await service.DoAsync(order, result => workflows.FollowAsync(result, cancellation), cancellation)
            : await service.PreviewAsync(order, cancellation);
        return PageFrame.Show<ManyOutcomesPage>(
            page with
            {
                Query = "",
            },
            new Dictionary<string, object?>
            {
                [nameof(ManyOutcomesPage.Order)] = order,
                [nameof(ManyOutcomesPage.Outcomes)] = outcomes,
                [nameof(ManyOutcomesPage.Did)] = does,
                [nameof(ManyOutcomesPage.Register)] = await directory.ReadAsync(cancellation),
                [nameof(ManyOutcomesPage.Token)] = frame.TokenFor(page, Path),
            }
        );
    }

    /// <summary>As a browser that asks for it sees it, with what was refused.</summary>
    private async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation)
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        string region = request.Query["region"].ToString(),
            donor = request.Query["donor"].ToString(),
            which = request.Query["which"].ToString();
        WaitingTask[] tasks =
        [
            .. (await programme.ReadAsync(cancellation)).Waiting.Where(task =>
                task is { Ref: not null, Administration: { } home }
                && register.Administrations.GetValueOrDefault(home) is { } known
                && (region.Length == 0 || known.WcoRegion == region)
                && (donor.Length == 0 || known.Donor.Value == donor)
                && (which != ManyPage.Overdue || task.Overdue)
                && (which != ManyPage.Reports || ReportTasks.ReportOf(task.Ref) is not null)
            ),
        ];
        return PageFrame.Show<ManyPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(ManyPage.Tasks)] = tasks,
                [nameof(ManyPage.Register)] = register,
                [nameof(ManyPage.Region)] = region,
                [nameof(ManyPage.Donor)] = donor,
                [nameof(ManyPage.Which)] = which,
                [nameof(ManyPage.Token)] = frame.TokenFor(page, Path),
            }
        );
    }
}
