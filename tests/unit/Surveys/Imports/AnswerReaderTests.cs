using System.Text;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Questionnaires;

namespace ACip.Tests.Unit.Surveys.Imports;

public sealed class AnswerReaderTests
{
    private static readonly string Headings =
        "stratum,group," + string.Join(',', Questionnaire.Shipped.Questions.Select(question => question.Code)) + ",comment";

    [Fact]
    public void A_bad_line_hinders_no_other()
    {
        string text = string.Join(
            '\n',
            Headings,
            Line("border", "officials"),
            Line("border", "officials", "7"),
            Line("nowhere", "officials"),
            "",
            Line("traders", "private-sector", comment: "\"said, \"\"no\"\"\nand left\""),
            Line("border", "officials", comment: "5\" pipe"),
            Line("head-office", "officials", "4,0") + ",,",
            "border,officials,1",
            Line("head-office", "officials", "n/a")
        );
        (AnswerReader reader, int line) = Read(text.Replace("4,0", "\"4,0\"", StringComparison.Ordinal));

        Assert.Equal(
            [(3, "q01a", "survey-answer"), (4, "stratum", "survey-stratum"), (8, "", "register-quotes"), (10, "", "register-columns")],
            reader.Bad.Select(bad => (bad.Line, bad.Column, bad.Rule))
        );
        Assert.Equal(4, reader.Batch.Count);
        Assert.Equal([2, 1, 0, 1], reader.Tally.Strata.Select(stratum => stratum.Responses));
        Assert.Equal(1, reader.Tally.Strata[0].Counts[0][3]);
        Assert.Equal(11, line);
    }

    [Fact]
    public void Cut_anywhere_the_same_is_read()
    {
        string[] lines =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(at =>
                    Line(
                        at % 2 == 0 ? "border" : "head-office",
                        "officials",
                        (1 + (at % 5)).ToString(System.Globalization.CultureInfo.InvariantCulture),
                        at % 9 == 0 ? $"\"x, \"\"y\"\"\nz {at}\""
                            : at % 31 == 0 ? "a \" b"
                            : ""
                    )
                ),
        ];
        byte[] file = Encoding.UTF8.GetBytes(Headings + "\n" + string.Join('\n', lines));
        (AnswerReader whole, int end) = Read(Encoding.UTF8.GetString(file));
        AnswerLayout layout = AnswerLayout.Read(file, Waves.Usual).Layout!;
        foreach (int size in new[] { 900, 1500, 4096, 20_000 })
        {
            var tally = new Workflows.Surveys.Results.WaveTally(Waves.Usual);
            var bad = new List<BadLine>();
            (int at, int line) = (layout.FirstByte, 2);
            while (at < file.Length)
            {
                byte[] part = file[at..Math.Min(file.Length, at + size)];
                int cut = RecordBounds.Cut(part, (byte)',', layout.Columns.Count, at + size >= file.Length);
                Assert.True(cut > 0);
                var reader = new AnswerReader(Waves.Usual, layout);
                line = reader.Read(part.AsMemory(0, cut), line);
                tally.Add(reader.Tally.Strata);
                bad.AddRange(reader.Bad);
                at += cut;
            }

            Assert.Equal(whole.Tally.Strata.Select(one => one.Responses), tally.Strata.Select(one => one.Responses));
            Assert.True(
                whole.Bad.SequenceEqual(bad),
                $"{size}: {string.Join(" ", bad.Select(b => b.Line))} for {string.Join(" ", whole.Bad.Select(b => b.Line))}"
            );
            Assert.Equal(end, line);
        }

        Assert.NotEmpty(whole.Bad);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData(',')]
    public void Separators_byte_order_marks_and_line_ends_are_forgiven(char separator)
    {
        string text = string.Join("\r\n", Headings, Line("border", "officials"), Line("traders", "private-sector")).Replace(',', separator);
        byte[] file = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
        AnswerLayout layout = AnswerLayout.Read(file, Waves.Usual).Layout!;
        var reader = new AnswerReader(Waves.Usual, layout);
        reader.Read(file.AsMemory(layout.FirstByte), 2);
        Assert.Equal((2, 0), (reader.Batch.Count, reader.Bad.Count));
    }

    [Fact]
    public void What_a_tablet_writes_besides_is_left_out_and_named()
    {
        AnswerLayout layout = AnswerLayout.Read(Encoding.UTF8.GetBytes("Start Time,stratum,q01a,GPS\n"), Waves.Usual).Layout!;
        Assert.Equal(["start-time", "gps"], layout.NotTaken);
        Assert.Equal("survey-file-headings", AnswerLayout.Read("q01a,q02a\n"u8, Waves.Usual).Problem);
    }

    [Fact]
    public async Task Utf16_windows_1252_and_workbooks_become_utf8()
    {
        string text = "stratum;q01a;comment\nborder;5;déjà\n";
        foreach (
            (byte[] bytes, string needs) in new[]
            {
                ([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], AnswerFile.Utf16),
                (Encoding.BigEndianUnicode.GetBytes(text), AnswerFile.Utf16),
                (Encoding.Latin1.GetBytes(text), AnswerFile.Windows1252),
            }
        )
        {
            Assert.Equal(needs, AnswerFile.Needs(bytes));
            using MemoryStream from = new(bytes),
                to = new();
            await AnswerFile.ConvertAsync(needs, from, to, CancellationToken.None);
            Assert.Equal(text, Encoding.UTF8.GetString(to.ToArray()));
        }

        Assert.Null(AnswerFile.Needs(Encoding.UTF8.GetBytes(text)));
    }

    private static string Line(string stratum, string group, string first = "3", string comment = "") =>
        $"{stratum},{group},"
        + string.Join(
            ',',
            Questionnaire.Shipped.Questions.Select(
                (question, at) =>
                    question.Group is { } own && own != group ? ""
                    : at == 0 ? first
                    : "3"
            )
        )
        + ","
        + comment;

    private static (AnswerReader Reader, int Line) Read(string text)
    {
        byte[] file = Encoding.UTF8.GetBytes(text);
        AnswerLayout layout = AnswerLayout.Read(file, Waves.Usual).Layout!;
        byte[] part = file[layout.FirstByte..];
        int cut = RecordBounds.Cut(part, (byte)layout.Separator, layout.Columns.Count, isLast: true);
        Assert.Equal(part.Length, cut);
        var reader = new AnswerReader(Waves.Usual, layout);
        int line = reader.Read(part.AsMemory(0, cut), 2);
        return (reader, line);
    }
}
