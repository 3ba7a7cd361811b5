using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Entries;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Multilateral;

/// <summary>A form adds to an entry of the same short name. What it says otherwise of the entry itself is refused: it may be meant for
/// another one, and passed over it would be lost. Pure.</summary>
internal static class StandsAlready
{
    public const string Rule = "entry-stands";

    /// <returns>Null where the form says nothing else of the initiative than stands.</returns>
    public static CommandResult.Refused? In(Initiative stands, IFormCollection form) =>
        Says(form, "title", stands.Title)
        || Says(form, "reach", stands.Reach.ToString())
        || (form.Text("start").Length > 0 && form.Day("start") != stands.Start)
        || (form.Text("end").Length > 0 && form.Day("end") != stands.End)
        || (form.Administrations("administrations") is { Count: > 0 } served && !stands.Administrations.ToHashSet().SetEquals(served))
        || SaysFactors(form, stands.Themes)
            ? Refused(stands.Id, stands.Title)
        : stands.Results.FirstOrDefault(result => result.Code == form.Text("code")) is { } result
        && (Says(form, "statement", result.Statement) || Says(form, "unit", result.Unit))
            ? Refused($"{stands.Id}, {result.Code}", result.Statement)
        : null;

    public static CommandResult.Refused? In(Instrument stands, IFormCollection form) =>
        Says(form, "title", stands.Title) || Says(form, "kind", stands.Kind.ToString()) || SaysFactors(form, stands.Themes)
            ? Refused(stands.Id, stands.Title)
            : null;

    private static bool Says(IFormCollection form, string name, string stands) =>
        form.Text(name) is { Length: > 0 } typed && typed != stands;

    private static bool SaysFactors(IFormCollection form, Themes stands) =>
        form.Numbers("factors") is { Count: > 0 } typed && !stands.KeyFactors.ToHashSet().SetEquals(typed);

    private static CommandResult.Refused Refused(string id, string title) =>
        new(Rule, $"{id} stands already, and says otherwise.") { Because = [Text.Same($"({id}: {title})")] };
}
