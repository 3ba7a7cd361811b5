using System.Text;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>RFC 4180: rows by the names of the first one.</summary>
internal static class CsvTable
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(byte[] bytes)
    {
        List<string[]> lines = Lines(Encoding.UTF8.GetString(bytes).TrimStart('\ufeff'));
        return
        [
            .. lines
                .Skip(1)
                .Select(line => lines[0].Zip(line).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal)),
        ];
    }

    private static List<string[]> Lines(string text)
    {
        var lines = new List<string[]>();
        var line = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (quoted ? letter != '"' : letter is not (',' or '\n' or '\r' or '"'))
            {
                cell.Append(letter);
            }
            else if (quoted && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter != '\r')
            {
                line.Add(cell.ToString());
                cell.Clear();
                if (letter == '\n')
                {
                    lines.Add([.. line]);
                    line.Clear();
                }
            }
        }

        return lines;
    }
}
