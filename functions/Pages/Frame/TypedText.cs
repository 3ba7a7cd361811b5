using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>A text in every language as fields of a form, and rows of fields that are counted from 0.</summary>
internal static class TypedText
{
    private const int MostRows = 150;

    public static string Name(string name, Language language) => $"{name}-{language.Tag}";

    public static Text Read(IFormCollection form, string name)
    {
        string In(Language language) => form[Name(name, language)].ToString().ReplaceLineEndings(" ").Trim();
        return Text.By(Language.All.ToDictionary(one => one.Tag, In, StringComparer.OrdinalIgnoreCase), Language.En);
    }

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

    /// <summary>0 where nothing was typed; below it, which no rule takes, for what is no whole number.</summary>
    public static int Number(IFormCollection form, string name) =>
        string.IsNullOrWhiteSpace(form[name]) ? 0
        : int.TryParse(form[name].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : -1;

    /// <summary>Tag of a form whose row does not stand yet.</summary>
    public const string NothingStands = "none";

    public static Workflows.Storage.AsRead? Seen(IFormCollection form) =>
        form[Authorization.ReadBefore.Field] == NothingStands ? Workflows.Storage.AsRead.Nothing : Authorization.ReadBefore.Of(form);

    /// <summary>What is shown again with its problem: stale where somebody else has saved meanwhile, else to be mended.</summary>
    public static int StatusOf(CommandResult.Refused refused) =>
        RefusalRules.KindOf(refused) == RefusalKind.Stale
            ? StatusCodes.Status412PreconditionFailed
            : StatusCodes.Status422UnprocessableEntity;
}
