using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;

namespace ACip.Tests.Unit.Multilateral;

public sealed class ExpertMatchingTests
{
    private static readonly AdministrationId Ghana = new("GH");

    private static readonly ExpertRequest Wanted = new(Ghana, [6, 7], Language.Fr, new DateOnly(2026, 5, 4), new DateOnly(2026, 5, 8));

    private static readonly Availability AllYear = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    [Fact]
    public void Of_puts_first_who_covers_more_and_says_why()
    {
        IReadOnlyList<Candidate> found = ExpertMatching.Of(
            Wanted,
            [Expert("one", [6], [Language.Fr], null, AllYear), Expert("both", [6, 7, 8], [Language.En, Language.Fr], null, AllYear)],
            []
        );
        Assert.Equal(["both", "one"], found.Select(one => one.Person.Value));
        Assert.True(found[0].Possible);
        Assert.Equal("knows 2 of 2 key factors asked for: 6 and 7", found[0].Reasons[0].En);
        Assert.Equal("parle la langue", found[0].Reasons[1].Fr);
    }

    [Theory]
    [InlineData("has another mission then")]
    [InlineData("comes from this administration")]
    [InlineData("is not available on all of these days")]
    [InlineData("does not speak the language")]
    [InlineData("knows none of the key factors asked for")]
    public void Of_says_what_stands_against_somebody(string why)
    {
        bool busy = why.Contains("another", StringComparison.Ordinal);
        Expert expert = Expert(
            "somebody",
            why.Contains("none", StringComparison.Ordinal) ? [1] : [6, 7],
            [why.Contains("language", StringComparison.Ordinal) ? Language.Es : Language.Fr],
            why.Contains("comes from", StringComparison.Ordinal) ? Ghana : null,
            why.Contains("available", StringComparison.Ordinal)
                ? new Availability(new DateOnly(2026, 5, 5), new DateOnly(2026, 6, 1))
                : AllYear
        );
        PastMission[] missions = busy ? [new(expert.Person, new DateOnly(2026, 5, 8), new DateOnly(2026, 5, 9), null)] : [];
        Candidate found = Assert.Single(ExpertMatching.Of(Wanted, [expert], missions));
        Assert.False(found.Possible);
        Assert.Contains(found.Reasons, reason => reason.En == why);
    }

    [Fact]
    public void Of_tells_what_earlier_missions_were_worth()
    {
        Expert expert = Expert("somebody", [6], [Language.Fr], null, AllYear);
        Candidate found = Assert.Single(
            ExpertMatching.Of(Wanted, [expert], [new(expert.Person, new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 9), 4.5m)])
        );
        Assert.Contains(
            found.Reasons,
            reason => reason is { En: "earlier missions were marked 4.5 of 5", Es: "misiones anteriores valoradas con 4,5 de 5" }
        );
    }

    [Fact]
    public void Themes_bring_the_articles_and_targets_of_their_key_factors_each_once_and_in_order()
    {
        Themes whole = Themes.Of([new Themes([7], [8], ["16.10"]), new Themes([6], [], ["16.5"])]);
        Assert.Equal([8, 9, 14, 36], whole.Uncac);
        Assert.Equal(["16.5", "16.6", "16.10"], whole.Sdg16);
        Assert.False(new Themes([11], [], []).IsSound);
        Assert.False(new Themes([], [72], []).IsSound);
        Assert.False(new Themes([], [], ["17.1"]).IsSound);
    }

    private static Expert Expert(string id, int[] factors, Language[] languages, AdministrationId? home, Availability available) =>
        new(new PersonId(id), factors, languages, home, [available]);
}
