using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.Languages;

/// <summary>What stands outside the brackets of the pseudo-language, and comes from no data either: it was written in code.</summary>
internal static partial class Residue
{
    /// <param name="shown">What a reader sees, one text a line.</param>
    /// <param name="data">All words that people or registers gave.</param>
    public static string[] Of(IEnumerable<string> shown, string data)
    {
        string known = Plain(data);
        return
        [
            .. shown
                .SelectMany(text => Apart().Split(Outside(text)))
                .Select(Plain)
                .Where(words => words.Count(char.IsLetter) > 2 && !known.Contains(words, StringComparison.OrdinalIgnoreCase))
                .Distinct(),
        ];
    }

    /// <summary>Every string that was given to a record, and to those in it; what it works out by itself is left out.</summary>
    public static string Given(object? value)
    {
        var all = new StringBuilder();
        Collect(value, all, 0);
        return all.ToString();
    }

    private static void Collect(object? value, StringBuilder all, int depth)
    {
        switch (value)
        {
            case null:
                return;
            case string text:
                all.AppendLine(text);
                return;
            case Text text:
                all.AppendLine(text.Written is null ? "" : text.En);
                return;
            case IEnumerable items:
                foreach (object? item in items)
                {
                    Collect(item, all, depth + 1);
                }

                return;
            case Enum or Uri or DateTimeOffset or DateOnly:
                all.AppendLine(value.ToString());
                return;
        }

        if (depth < 8 && value.GetType().Namespace?.StartsWith("ACip", StringComparison.Ordinal) == true)
        {
            foreach (
                PropertyInfo property in value.GetType().GetProperties().Where(one => one.CanWrite && one.GetIndexParameters().Length == 0)
            )
            {
                Collect(property.GetValue(value), all, depth + 1);
            }
        }
    }

    private static string Outside(string text)
    {
        int depth = 0;
        var outside = new StringBuilder();
        foreach (char letter in text)
        {
            depth += letter == Pseudo.Opens ? 1 : 0;
            outside.Append(depth == 0 ? letter : '\n');
            depth -= letter == Pseudo.Closes ? 1 : 0;
        }

        return outside.ToString();
    }

    private static string Plain(string words) => Spaces().Replace(words, " ").Trim(' ', '-');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Signs and figures that stand between two texts.</summary>
    [GeneratedRegex(@"[\n|·•–—→←↑↓×:;()\[\]{}<>%/\d""“”«»=+…]+|, |\. |\.$| and ")]
    private static partial Regex Apart();
}
