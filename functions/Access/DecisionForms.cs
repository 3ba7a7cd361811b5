using ACip.Functions.Pages;
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
            "approve" => new Decision(true, reason.Length > 0 ? reason : null) { WaivePast = form["waive"].Count > 0 ? [.. form["waive"].OfType<string>()] : null },
            "return" => new Decision(false, reason, items, form["others"] == "1"),
            _ => null,
        };
    }

    /// <param name="back">Path of the page that shows what was decided upon.</param>
    /// <param name="place">Where on it; null for its top.</param>
    public static async Task<IResult> AnswerAsync(PageContext page, DeskResult result, string back, DurableTaskClient workflows, CancellationToken cancellation, string? place = null)
    {
        switch (result)
        {
            case DeskResult.Recorded:
                await workflows.FollowAsync(result, cancellation);
                return new SeeOther(page.Link(back + (back.Contains('?', StringComparison.Ordinal) ? "&done=1" : "?done=1")) + (place is null ? "" : "#" + place));
            case DeskResult.Stale:
                return PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status412PreconditionFailed);
            case DeskResult.Refused refused:
                return PageShell.Refuse(page with { Path = back, Query = "" }, StatusCodes.Status409Conflict, page.Say(RefusalWords.Of(refused)));
            default:
                throw new InvalidOperationException();
        }
    }
}
