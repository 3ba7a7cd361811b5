using System.Globalization;
using ACip.Functions.Api;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>A text in every language as fields of a form, and rows of fields that are counted from 0.</summary>
internal static class TypedText
{
    private const int MostRows = 150;

    public static string Name(string name, Language language) => $"{name}-{language.Tag}";

    /// <param name="stands">The text as it is stored; null for a new one.</param>
    /// <returns>What stands, where nothing was changed: a form does not ask for every language that a text may have, and those would be
    /// lost. Beside other words they would say something else, so they go.</returns>
    public static Text Read(IFormCollection form, string name, Text? stands)
    {
        string In(Language language) => OneLine(form[Name(name, language)].ToString());
        return stands is not null && Language.All.All(language => In(language) == OneLine(stands.In(language)))
            ? stands
            : Text.By(Language.All.ToDictionary(one => one.Tag, In, StringComparer.OrdinalIgnoreCase), Language.En);
    }

    private static string OneLine(string words) => words.ReplaceLineEndings(" ").Trim();

    /// <summary>Rows of which something is filled in: one that somebody has emptied is to go.</summary>
    /// <param name="prefix">Names of a row's fields are this, its number, and a name of their own.</param>
    /// <param name="besides">Fields that are never empty, because one of several choices always is: they do not count.</param>
    public static IEnumerable<string> Rows(IFormCollection form, string prefix, params string[] besides) =>
        from number in Enumerable.Range(0, MostRows)
        let row = string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}-")
        where
            form.Any(field =>
                field.Key.StartsWith(row, StringComparison.Ordinal)
                && !besides.Contains(field.Key[row.Length..])
                && !string.IsNullOrWhiteSpace(field.Value)
            )
        select row[..^1];

    /// <summary>0 if nothing was typed; negative, which every rule refuses, if not a whole number.</summary>
    public static int Number(IFormCollection form, string name) =>
        string.IsNullOrWhiteSpace(form[name]) ? 0
        : int.TryParse(form[name].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : -1;

    /// <summary>Tag of a form whose row does not stand yet.</summary>
    public const string NothingStands = "none";

    public static Workflows.Storage.AsRead? Seen(IFormCollection form) =>
        form[IfMatch.Field] == NothingStands ? Workflows.Storage.AsRead.Nothing : IfMatch.Of(form);

    /// <summary>What is shown again with its problem: stale where somebody else has saved meanwhile, else to be mended.</summary>
    public static int StatusOf(CommandResult.Refused refused) =>
        RefusalRules.KindOf(refused) == RefusalKind.Stale
            ? StatusCodes.Status412PreconditionFailed
            : StatusCodes.Status422UnprocessableEntity;
}
