using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing;

/// <summary>An earlier answer printed between the brackets of a form. If it comes back unchanged, it says nothing new.</summary>
internal static class FilledSlot
{
    /// <summary>A longer text would fill half of the mail. Its brackets stay empty, which changes nothing either.</summary>
    public const int LongestText = 1500;

    private static readonly Text NotAvailable = Texts.NA,
        Yes = Texts.Yes,
        No = Texts.No;

    /// <param name="group">Null for the value as a whole.</param>
    /// <returns>Empty where there is nothing to print.</returns>
    public static string Of(FormItem item, string? group, Language language)
    {
        if (item.Context.Given is not { } given)
        {
            return "";
        }

        if (group is not null)
        {
            return given.Groups.TryGetValue(group, out decimal part)
                ? given.Counts?.Of(group)?.In(language) ?? Number(item, part, language)
                : "";
        }

        return given switch
        {
            { Status: { } status } => Stands(status, given, language),
            { MissingReason: { } reason } => $"{NotAvailable.In(language)} {Tidy(reason)}",
            { Value: not null, Counts.Total: { } counts } => counts.In(language),
            { Value: { } value } => Number(item, value, language),
            { Reached: true, Date: { } day } => $"{Yes.In(language)} {Bidi.Isolated(Iso(day), language)}",
            { Reached: { } reached } => (reached ? Yes : No).In(language),
            { Date: { } day } => Iso(day),
            { Narrative: { Length: <= LongestText } text } => Tidy(text),
            _ => "",
        };
    }

    /// <summary>True: what stands between the brackets is what was printed there, in whichever language and however a mail program broke
    /// its lines.</summary>
    public static bool IsAsPrinted(FormItem item, string? group, string written) =>
        item.Context.Given is not null
        && Language.OfMail.Any(language => Of(item, group, language) is { Length: > 0 } printed && Compact(printed) == Compact(written));

    /// <summary>A form of the number that can be read back in only one way: no thousands separators, not three decimals, and a sign if a
    /// share is below one.</summary>
    private static string Number(FormItem item, decimal value, Language language)
    {
        string plain = value.ToString("0.############", CultureInfo.InvariantCulture);
        int decimals = plain.Contains('.', StringComparison.Ordinal) ? plain.Length - plain.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        plain = decimals == 3 ? plain + "0" : plain;
        return plain.Replace(".", language.Entry.Decimal, StringComparison.Ordinal) + (item.Kind == FormItemKind.Percentage ? " %" : "");
    }

    private static string Stands(ItemStatus status, ReplyFigure given, Language language)
    {
        string day = given.Date is { } on ? $" {Iso(on)}" : "";
        return given.Narrative is { Length: > 0 and <= LongestText } why
            ? $"{status.Label().In(language)}{day}, {Tidy(why)}"
            : $"{status.Label().In(language)}{day}";
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Brackets of the text's own would end the slot.</summary>
    private static string Tidy(string words) =>
        string.Join(' ', words.Replace('[', '(').Replace(']', ')').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Compact(string text) =>
        string.Concat(CleanText.Clean(text).Where(c => !char.IsWhiteSpace(c) && c is not '*' and not '>'));
}
