using ACip.Functions.Pages;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Access;

/// <summary>A decision that comes from a page's form, and the page that follows it. <see cref="DecisionAnswer"/> is the same for programs.</summary>
internal static class DecisionForms
{
    private const string ItemPrefix = "item-";

    /// <returns>Null where the form says neither yes nor no.</returns>
    public static Decision? Read(IFormCollection form)
    {
        string reason = form["reason"].ToString().Trim();
        var items = form
            .Where(field => field.Key.StartsWith(ItemPrefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(field.Value))
            .ToDictionary(field => field.Key[ItemPrefix.Length..], field => field.Value.ToString().Trim());
        return form["decision"].ToString() switch
        {
            "approve" => new Decision(true, reason.Length > 0 ? reason : null),
            "return" => new Decision(false, reason, items),
            _ => null,
        };
    }

    /// <param name="back">Path of the page that shows what was decided upon.</param>
    public static async Task<IResult> AnswerAsync(PageContext page, DeskResult result, string back, DurableTaskClient workflows, CancellationToken cancellation)
    {
        switch (result)
        {
            case DeskResult.Recorded recorded:
                await workflows.WakeAsync(recorded.Instance, HumanTask.Answered, cancellation);
                foreach (WakeUp wake in recorded.Also)
                {
                    await workflows.WakeAsync(wake.Instance, wake.Event, cancellation);
                }

                return new SeeOther(page.Link(back + "?done=1"));
            case DeskResult.Stale:
                return PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status412PreconditionFailed);
            case DeskResult.Refused { Rule: "reason-when-sent-back" }:
                return PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status409Conflict,
                    page.Say("Sending back needs a reason.", "Un renvoi doit être motivé.", "Para devolver hace falta un motivo."));
            case DeskResult.Refused { Rule: "author-may-not-approve" }:
                return PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status409Conflict,
                    page.Say("Who handed it in cannot decide on it.", "Qui l'a remis ne peut pas en décider.", "Quien lo entregó no puede decidir sobre ello."));
            case DeskResult.Refused refused:
                return PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status409Conflict, $"{refused.Rule}: {refused.Why}");
            default:
                throw new InvalidOperationException();
        }
    }
}
