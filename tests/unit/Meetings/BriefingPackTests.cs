using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Meetings;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Meetings;

public sealed class BriefingPackTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly GoodPractice Practice = new(
        "gifts",
        new AdministrationId("ML"),
        new PlanId("ml-2026"),
        new PeriodKey("20260101-20260331"),
        "1110.1",
        "A register of gifts",
        "Every gift is entered.",
        [6],
        PracticeState.Published
    )
    {
        ConsentAt = Now.AddDays(-100),
    };

    [Fact]
    public void A_pack_brings_what_was_published_in_the_last_year_the_newest_first() =>
        Assert.Equal(
            ["Newer. Every gift is entered.", "A register of gifts. Every gift is entered."],
            Of(
                Practice,
                Practice with
                {
                    Title = "Newer",
                    ConsentAt = Now.AddDays(-1),
                },
                Practice with
                {
                    Title = "Of the meeting before",
                    ConsentAt = Now.AddDays(-366),
                },
                Practice with
                {
                    Title = "Withheld",
                    State = PracticeState.Withheld,
                }
            )
        );

    /// <summary>Sixty whole ones for each of a thousand coordinators are more than storage or a mail takes.</summary>
    [Fact]
    public void A_long_practice_is_told_in_short()
    {
        string told = Assert.Single(Of(Practice with { Text = string.Join(' ', Enumerable.Repeat("word", 1000)) }));
        Assert.InRange(told.Length, 590, 601);
        Assert.EndsWith("word…", told, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Of(params GoodPractice[] library) =>
        BriefingPack.Of(library, Now, home => Text.Same(home.Value)).Select(one => one.Words);
}
