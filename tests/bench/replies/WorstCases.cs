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
