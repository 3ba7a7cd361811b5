using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>An answer as its reader reads it.</summary>
public sealed class SaidWordsTests
{
    private static readonly SaidAnswer Nothing = SaidAnswer.Of(
        new ReplyFigure("B3", null, null, null, null, null, new Dictionary<string, decimal>(), "")
    );

    private static readonly FormItem Officers = new("B5", FormItemKind.Number, "Officers trained", "officers", ["women", "men"]),
        Share = new("B3", FormItemKind.Percentage, "Share of declarations", "%"),
        Bare = new("B6", FormItemKind.Number, "Seminars");

    [Fact]
    public void A_number_stands_with_its_unit()
    {
        Assert.Equal("12 officers", Say(Nothing with { Value = 12 }, Officers));
        Assert.Equal("45 %", Say(Nothing with { Value = 45 }, Share));
        Assert.Equal("2", Say(Nothing with { Value = 2 }, Bare));
        Assert.Equal("2", Say(Nothing with { Value = 2 }, null));
    }

    [Fact]
    public void Groups_stand_behind_the_number_in_the_order_of_the_form_and_alone_where_there_is_none()
    {
        var groups = new Dictionary<string, decimal> { ["men"] = 5, ["women"] = 7 };
        Assert.Equal("12 officers (women: 7, men: 5)", Say(Nothing with { Value = 12, Groups = groups }, Officers));
        Assert.Equal("women: 7, men: 5", Say(Nothing with { Groups = groups }, Officers));
    }

    [Fact]
    public void Yes_no_a_day_and_words_are_said_as_such()
    {
        Assert.Equal("yes", Say(Nothing with { Reached = true }, null), ignoreCase: true);
        Assert.Equal("no", Say(Nothing with { Reached = false }, null), ignoreCase: true);
        Assert.Equal("Two posts are open.", Say(Nothing with { Narrative = "Two posts are open." }, null));
        Assert.Equal("", Say(Nothing, null));
    }

    /// <summary>A day is the day that was written, wherever it is read.</summary>
    [Fact]
    public void A_day_is_not_moved_by_a_zone() =>
        Assert.Contains("31", Say(Nothing with { Date = new DateOnly(2026, 12, 31) }, null), StringComparison.Ordinal);

    private static string Say(SaidAnswer said, FormItem? item) => SaidWords.Of(said, item, Language.En);
}
