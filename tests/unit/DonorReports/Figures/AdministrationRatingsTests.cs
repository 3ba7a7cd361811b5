using System.Globalization;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>Administrations' ratings of what they contribute to a result of the framework, and the sentences beside them.</summary>
public sealed class AdministrationRatingsTests
{
    [Fact]
    public void Of_each_administration_its_latest_rating_counts_in_whatever_order_they_came()
    {
        AdministrationRatings voices = Voices(
            Rated(3)
                .Planned(plan => Saying(plan, "2:Constrained:It stalls.", "0:OnTrack:It goes well."), "XA")
                .Planned(plan => Saying(plan, "1:Constrained:It waits."), "XB")
                .Planned(plan => Saying(plan, "0:NoProgress:Nothing.", "3:Met:It is done."), "XC")
        );
        Assert.Equal(new Dictionary<ItemStatus, int> { [ItemStatus.Constrained] = 2, [ItemStatus.Met] = 1 }, voices.Counts);
        Assert.Equal("XA Constrained It stalls., XB Constrained It waits., XC Met It is done.", Written(voices));
        Assert.Equal((0, ""), (voices.Said.More, From(voices)));
    }

    [Fact]
    public void Who_has_said_something_last_without_a_rating_is_not_told()
    {
        DonorSnapshot snapshot = Rated(2)
            .Planned(plan => Saying(plan, "0:OnTrack:It goes well.", "1::We shall see."), "XA")
            .Planned(plan => Saying(plan, "0:Met:It is done."), "XB");
        Assert.Equal("XB Met It is done.", Written(Voices(snapshot)));
        Assert.Equal([1], Voices(snapshot).Counts.Values);
    }

    [Fact]
    public void A_rating_without_words_counts_and_says_nothing()
    {
        AdministrationRatings voices = Voices(
            Rated(2).Planned(plan => Saying(plan, "0:Met:  "), "XA").Planned(plan => Saying(plan, "0:Met:It is done."), "XB")
        );
        Assert.Equal((2, "XB Met It is done."), (voices.Counts[ItemStatus.Met], Written(voices)));
        Assert.Equal(0, voices.Said.More);
    }

    [Fact]
    public void The_same_words_for_the_same_rating_are_told_once_and_whose_they_are_too()
    {
        AdministrationRatings voices = Voices(
            Rated(4).Planned(plan => Saying(plan, "0:Met:It is done.")).Planned(plan => Saying(plan, "0:OnTrack:It is done."), "XC")
        );
        Assert.Equal("XA Met It is done., XC OnTrack It is done.", Written(voices));
        Assert.Equal((2, "XB XD", 3), (voices.Said.More, From(voices), voices.Counts[ItemStatus.Met]));
    }

    [Theory]
    [InlineData(10, 0, "")]
    [InlineData(11, 1, "XK")]
    [InlineData(12, 2, "XK XL")]
    public void Ten_sentences_are_told_and_whose_the_others_are(int administrations, int more, string from)
    {
        AdministrationRatings voices = Voices(
            Rated(administrations).Planned(plan => Saying(plan, $"0:Met:{plan.Administration} says so."))
        );
        Assert.Equal((10, more, from), (voices.Said.First.Count, voices.Said.More, From(voices)));
        Assert.Equal(administrations, voices.Counts[ItemStatus.Met]); // all ratings count
    }

    [Fact]
    public void Sentences_that_an_officer_wants_stand_first_in_the_officers_order()
    {
        DonorSnapshot snapshot = Rated(12)
            .Planned(plan => Saying(plan, $"0:Met:{plan.Administration} says so."))
            .Headed(head => head with { Preferred = [Translation.KeyOf("XL says so."), Translation.KeyOf("XC says so.")] });
        AdministrationRatings voices = Voices(snapshot);
        Assert.Equal(
            ["XL", "XC", "XA", "XB", "XD", "XE", "XF", "XG", "XH", "XI"],
            voices.Said.First.Select(one => one.Administration.Value)
        );
        Assert.Equal("XJ XK", From(voices).Split(' ').Order(StringComparer.Ordinal).Aggregate((one, other) => $"{one} {other}"));
    }

    /// <summary>Every sentence, for the data annex, under each result that it is about.</summary>
    [Theory]
    [InlineData("2:Constrained:It stalls. 0:OnTrack:It goes well.", "1111 It stalls.")]
    [InlineData("0:OnTrack:It goes well. 2:Constrained:It stalls.", "1111 It stalls.")]
    [InlineData("0:OnTrack:It goes well. 1::We shall see.", "")] // without a rating
    [InlineData("0:OnTrack:It goes well. 1:Met:", "")] // without words
    [InlineData("0:Met:\t", "")]
    [InlineData("0:Met:-", "")] // given without any
    [InlineData("", "")]
    public void The_annex_tells_what_each_said_last_with_a_rating(string said, string told)
    {
        DonorSnapshot snapshot = Rated(1);
        PlanExtract plan = snapshot.Plans.Single();
        plan =
            said.Length == 0 ? plan with { Statuses = null } : Saying(plan, said.Replace(". ", ".|", StringComparison.Ordinal).Split('|'));
        Assert.Equal(
            told,
            string.Join(", ", AdministrationRatingsCalculator.Told(plan, snapshot.Head).Select(one => $"{one.Result} {one.Said.Narrative}"))
        );
    }

    private static DonorSnapshot Rated(int administrations) =>
        Of(
                Framework(Aggregation.Sum),
                [.. Enumerable.Range(0, administrations).Select(place => ($"X{(char)('A' + place)}", "ESA", new decimal?[] { 1 }))]
            )
            .Planned(plan => plan.Measuring(it => it with { Result = "R1" }));

    /// <param name="said">Each as quarter:rating:words; no rating where it is empty, no words where they are a dash.</param>
    private static PlanExtract Saying(PlanExtract plan, params string[] said) =>
        plan with
        {
            Statuses =
            [
                .. said.Select(one => one.Split(':'))
                    .Select(one =>
                        Observed(plan, int.Parse(one[0], CultureInfo.InvariantCulture), null)
                            .But(given =>
                                given with
                                {
                                    Item = "R1",
                                    Status = one[1].Length > 0 ? Enum.Parse<ItemStatus>(one[1]) : null,
                                    Narrative = one[2] == "-" ? null : one[2],
                                }
                            )
                    ),
            ],
        };

    private static AdministrationRatings Voices(DonorSnapshot snapshot) => Assert.Single(FigureCalculator.Of(snapshot).Texts.Voices).Value;

    private static string Written(AdministrationRatings voices) =>
        string.Join(", ", voices.Said.First.Select(one => $"{one.Administration} {one.Status} {one.Sentence}"));

    private static string From(AdministrationRatings voices) => string.Join(' ', voices.Said.MoreFrom);
}
