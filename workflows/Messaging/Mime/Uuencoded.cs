using System.Text;
using MimeKit.Encodings;

namespace ACip.Workflows.Messaging.Mime;

/// <summary>Files that stand uuencoded in the text of a mail: "begin 644 name", coded lines, "end".</summary>
internal static class Uuencoded
{
    private const int MostFiles = 50;

    public static (string Left, IReadOnlyList<ReceivedFile> Files) TakeOut(string text)
    {
        if (!text.Contains("begin ", StringComparison.Ordinal))
        {
            return (text, []);
        }

        string[] lines = text.Split('\n');
        var left = new List<string>(lines.Length);
        var files = new List<ReceivedFile>();
        for (int at = 0; at < lines.Length; at++)
        {
            if (files.Count < MostFiles && NameIn(lines[at].TrimEnd('\r')) is { } name && End(lines, at) is var end && end > at + 1)
            {
                files.Add(new ReceivedFile(name, "application/octet-stream", Decoded(lines, at, end)));
                at = end;
            }
            else
            {
                left.Add(lines[at]);
            }
        }

        return files.Count == 0 ? (text, files) : (string.Join('\n', left), files);
    }

    /// <summary>Whether every line is as long as its first character says, and there is an end line.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> coded)
    {
        bool begun = false;
        foreach (string raw in Encoding.Latin1.GetString(coded).Split('\n'))
        {
            string line = raw.TrimEnd('\r', ' ');
            if (!begun)
            {
                begun = NameIn(line) is not null;
            }
            else if (line == "end")
            {
                return true;
            }
            else if (
                line.Length > 0
                && line[0] is not ('`' or ' ')
                && Math.Abs(line.Length - 1 - ((((line[0] - ' ') & 63) + 2) / 3 * 4)) > 2
            )
            {
                return false;
            }
        }

        return false;
    }

    private static string? NameIn(string line) =>
        line.StartsWith("begin ", StringComparison.Ordinal)
        && line.Split(' ', 3) is [_, { Length: 3 or 4 } mode, { Length: > 0 } name]
        && mode.All(c => c is >= '0' and <= '7')
            ? name.Trim()
            : null;

    /// <returns>The line that ends it; -1 where a line in between is none of its kind, or nothing ends it.</returns>
    private static int End(string[] lines, int begin)
    {
        for (int at = begin + 1; at < lines.Length; at++)
        {
            string line = lines[at].TrimEnd('\r');
            if (line == "end")
            {
                return at;
            }

            // the first sign says how many bytes the line holds, and so how long it is at least
            int bytes = line.Length == 0 ? 0 : (line[0] - ' ') & 63;
            if (line.Length > 0 && (line.Any(c => c is < ' ' or > '`') || line.TrimEnd().Length > 1 + ((bytes + 2) / 3 * 4) + 2))
            {
                return -1;
            }
        }

        return -1;
    }

    private static byte[] Decoded(string[] lines, int begin, int end)
    {
        byte[] coded = Encoding.ASCII.GetBytes(string.Join('\n', lines[begin..(end + 1)]) + "\n");
        var decoder = new UUDecoder();
        byte[] bytes = new byte[decoder.EstimateOutputLength(coded.Length)];
        return bytes[..decoder.Decode(coded, 0, coded.Length, bytes)];
    }
}
