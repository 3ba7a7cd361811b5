using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>A form that was refused. Its page is shown again with what was typed in it, and the fault beside the field.</summary>
/// <param name="Action">Path that it was posted to.</param>
/// <param name="Back">Path of the page that it stands on.</param>
/// <param name="Field">Name of the field that the rule is about; null for the form as a whole.</param>
public sealed record RefusedForm(string Action, string Back, IFormCollection Typed, string? Field, Text Why, int Status)
{
    private static readonly object Key = new();

    private static readonly string[] Unseen = [CsrfToken.Field, IfMatch.Field, "act", "decision", "number"];

    /// <summary>Which field a rule is about, where it is about one.</summary>
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["reason-when-sent-back"] = "reason",
        ["reason-needed"] = "reason",
        ["final-report-unfinished"] = "reason",
        ["reason-when-restated"] = "reason",
        ["items-when-accepting-others"] = "others",
        ["no-such-item"] = "item",
        ["comment-empty"] = "text",
        ["not-later"] = "day",
        ["not-a-day"] = "day",
        ["risk-scale"] = "likelihood",
        ["delivery-event"] = "what",
        ["nothing-new"] = "lines",
        ["groups-without-total"] = "lines",
        ["lines-not-understood"] = "lines",
        ["effective-from-a-coming-period"] = "from",
        ["not-a-slug"] = "id",
        ["not-an-address"] = "email",
        ["address-taken"] = "email",
        ["no-such-zone"] = "zone",
        ["year-start"] = "fiscal",
        ["no-successor"] = "successor",
        ["ends-before-start"] = "end",
    };

    public static RefusedForm Of(HttpRequest request, string back, CommandResult.Refused refused) =>
        new(
            request.Path,
            back,
            request.Form,
            Places.GetValueOrDefault(refused.Rule) is { } field && request.Form.ContainsKey(field) ? field : null,
            RefusalRules.WordsOf(refused),
            DecisionAnswer.StatusOf(refused)
        );

    /// <summary>What was typed, where the page itself says what is wrong with it.</summary>
    public static RefusedForm AsTyped(string path, IFormCollection form, int status = StatusCodes.Status422UnprocessableEntity) =>
        new(path, path, form, null, Text.Same(""), status);

    /// <summary>Of this request: whoever opens the page next shows it.</summary>
    public void Remember(HttpContext context) => context.Items[Key] = this;

    /// <returns>Null where nothing was refused.</returns>
    public static RefusedForm? In(HttpContext context) => context.Items[Key] as RefusedForm;

    /// <param name="act">Value of the button, where an address takes several forms.</param>
    public bool Is(string action, string? act) => action == Action && (act is null || Typed["act"] == act);

    public string? Value(string name) => Typed.TryGetValue(name, out var typed) ? typed.ToString() : null;

    /// <summary>See <see cref="IfMatch.Again"/>.</summary>
    public string? Seen(string? stands) => IfMatch.Again(Typed, stands, Status == StatusCodes.Status412PreconditionFailed);

    public bool Holds(string name, string value) => Typed[name].Contains(value);

    /// <summary>What a person wrote, so that it can be copied even where the form is not offered any more.</summary>
    public IEnumerable<string> Words =>
        Typed.Where(typed => !Unseen.Contains(typed.Key)).Select(typed => typed.Value.ToString().Trim()).Where(text => text.Length > 0);
}
