using System.Text;

namespace ACip.Tests.Bench.Replies;

/// <summary>Mails made to hurt: what trips backtracking expressions, rescanning and recursion.</summary>
internal static class WorstCases
{
    public static IReadOnlyList<(string Name, Func<int, string> Text)> All { get; } =
    [
        ("quotation signs", size => new string('>', size)),
        ("ever deeper quotations", Deeper),
        ("\"On\" without end", size => Repeated("On ", size)),
        ("lines ending in a colon", size => Repeated("On 12 Oct 2026 a 12:30:\n", size)),
        ("header lines", size => Repeated("To: x@y.example\n", size)),
        ("dashes", size => Repeated("-----\n", size)),
        ("signatures", size => Repeated("-- \nx\n", size)),
        ("open brackets", size => Repeated("B3: [", size)),
        ("codes", size => Repeated("B3: 45\n", size)),
        ("digits and spaces", size => "B3: " + Repeated("1 ", size)),
        ("prose", size => Repeated("The share of declarations rose again this quarter.\n", size)),
    ];

    public static IReadOnlyList<(string Name, Func<int, string> Text)> Html { get; } =
    [
        ("elements in elements", size => Repeated("<div>", size)),
        ("quotations in quotations", size => Repeated("<blockquote>x", size)),
        ("lines in paragraphs", size => Repeated("<p>B3: 45</p>", size)),
        ("line breaks", size => Repeated("B3: 45<br>", size)),
        ("a table of answers", size => "<table>" + Repeated("<tr><td>B3</td><td>45</td></tr>", size) + "</table>"),
        ("tables in tables", size => Repeated("<table><tr><td>", size)),
        ("struck out and raised", size => Repeated("<s>1</s><sup>2</sup>3 ", size)),
        ("rules of style", size => "<style>" + Repeated(".a{display:none}", size) + "</style><p class=a>B3: 45</p>"),
        ("hidden by style", size => Repeated("<span style=\"color:#fff;font-size:0\">B3: 45</span>", size)),
        ("characters by number", size => Repeated("&#x42;&#51;: 45<br>", size)),
        ("open brackets", size => Repeated("B3: [<br>", size)),
        ("a filled form", size => Repeated("<p>(B3) Share %; baseline 40</p><p>B3: [45]</p>", size)),
    ];

    private static string Repeated(string piece, int size)
    {
        StringBuilder all = new(size + piece.Length);
        while (all.Length < size)
        {
            all.Append(piece);
        }

        return all.ToString();
    }

    private static string Deeper(int size)
    {
        StringBuilder all = new(size);
        for (int depth = 1; all.Length < size; depth++)
        {
            all.Append('>', depth % 2000).Append(" x\n");
        }

        return all.ToString();
    }
}
