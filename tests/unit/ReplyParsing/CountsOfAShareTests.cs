using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>The two counts of a share, where one of them or the share beside them is doubtful.</summary>
public sealed class CountsOfAShareTests
{
    private static readonly FormItem Item = new("B3", FormItemKind.Percentage, "Officers trained")
    {
        Ratio = new RatioNames("officers trained", "officers in post"),
    };

    [Theory]
    [InlineData("1.234/5678", NotUnderstoodReason.AmbiguousNumber)]
    [InlineData("45/1.234", NotUnderstoodReason.AmbiguousNumber)]
    [InlineData("45/1234567890123456789", NotUnderstoodReason.NotANumber)]
    [InlineData("1.234/1234567890123456789", NotUnderstoodReason.AmbiguousNumber)] // of two, what is wrong with the first
    [InlineData("1234567890123456789/1.234", NotUnderstoodReason.NotANumber)]
    [InlineData("1  234/5678", NotUnderstoodReason.NotARatio)] // 1 or 1234
    [InlineData("45/1  200", NotUnderstoodReason.NotARatio)]
    public void A_count_that_could_be_two_is_asked_back(string written, NotUnderstoodReason reason) => IsAskedBack(written, reason);

    [Theory]
    [InlineData("50 % (45/120)")]
    [InlineData("45/120 (50 %)")]
    [InlineData("45 of 120 = 50 %")]
    [InlineData("37.5  38 % (45/120)")]
    [InlineData("45/120 (37.5  38 %)")]
    public void A_share_that_is_not_that_of_the_counts_is_asked_back(string written) => IsAskedBack(written, NotUnderstoodReason.NotARatio);

    [Theory]
    [InlineData("37 % (45/120)")] // rounded down
    [InlineData("45/120 (38 %)")] // rounded up
    [InlineData("45 out of 120 = 37.5 %")]
    public void A_share_beside_its_counts_may_be_rounded(string written) =>
        Assert.Equal(new Ratio(45, 120), Assert.Single(Read(written).Figures).Counts!.Total);

    [Theory]
    [InlineData("45 out of 120")]
    [InlineData("45 de un total de 120")]
    [InlineData("45 sobre 120")]
    public void Words_for_a_whole_may_begin_with_a_shorter_one(string written) =>
        Assert.Equal(new Ratio(45, 120), Assert.Single(Read(written).Figures).Counts!.Total);

    [Fact]
    public void Two_hundred_characters_may_be_counts_and_more_are_words()
    {
        Assert.Equal(new Ratio(45, 120), Assert.Single(Read("45/".PadRight(197) + "120").Figures).Counts!.Total);
        IsAskedBack("45/".PadRight(198) + "120", NotUnderstoodReason.Range);
    }

    private static void IsAskedBack(string written, NotUnderstoodReason reason)
    {
        ParsedReply reading = Read(written);
        Assert.Empty(reading.Figures);
        Assert.Equal(reason, Assert.Single(reading.NotUnderstood).Reason);
    }

    private static ParsedReply Read(string written) => ReplyReader.Read(ReplyText.Of($"B3: {written}", null), [Item], Language.En);
}
