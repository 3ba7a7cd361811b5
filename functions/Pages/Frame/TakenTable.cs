using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>A table of a page, taken along as CSV or XLSX: what stands in it for this reader, in their language. A page says by
/// <c>data-take</c> which of its tables are lists; links below them and files come by themselves.</summary>
/// <remarks>The file is read from the page itself, so that it never shows what the page does not.</remarks>
internal static partial class TakenTable
{
    /// <summary>Of an address: which table, and as what, such as people.csv.</summary>
    public const string Query = "take";

    /// <summary>A workbook's tab takes so many characters.</summary>
    private const int LongestTab = 31;

    /// <returns>The page with a line below each of its lists.</returns>
    public static string WithLinks(string html, PageContext page)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return Tables()
            .Replace(
                html,
                table =>
                {
                    string name = table.Groups["name"].Value;
                    int number = seen[name] = seen.GetValueOrDefault(name) + 1;
                    string called = number == 1 ? name : $"{name}-{number}";
                    return $"{table.Groups["before"].Value}>{table.Groups["body"].Value}</table>{table.Groups["end"].Value}{Links(called, page)}";
                }
            );
    }

    /// <returns>The file that the address asks for; null where it asks for none, or the page has no such list.</returns>
    public static IResult? Of(string html, PageContext page, string asked)
    {
        string ending = Path.GetExtension(asked);
        if (TableFile.TypeOf(ending) is not { } type)
        {
            return null;
        }

        string name = asked[..^ending.Length];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match table in Tables().Matches(html))
        {
            string called = table.Groups["name"].Value;
            int number = seen[called] = seen.GetValueOrDefault(called) + 1;
            if ((number == 1 ? called : $"{called}-{number}") == name)
            {
                return Results.File(
                    TableFile.Write(ending, Read(name, table.Groups["body"].Value), page),
                    type,
                    $"{name}-{DayText.Day(page.Now)}{ending}"
                );
            }
        }

        return null;
    }

    private static string Links(string name, PageContext page)
    {
        string Link(string ending, string word)
        {
            string path = page.Link($"{page.Path}{page.Query}{(page.Query.Length > 0 ? "&" : "?")}{Query}={name}.{ending}");
            return $"<a href=\"{WebUtility.HtmlEncode(path)}\">{word}</a>";
        }

        return $"<p class=\"take\">{page.Say(Texts.TakeAlong)} {Link("xlsx", "XLSX")} {Link("csv", "CSV")}</p>";
    }

    private static AnnexTable Read(string name, string body)
    {
        string[][] rows = [.. Rows().Matches(body).Select(row => Cells().Matches(row.Value).SelectMany(Words).ToArray())];
        string[] headings = rows.FirstOrDefault() ?? [];
        int width = rows.Select(row => row.Length).DefaultIfEmpty().Max();
        string[] keys =
        [
            .. Enumerable.Range(0, width).Select(at => at < headings.Length && headings[at].Length > 0 ? headings[at] : $"{at + 1}"),
        ];
        return new AnnexTable(
            Text.Same(name.Length > LongestTab ? name[..LongestTab] : name),
            [.. keys.Select((key, at) => new AnnexColumn(key, Text.Same(key), at == 0 ? 40 : 20))],
            rows.Skip(1).Select(row => Enumerable.Range(0, width).Select(at => (AnnexValue)(at < row.Length ? row[at] : null)).ToArray())
        );
    }

    /// <summary>As many as it spans; the first has the words, without forms and marks that say the same again.</summary>
    private static IEnumerable<string> Words(Match cell)
    {
        string text = Unsaid().Replace(cell.Groups["inner"].Value, " ");
        text = Breaks().Replace(text, "; ");
        text = WebUtility.HtmlDecode(Tags().Replace(text, " "));
        yield return Spaces().Replace(text, " ").Trim(' ', ';');
        int span =
            Span().Match(cell.Groups["said"].Value) is { Success: true } said
            && int.TryParse(said.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int n)
                ? n
                : 1;
        for (int more = 1; more < span; more++)
        {
            yield return "";
        }
    }

    [GeneratedRegex(
        "(?<before><table data-take=\"(?<name>[a-z0-9-]+)\"[^>]*)>(?<body>.*?)</table>(?<end>\\s*</div>)?",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Tables();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Rows();

    [GeneratedRegex(
        "<(?<tag>t[hd])\\b(?<said>[^>]*)>(?<inner>.*?)</\\k<tag>>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Cells();

    [GeneratedRegex("colspan=\"(?<n>\\d{1,2})\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Span();

    [GeneratedRegex(
        "<form.*?</form>|<i aria-hidden.*?</i>|<summary.*?</summary>|<svg.*?</svg>",
        RegexOptions.Singleline | RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Unsaid();

    [GeneratedRegex("<br>|</p>|</li>|</dd>", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Spaces();
}
