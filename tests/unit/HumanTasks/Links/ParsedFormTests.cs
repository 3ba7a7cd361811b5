using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.HumanTasks.Links;

public sealed class ParsedFormTests
{
    private static readonly FormItem Number = new("B1", FormItemKind.Number, "Declarations", "declarations", ["women", "men"]);
    private static readonly FormItem Share = new("B2", FormItemKind.Percentage, "Share of staff trained", Sensitive: true);
    private static readonly FormItem Reached = new("M1", FormItemKind.YesNo, "Code of conduct adopted");
    private static readonly FormItem[] Items = [Number, Share, Reached];
    private static readonly Dictionary<string, ReportEntry> NoEntries = [];

    [Theory]
    [InlineData("en", "1234.5", 1234.5)]
    [InlineData("fr", "1234,5", 1234.5)]
    [InlineData("es", "12", 12)]
    public void A_number_is_read_as_the_persons_language_writes_it(Language language, string typed, double expected) =>
        Assert.Equal((decimal)expected, Single(language, ("v.B1", typed)).Value);

    [Theory]
    [InlineData("v.B1", "about forty")]
    [InlineData("v.B1", "1.234")]
    [InlineData("v.B1", "40-50")]
    [InlineData("v.B2", "0.45")]
    [InlineData("g.B1.0", "some")]
    public void What_cannot_be_read_for_certain_is_an_error_at_its_field(string field, string typed)
    {
        ParsedForm reading = Read(Language.Fr, (field, typed), ("v.B1", field == "v.B1" ? typed : "1"));
        Assert.Contains(field, reading.Errors.Keys);
    }

    [Fact]
    public void A_sensitive_item_is_answered_here() => Assert.Equal(45, Single(Language.En, ("v.B2", "45 %")).Value);

    [Fact]
    public void Groups_go_with_their_total()
    {
        ReplyFigure figure = Single(Language.En, ("v.B1", "12"), ("g.B1.0", "5"), ("g.B1.1", "7"));
        Assert.Equal((12m, 5m, 7m), (figure.Value, figure.Groups["women"], figure.Groups["men"]));
        Assert.Contains("v.B1", Read(Language.En, ("g.B1.0", "5")).Errors.Keys);
    }

    [Fact]
    public void A_day_goes_with_yes_only()
    {
        Assert.Equal(new DateOnly(2026, 2, 1), Single(Language.Fr, ("v.M1", "yes"), ("d.M1", "2026-02-01")).Date);
        Assert.NotEmpty(Read(Language.Fr, ("v.M1", "no"), ("d.M1", "2026-02-01")).Errors);
    }

    [Fact]
    public void A_reason_stands_instead_of_a_value_and_never_beside_one()
    {
        Assert.Equal("survey not finished", Single(Language.En, ("m.B1", "survey not finished")).MissingReason);
        Assert.Contains("m.B1", Read(Language.En, ("v.B1", "1"), ("m.B1", "survey not finished")).Errors.Keys);
    }

    [Fact]
    public void What_stands_in_the_report_already_is_no_new_answer()
    {
        var entry = new ReportEntry(
            "B1",
            1234.5m,
            null,
            null,
            null,
            null,
            new Dictionary<string, decimal> { ["men"] = 7 },
            [],
            new PersonId("p"),
            DateTimeOffset.UnixEpoch,
            new EntrySource("mail:x"),
            ""
        );
        var entries = new Dictionary<string, ReportEntry> { ["B1"] = entry };
        IReadOnlyDictionary<string, string> shown = FormFields.Of(Number, entry, Language.Fr);
        ParsedForm same = ParsedForm.Of(Items, shown, entries, Language.Fr);
        Assert.Empty(same.Figures);
        Assert.Equal(["B2", "M1"], same.Unanswered);

        ReplyFigure changed = Assert.Single(
            ParsedForm.Of(Items, new Dictionary<string, string>(shown) { ["v.B1"] = "1235" }, entries, Language.Fr).Figures
        );
        Assert.Equal(1235, changed.Value);
        Assert.Equal(7, changed.Groups["men"]);
    }

    [Fact]
    public void A_draft_holds_only_fields_of_the_form_and_no_more_than_a_person_types()
    {
        IReadOnlyDictionary<string, string> sound = LinkDraft.Sound(
            [new("v.B1", " 12 \r\n"), new("v.X9", "1"), new("csrf", "x"), new("v.B2", new string('9', 130_000)), new("m.B1", "   ")],
            FormFields.All(Items)
        );
        Assert.Equal(["v.B1", "v.B2"], sound.Keys);
        Assert.Equal("12", sound["v.B1"]);
        Assert.Equal(new string('9', 100_000) + " […]", sound["v.B2"]);
        Assert.Equal(sound, LinkDraft.Sound(sound, FormFields.All(Items))); // what was kept is not cut again
    }

    [Fact]
    public void What_is_much_too_long_in_some_fields_takes_nothing_from_the_others()
    {
        string pasted = new('9', 130_000);
        KeyValuePair<string, string>[] typed = [new("m.B1", pasted), new("v.B1", pasted), new("v.B2", "12")];

        Assert.False(LinkDraft.IsTooMuch(typed.Select(field => field.Value)));
        IReadOnlyDictionary<string, string> sound = LinkDraft.Sound(typed, FormFields.All(Items));
        Assert.Equal("12", sound["v.B2"]);
        Assert.Equal(pasted[..20_000] + " […]", sound["v.B1"]);
        Assert.True(LinkDraft.IsTooMuch(Enumerable.Repeat(pasted, 11)));
    }

    private static ParsedForm Read(Language language, params (string Field, string Typed)[] fields) =>
        ParsedForm.Of(
            Items,
            fields.DistinctBy(field => field.Field).ToDictionary(field => field.Field, field => field.Typed),
            NoEntries,
            language
        );

    private static ReplyFigure Single(Language language, params (string Field, string Typed)[] fields)
    {
        ParsedForm reading = Read(language, fields);
        Assert.Empty(reading.Errors);
        return Assert.Single(reading.Figures);
    }
}
