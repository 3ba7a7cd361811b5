using System.Text;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Registers;

namespace ACip.Tests.Unit.Events;

public sealed class EventRegisterReaderTests
{
    private static readonly HashSet<AdministrationId> Known = [new("XA"), new("XB")];

    [Fact]
    public void A_sound_file_is_read_whole()
    {
        RegisterRead<DeliveredEvent> read = Read(
            "kind,title,start,end,administration,women,men\nWorkshop,\"Data, and how to use it\",2025-05-05,2025-05-07,xa,12,9\ninstrument or tool,Guide,2025-09-01,2025-09-01,,0,0\n"
        );
        Assert.Empty(read.Errors);
        Assert.Equal(
            [
                new DeliveredEvent(
                    DeliveryKind.Workshop,
                    "Data, and how to use it",
                    new DateOnly(2025, 5, 5),
                    new DateOnly(2025, 5, 7),
                    new AdministrationId("XA"),
                    12,
                    9
                ),
                new DeliveredEvent(DeliveryKind.InstrumentOrTool, "Guide", new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 1), null, 0, 0),
            ],
            read.Rows
        );
    }

    [Fact]
    public void Semicolons_a_mark_and_headings_in_another_order_are_read_too()
    {
        RegisterRead<DeliveredEvent> read = Read(
            "\ufeffTitle;Kind;Start;End;Men;Women;Administration;Not stated\r\nBasics;E-learning;2025-01-10;2025-12-01;3;4;XB;5\r\n\r\n"
        );
        Assert.Empty(read.Errors);
        Assert.Equal(
            new DeliveredEvent(
                DeliveryKind.ELearning,
                "Basics",
                new DateOnly(2025, 1, 10),
                new DateOnly(2025, 12, 1),
                new AdministrationId("XB"),
                4,
                3,
                5
            ),
            Assert.Single(read.Rows)
        );
    }

    [Theory]
    [InlineData("Party,T,2025-05-05,2025-05-07,XA,1,1", "kind", "register-choice")]
    [InlineData("Workshop,,2025-05-05,2025-05-07,XA,1,1", "title", "register-value-missing")]
    [InlineData("Workshop,T,05/25/2025,2025-05-07,XA,1,1", "start", "register-date")]
    [InlineData("Workshop,T,2025-05-08,2025-05-07,XA,1,1", "end", "delivery-dates")]
    [InlineData("Workshop,T,2025-05-05,2025-05-07,ZZ,1,1", "administration", "delivery-administration")]
    [InlineData("Workshop,T,2025-05-05,2025-05-07,XA,-1,1", "women", "register-number")]
    [InlineData("Workshop,T,2025-05-05,2025-05-07,XA,1,1.5", "men", "register-number")]
    [InlineData("Workshop,T,2025-05-05,2025-05-07,XA,1,1,1", "", "register-columns")]
    [InlineData("Workshop,\"T,2025-05-05,2025-05-07,XA,1,1", "", "register-quotes")]
    public void A_wrong_line_is_named_with_its_number_and_nothing_is_taken_over(string line, string column, string rule)
    {
        RegisterRead<DeliveredEvent> read = Read(
            $"kind,title,start,end,administration,women,men\nWorkshop,Good,2025-05-05,2025-05-07,XA,1,1\n{line}\n"
        );
        Assert.Contains(read.Errors, error => error.Line == 3 && error.Column == column && error.Rule == rule);
        Assert.Empty(read.Rows);
        Assert.False(read.IsSound);
    }

    [Fact]
    public void The_same_event_and_administration_twice_is_an_error_that_names_the_first_line()
    {
        RegisterRead<DeliveredEvent> read = Read(
            "kind,title,start,end,administration,women,men\nWorkshop,T,2025-05-05,2025-05-07,XA,1,1\nWorkshop,T,2025-05-05,2025-05-07,XA,2,2\n"
        );
        Assert.Contains("line 2", Assert.Single(read.Errors).Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "register-empty")]
    [InlineData("kind,title\nWorkshop,T\n", "register-heading")]
    [InlineData("kind,title,start,end,administration,women,men,colour\n", "register-heading")]
    public void A_file_without_the_headings_is_refused(string csv, string rule) =>
        Assert.All(Read(csv).Errors, error => Assert.Equal(rule, error.Rule));

    [Fact]
    public void A_file_that_is_not_UTF8_is_read_as_Windows_writes_it_and_that_is_said()
    {
        RegisterRead<DeliveredEvent> read = EventRegisterReader.Read(
            new MemoryStream([.. "kind;title;start;end;administration;women;men\nWorkshop;Caf"u8, 0xE9, .. ";5/4/2025;45752;XA;1;1\n"u8]),
            Known
        );
        Assert.Equal(
            ("Café", new DateOnly(2025, 4, 5), new DateOnly(2025, 4, 5)),
            (Assert.Single(read.Rows).Title, read.Rows[0].Start, read.Rows[0].End)
        );
        Assert.Equal(4, read.Forgiven.Count);
    }

    [Fact]
    public void A_file_in_utf16_is_read() =>
        Assert.Single(
            EventRegisterReader
                .Read(
                    new MemoryStream([
                        .. Encoding.Unicode.Preamble,
                        .. Encoding.Unicode.GetBytes(
                            "kind\ttitle\tstart\tend\tadministration\twomen\tmen\nWorkshop\tT\t2025-04-05\t2025-04-05\tXA\t1\t1\n"
                        ),
                    ]),
                    Known
                )
                .Rows
        );

    [Fact]
    public void A_register_is_emptied_only_where_that_was_asked_twice()
    {
        byte[] headings = Encoding.UTF8.GetBytes("kind,title,start,end,administration,women,men\n,,,,,,\n");
        Assert.Equal("register-no-lines", Assert.Single(EventRegisterReader.Read(new MemoryStream(headings), Known).Errors).Rule);
        Assert.True(EventRegisterReader.Read(new MemoryStream(headings), Known, mayBeEmpty: true).IsSound);
    }

    [Theory]
    [InlineData("2082-11-04,2082-11-05", "start,end")] // Bikram Sambat
    [InlineData("2569-02-16,2569-02-17", "start,end")] // Thailand
    [InlineData("1447-02-16,1447-02-17", "start,end")] // Hijri
    [InlineData("2026-02-16,2086-02-17", "end")]
    [InlineData("2014-12-31,2015-01-02", "start")]
    [InlineData("2029-01-01,2029-01-02", "start,end")]
    public void A_day_of_another_calendar_is_named(string days, string columns)
    {
        IReadOnlyList<LineError> errors = Today($"InstrumentOrTool,Guide,{days},XA,3,4").Errors;
        Assert.Equal(columns.Split(','), errors.Select(error => error.Column));
        Assert.All(errors, error => Assert.Equal("register-day-outside", error.Rule));
    }

    [Theory]
    [InlineData("Formação", "Formac\u0327a\u0303o")]
    [InlineData("Formação", "FORMAÇÃO")]
    [InlineData("Guide to codes", "Guide  to\u00A0codes ")]
    [InlineData("E-learning", "E learning")]
    public void A_title_spelt_otherwise_is_the_same_event(string title, string other)
    {
        LineError error = Assert.Single(
            Today($"InstrumentOrTool,{title},2026-02-16,2026-02-17,XA,3,4\nInstrumentOrTool,{other},2026-02-16,2026-02-17,XA,3,4").Errors
        );
        Assert.Equal((3, "delivery-twice"), (error.Line, error.Rule));
        Assert.Equal(
            [title, title],
            Today($"InstrumentOrTool,{title},2026-02-16,2026-02-17,XA,3,4\nInstrumentOrTool,{other},2026-02-16,2026-02-17,,3,4")
                .Rows.Select(row => row.Title)
        );
    }

    [Theory]
    [InlineData("kind,title,start,end,administration,women,men,,\nInstrumentOrTool,Guide,2026-02-16,2026-02-17,XA,3,4,,\n")]
    [InlineData("kind;title;start;end;administration;women;men;;\nInstrumentOrTool;Guide;2026-02-16;2026-02-17;XA;3;4;;\n;;;;;;;;\n")]
    [InlineData(",kind,title,start,end,administration,women,men\n,InstrumentOrTool,Guide,2026-02-16,2026-02-17,XA,3,4\n")]
    [InlineData("kind,title,start,end,administration,women,men\nInstrumentOrTool,Guide,2026-02-16,2026-02-17,XA,3,4,,,\n")]
    public void Empty_columns_that_spreadsheets_write_are_passed_over(string csv) => Assert.Single(Read(csv).Rows);

    [Fact]
    public void A_value_in_a_column_without_a_heading_is_named() =>
        Assert.Equal(
            "register-columns",
            Assert
                .Single(
                    Read("kind,title,start,end,administration,women,men,\nInstrumentOrTool,Guide,2026-02-16,2026-02-17,XA,3,4,5\n").Errors
                )
                .Rule
        );

    [Theory]
    [InlineData("kind,title,start,end,administration,women,men")]
    [InlineData("kind,title,start,end,administration,women,men\n\n,,,,,,\n")]
    public void A_file_with_headings_only_is_refused(string csv) => Assert.Equal("register-no-lines", Assert.Single(Read(csv).Errors).Rule);

    private static RegisterRead<DeliveredEvent> Today(string lines) =>
        EventRegisterReader.Read(
            new MemoryStream(Encoding.UTF8.GetBytes($"kind,title,start,end,administration,women,men\n{lines}\n")),
            Known,
            new DateOnly(2026, 10, 12)
        );

    private static RegisterRead<DeliveredEvent> Read(string csv) =>
        EventRegisterReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), Known);
}
