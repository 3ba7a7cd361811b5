using ACip.Functions.Pages.Frame;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>The page behind a link to a draft plan, which can be submitted as it is.</summary>
internal sealed class DraftingLinkHandler(
    LinkContext visit,
    PlanTaskLink link,
    LinkAnswers answers,
    PlanLinkAnswers plans,
    DurableTaskClient workflows,
    HttpRequest request
) : LinkHandler(visit, answers, workflows, request)
{
    private const string Edit = "edit",
        Changed = "draft-changed";

    private SeeOther Editing => new(Visit.ChosenLanguage ? $"{Visit.Path}/draft?lang={Visit.Code}" : $"{Visit.Path}/draft");

    public async Task<IResult> ActAsync(IFormCollection form, CancellationToken cancellation)
    {
        string seen = PlanDocument.Hash(link.Draft);
        switch (form["act"].ToString())
        {
            case Edit when Visit.Known:
                return Editing;
            case Edit:
                return await AskCodeAsync(seen, Edit, another: false, cancellation);
            case "submit" or "resend" when form["then"] != Edit && form["seen"] != seen:
                return SeeOther(Changed);
            case "submit" when Visit.Known:
                return await HandInAsync(seen, cancellation);
            case "code":
                if (await CheckCodeAsync(form, cancellation) is { } again)
                {
                    return again;
                }

                return form["then"] == Edit ? Editing
                    : form["seen"] == seen ? await HandInAsync(seen, cancellation)
                    : SeeOther(Changed);
            case "resend":
                return await AskCodeAsync(seen, form["then"] == Edit ? Edit : "submit", another: true, cancellation);
            case "submit":
                return await AskCodeAsync(seen, "submit", another: false, cancellation);
            default:
                return SeeOther("nothing-new");
        }
    }

    private async Task<IResult> HandInAsync(string seen, CancellationToken cancellation)
    {
        (LinkTaken? taken, CommandResult result) = await plans.HandInAsync(link, seen, cancellation);
        return (taken, result) switch
        {
            ({ } all, _) => await GoOnAsync(all, "submitted", cancellation),
            (_, CommandResult.Refused { Findings: { Count: > 0 } findings }) => LinkResult.Show<DraftingPage>(
                Visit,
                StatusCodes.Status422UnprocessableEntity,
                (nameof(DraftingPage.Link), link),
                (nameof(DraftingPage.Errors), DraftAnswerLines.Of(findings, Visit.Language))
            ),
            (_, CommandResult.Refused { Rule: var rule }) when rule == CommandResult.Refused.ChangedMeanwhile.Rule => SeeOther(Changed),
            _ => SeeOther("nothing-new"), // it was handed in or taken back meanwhile: the page says so
        };
    }
}
