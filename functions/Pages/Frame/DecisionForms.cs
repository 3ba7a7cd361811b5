using ACip.Functions.Api;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Frame;

/// <summary>A decision that comes from a page's form, and the page that follows it. <see cref="DecisionAnswer"/> is the same for
/// programs.</summary>
internal static class DecisionForms
{
    private const string ItemPrefix = "item-";

    /// <param name="waives">Whether periods can be waived with it: only with a plan's.</param>
    /// <returns>Null where the form says neither yes nor no, or not what was seen, or waives what cannot be waived with it.</returns>
    public static (Decision Decision, AsRead AsRead)? Read(IFormCollection form, bool waives = false) =>
        IfMatch.Of(form) is { } asRead && Said(form) is { } decision && (waives || decision.WaivePast is null) ? (decision, asRead) : null;

    private static Decision? Said(IFormCollection form)
    {
        string reason = form["reason"].ToString().Trim();
        var items = form.Where(field =>
                field.Key.StartsWith(ItemPrefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(field.Value)
            )
            .ToDictionary(field => field.Key[ItemPrefix.Length..], field => field.Value.ToString().Trim());
        return form["decision"].ToString() switch
        {
            "approve" => new Decision(true, reason.Length > 0 ? reason : null)
            {
                WaivePast = form["waive"].Count > 0 ? [.. form["waive"].OfType<string>().Select(PeriodKey.From)] : null,
            },
            "return" => new Decision(false, reason.Length > 0 ? reason : null, items, form["others"] == "1"),
            _ => null,
        };
    }

    /// <param name="back">Path of the page that shows what was decided upon.</param>
    /// <param name="show">Shows that page, as a browser that asks for it would see it.</param>
    /// <param name="place">Where on it; null for its top.</param>
    public static async Task<IResult> AnswerAsync(
        HttpRequest request,
        PageContext page,
        CommandResult result,
        string back,
        DurableTaskClient workflows,
        Func<Task<IResult>> show,
        CancellationToken cancellation,
        string? place = null
    )
    {
        await workflows.FollowAsync(result, cancellation);
        if (result is CommandResult.Recorded { Forgiven: var forgiven })
        {
            if (forgiven.Count > 0)
            {
                new FormTaken(back, forgiven).Remember(request.HttpContext);
                return await show();
            }

            return new SeeOther(
                page.Link(back + (back.Contains('?', StringComparison.Ordinal) ? "&done=1" : "?done=1"))
                    + (place is null ? "" : "#" + place)
            );
        }

        CommandResult.Refused refused = result as CommandResult.Refused ?? CommandResult.Refused.ChangedMeanwhile;
        return await AgainAsync(request, RefusedForm.Of(request, back, refused), show);
    }

    /// <summary>The page once more, with what was typed.</summary>
    public static Task<IResult> AgainAsync(HttpRequest request, RefusedForm refused, Func<Task<IResult>> show)
    {
        refused.Remember(request.HttpContext);
        return show();
    }
}
