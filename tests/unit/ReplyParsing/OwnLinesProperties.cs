using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>Nothing in silence: each line that a person writes ends as exactly one thing, and no code of the form disappears.</summary>
public sealed class OwnLinesProperties
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(3_000).WithReplay(20_261_126UL, 11UL);

    private static readonly string[] Codes = [.. RecognisedCase.Items.Select(item => item.Code)];

    // csharpier-ignore
    private static readonly string[] Before =
    [
        "", "", "", "1. ", "(2) ", "- ", "• ", "→ ", "✓ ", "\"", "(", "[", "Indicator ", "Item ", "Résultat de ", "Para ", "Sorry, ",
        "Correction: ", "Erreur, lire ", "We think that ", "and ", "last year ", "12 ", "Not ", "Dear all, ",
    ];

    // csharpier-ignore
    private static readonly string[] Behind =
    [
        ": ", " = ", " : ", " ", "\t", ") ", "] ", "\": ", " - ", " → ", " is ", " was around ", " and ", ", ", "/", " to ", " (women): ",
        ":", "¹: ",
    ];

    // csharpier-ignore
    private static readonly string[] Values =
    [
        "45", "45 %", "yes", "no", "yes 2026-10-12", "n/a survey not finished", "n/a", "40-45", "1.234", "18 or 19 I think",
        "12 (women: 4, men: 8)", "~~1~~ 234", "45¹", "", "some words", "[7]", "will follow", "2084-01-05", "45, B4: yes", "B5", "see B7",
        "nothing for A7",
    ];

    // csharpier-ignore
    private static readonly string[] Others =
    [
        "Dear all,", "Best regards", "Ama Owusu", "The airport was closed.", "45 %", "SUBMIT", "SUBMIT now", "NIL: no activity",
        "NIL: nothing for B5", "QUESTION: in tonnes?", "Thank you", "D9: 45", "", "", "> B3: 45", "~~B8: 99~~",
        "Please see the attached workbook", "Correction: 13", "كل شيء على ما يرام", "-- ",
    ];

    private static Gen<string> Line =>
        Gen.Frequency(
            (
                3,
                from before in Gen.Elements(Before)
                from code in Gen.Elements(Codes)
                from behind in Gen.Elements(Behind)
                from value in Gen.Elements(Values)
                from lower in Gen.Elements(false, false, true)
                select $"{before}{(lower ? code.ToLowerInvariant() : code)}{behind}{value}"
            ),
            (
                1,
                from code in Gen.Elements(Codes)
                from other in Gen.Elements(Codes)
                from joiner in Gen.Elements(", ", " and ", " to ", "/", " & ", "-", " et ")
                from value in Gen.Elements(Values)
                select $"{code}{joiner}{other}: {value}"
            ),
            (2, Gen.Elements(Others))
        );

    private static Gen<string[]> Mails => Line.ArrayOf().Select(lines => lines.Length > 8 ? lines[..8] : lines);

    [Fact]
    public void Every_line_is_one_thing_and_no_code_is_lost() =>
        Prop.ForAll(
                Mails.ToArbitrary(),
                lines =>
                {
                    ReplyText text = ReplyText.Of(string.Join('\n', lines), null);
                    ParsedReply reading = ReplyReader.Read(text, RecognisedCase.Items, Language.En);

                    string[] own =
                    [
                        .. text
                            .Text.Split('\n')
                            .Select(line => line.Trim())
                            .Where(line =>
                                line.Length > 0
                                && !IsAllStruck(line)
                                && !Codes.Contains(
                                    line.StartsWith('(') && line.EndsWith(')') ? line[1..^1] : "",
                                    StringComparer.OrdinalIgnoreCase
                                ) /* our form prints "(B5)" alone, where a program breaks its lines */
                            ),
                    ];
                    string[] sorted = [.. reading.Lines.Select(line => line.Line)];
                    Assert.True(own.SequenceEqual(sorted), $"{string.Join(" | ", own)}\nbut\n{string.Join(" | ", sorted)}");

                    HashSet<string> said =
                    [
                        .. reading.Figures.Select(figure => figure.Code),
                        .. reading.NotUnderstood.SelectMany(one => one.Codes),
                    ];
                    foreach (ReadLine line in reading.Lines)
                    {
                        string letters = Letters(line.Line);
                        bool inWords = reading
                            .Figures.SelectMany(figure => new[] { figure.Narrative, figure.MissingReason, figure.Line })
                            .Append((reading.Command as Command.Question)?.Text)
                            .Concat(reading.NotUnderstood.Where(one => one.Codes.Contains("B7")).Select(one => one.Line))
                            .OfType<string>()
                            .Any(words => Letters(words).Contains(letters, StringComparison.Ordinal));
                        foreach (string code in Codes.Where(code => !inWords && Names(line.Line, code)))
                        {
                            Assert.True(
                                said.Contains(code),
                                $"{code} is lost from \"{line.Line}\" of\n{string.Join('\n', lines)}\n{RecognisedCase.Say(reading)}"
                            );
                            Assert.True(line.End is LineEnd.Understood or LineEnd.NotUnderstood, $"\"{line.Line}\" is {line.End}");
                        }
                    }

                    // what is asked back says which line
                    Assert.All(reading.NotUnderstood, one => Assert.True(one.Line.Length > 0));
                    return reading
                        .Lines.Where(line => line.End == LineEnd.Narrative)
                        .All(line => reading.Narrative.Contains(line.Line, StringComparison.Ordinal));
                }
            )
            .Check(Repeatable);

    [Fact]
    public void What_an_item_is_given_stands_on_one_of_its_lines() =>
        Prop.ForAll(
                Mails.ToArbitrary(),
                lines =>
                {
                    ParsedReply reading = ReplyReader.Read(ReplyText.Of(string.Join('\n', lines), null), RecognisedCase.Items, Language.En);
                    return reading.Figures.All(figure =>
                        figure
                            .Line.Split('\n')
                            .All(line =>
                                line.Split(", ").All(Codes.Contains)
                                || lines.Any(one =>
                                    one.Contains(line, StringComparison.Ordinal) || line.Contains(one.Trim(), StringComparison.Ordinal)
                                )
                            )
                    );
                }
            )
            .Check(Repeatable);

    [Fact]
    public void An_item_answered_twice_otherwise_is_never_taken() =>
        Prop.ForAll(
                Gen.Elements(Before).Two().ToArbitrary(),
                words =>
                {
                    ParsedReply reading = ReplyReader.Read(
                        ReplyText.Of($"{words.Item1}B5: 12\nC1: 3\n\n{words.Item2}B5: 13", null),
                        RecognisedCase.Items,
                        Language.En
                    );
                    return reading.Figures.All(figure => figure.Code != "B5") && reading.NotUnderstood.Any(one => one.Codes.Contains("B5"));
                }
            )
            .Check(Repeatable);

    private static string Letters(string words) =>
        string.Concat(System.Text.RegularExpressions.Regex.Replace(words, "~~.*?~~", "").Where(char.IsLetterOrDigit));

    private static bool IsAllStruck(string line) =>
        line.StartsWith("~~", StringComparison.Ordinal) && line.IndexOf("~~", 2, StringComparison.Ordinal) == line.Length - 2;

    private static bool Names(string line, string code)
    {
        for (
            int at = line.IndexOf(code, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = line.IndexOf(code, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            bool struck = line[..at].Split("~~").Length % 2 == 0;
            if (
                !struck
                && (at == 0 || !char.IsLetterOrDigit(line[at - 1]))
                && (at + code.Length == line.Length || !char.IsLetterOrDigit(line[at + code.Length]))
            )
            {
                return true;
            }
        }

        return false;
    }
}
