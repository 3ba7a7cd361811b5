using System.Text;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Questionnaires;
using static ACip.Tests.Unit.Surveys.Imports.TestWorkbook;

namespace ACip.Tests.Unit.Surveys.Imports;

/// <summary>What spreadsheets do to answers, forgiven; and what cannot be, named with the row that the sheet shows.</summary>
public sealed class AnswerWorkbookTests
{
    private static readonly object?[] Headings =
    [
        "start time",
        "GPS, altitude",
        "Stratum",
        "group",
        .. Questionnaire.Shipped.Questions.Select(question => (object?)question.Code),
        "comment",
    ];

    [Fact]
    public async Task A_workbook_is_read_as_a_person_reads_it()
    {
        (AnswerReader reader, AnswerLayout layout, string text) = await ReadAsync(
            (
                "Read me",
                [
                    ["Answers of March"],
                    ["do not change"],
                ]
            ),
            (
                "Data",
                [
                    [],
                    [.. Headings, null, "", ""],
                    Row("border", 4),
                    Row("BORDER", "4,0"),
                    Row("border", new DateCell(4)),
                    [.. Row("border", 5, "first line\nsecond, \"quoted\""), "", " "],
                    ["", "", "", ""],
                    [],
                    Row("border", new ErrorCell("#N/A")),
                    Row("border", 4.5),
                    Row("border", new DateCell(46087)),
                    Row("nowhere", 4),
                    Row("border", null),
                    [new DateCell(46087.5)],
                ]
            )
        );

        Assert.Equal(["start-time", "gps,-altitude"], layout.NotTaken);
        Assert.Equal(
            [
                (10, "q01a", "survey-answer"),
                (11, "q01a", "survey-answer"),
                (12, "stratum", "survey-stratum"),
                (14, "stratum", "survey-stratum"),
            ],
            reader.Bad.Select(bad => (bad.Line, bad.Column, bad.Rule))
        );
        Assert.Equal([0, 6, 0, 0], reader.Tally.Strata.Select(stratum => stratum.Responses));
        // a formula that came to nothing is no answer, and the row's others count
        Assert.Equal([0, 0, 0, 3, 1], reader.Tally.Strata[1].Counts[0]);
        Assert.Equal("first line second, \"quoted\"", Assert.Single(reader.Texts).Text);
        Assert.Contains("2026-03-05", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_without_headings_or_without_answers_is_refused_for_it()
    {
        Assert.Equal(
            "survey-file-headings",
            AnswerLayout
                .Read(
                    await ConvertedAsync(
                        (
                            "Data",
                            [
                                ["officials", "border", 3],
                            ]
                        )
                    ),
                    Waves.Usual
                )
                .Problem
        );
        Assert.Equal(
            "survey-file-heading-twice",
            AnswerLayout
                .Read(
                    await ConvertedAsync(
                        (
                            "Data",
                            [
                                ["stratum", "group", "q01a", "Q01A "],
                            ]
                        )
                    ),
                    Waves.Usual
                )
                .Problem
        );
        Assert.Equal(
            "survey-file-headings",
            AnswerLayout
                .Read(
                    await ConvertedAsync(
                        (
                            "Data",
                            [
                                ["", null, " "],
                            ]
                        )
                    ),
                    Waves.Usual
                )
                .Problem
        );
        Assert.Equal(0, (await ReadAsync(("Data", [Headings, [], ["", ""]]))).Reader.Batch.Count);
    }

    [Fact]
    public async Task A_line_is_as_long_as_its_headings_and_a_survey_has_no_thousands_of_columns()
    {
        object?[] far = [.. Enumerable.Repeat<object?>(null, 3_000), "far"];
        string text = Encoding.UTF8.GetString(
            await ConvertedAsync(
                (
                    "Data",
                    [
                        ["stratum", "q01a", ""],
                        [],
                        ["border", 3],
                        far,
                    ]
                )
            )
        );
        Assert.Equal(["stratum,q01a", ",", "border,3", new string(',', 3_000) + "far", ""], text.Split('\n'));

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            ConvertedAsync(
                (
                    "Data",
                    [
                        [.. Enumerable.Range(0, 2_001).Select(at => (object?)$"q{at}")],
                    ]
                )
            )
        );
    }

    [Fact]
    public async Task The_same_answers_as_text_and_as_a_workbook_come_to_the_same()
    {
        object?[][] rows =
        [
            Headings,
            .. Enumerable
                .Range(0, 60)
                .Select(at => Row(at % 3 == 0 ? "head-office" : "border", 1 + (at % 5), at % 7 == 0 ? $"words; {at}, \"so\"" : null)),
        ];
        (AnswerReader workbook, _, _) = await ReadAsync(("Data", rows));
        string csv = string.Join(
            "\r\n",
            rows.Select(row =>
                string.Join(';', row.Select(cell => $"\"{cell?.ToString()!.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            )
        );
        (AnswerReader text, _) = Read(Encoding.UTF8.GetBytes(csv));

        Assert.Equal((60, 60), (workbook.Batch.Count, text.Batch.Count));
        Assert.Equal(
            text.Tally.Strata.SelectMany(one => one.Counts.SelectMany(counts => counts)),
            workbook.Tally.Strata.SelectMany(one => one.Counts.SelectMany(counts => counts))
        );
        Assert.Equal(text.Texts, workbook.Texts);
    }

    private static object?[] Row(string stratum, object? first, string? comment = null) =>
        [
            new DateCell(46086.4),
            "12,5",
            stratum,
            "officials",
            .. Questionnaire.Shipped.Questions.Select(
                (question, at) =>
                    question.Group is "private-sector" ? null
                    : at == 0 ? first
                    : (object?)3
            ),
            comment,
        ];

    private static async Task<byte[]> ConvertedAsync(params (string Name, object?[][] Rows)[] sheets)
    {
        byte[] file = Of(sheets);
        Assert.Equal(AnswerFile.Workbook, AnswerFile.Needs(file));
        using MemoryStream from = new(file),
            to = new();
        await AnswerFile.ConvertAsync(AnswerFile.Workbook, from, to, CancellationToken.None);
        return to.ToArray();
    }

    private static async Task<(AnswerReader Reader, AnswerLayout Layout, string Text)> ReadAsync(
        params (string Name, object?[][] Rows)[] sheets
    )
    {
        byte[] text = await ConvertedAsync(sheets);
        (AnswerReader reader, AnswerLayout layout) = Read(text);
        return (reader, layout, Encoding.UTF8.GetString(text));
    }

    private static (AnswerReader Reader, AnswerLayout Layout) Read(byte[] text)
    {
        AnswerLayout layout = AnswerLayout.Read(text, Waves.Usual).Layout!;
        byte[] part = text[layout.FirstByte..];
        int whole = RecordBounds.Cut(part, (byte)layout.Separator, layout.Columns.Count, isLast: true);
        var reader = new AnswerReader(Waves.Usual, layout);
        reader.Read(part.AsMemory(0, whole), 1 + text.AsSpan(0, layout.FirstByte).Count((byte)'\n'));
        return (reader, layout);
    }
}
