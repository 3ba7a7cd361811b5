using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>Whose texts a report has room for: the programme's own, then each administration's in turn, ten of each kind; and how many more
/// there are, of whom.</summary>
public sealed class TextAggregationTests
{
    private const NarrativePart Lessons = NarrativePart.LessonsLearned;

    [Fact]
    public void The_programme_speaks_first_and_of_each_administration_its_newest_words_are_told()
    {
        TextList<Narrative> lessons = Texts(
            Silent(2)
                .Headed(head => head with { Narratives = [Said("Ours.")] })
                .Planned(plan => plan with { Narratives = [Said("Oldest."), Said("Older."), Said("Newest.")] }, "XA")
                .Planned(plan => plan with { Narratives = [Said("Theirs.")] }, "XB")
        ).Narratives[Lessons];
        Assert.Equal(
            [(null, "Ours."), ("XA", "Newest."), ("XB", "Theirs.")],
            lessons.First.Select(one => (one.Administration?.Value, one.Text))
        );
        Assert.Equal((2, "XA"), (lessons.More, From(lessons.MoreFrom)));
    }

    [Theory]
    [InlineData(10, 0, "")]
    [InlineData(11, 1, "XK")]
    [InlineData(12, 2, "XK XL")]
    public void Ten_texts_of_a_section_are_told_and_whose_the_others_are(int administrations, int more, string from)
    {
        TextList<Narrative> lessons = Texts(
            Silent(administrations).Planned(plan => plan with { Narratives = [Said($"{plan.Administration} has learnt.")] })
        ).Narratives[Lessons];
        Assert.Equal((10, more, from), (lessons.First.Count, lessons.More, From(lessons.MoreFrom)));
        Assert.Equal("XA has learnt.", lessons.First[0].Text);
    }

    [Fact]
    public void The_same_words_again_are_told_once_and_counted()
    {
        TextList<Narrative> lessons = Texts(Silent(3).Planned(plan => plan with { Narratives = [Said("Short forms.")] })).Narratives[
            Lessons
        ];
        Assert.Equal("XA", Assert.Single(lessons.First).Administration?.Value);
        Assert.Equal(2, lessons.More);
    }

    [Theory]
    [InlineData(0, 10, 0, "")]
    [InlineData(8, 2, 0, "")]
    [InlineData(8, 3, 1, "XC")]
    [InlineData(9, 3, 2, "XB XC")]
    [InlineData(12, 0, 2, "")] // the programme's own
    public void Ten_explanations_are_told_the_programmes_first(int ofProgramme, int administrations, int more, string from)
    {
        DonorSnapshot snapshot = Silent(administrations)
            .Headed(head => head with { Deviations = [.. Enumerable.Range(1, ofProgramme).Select(place => Late($"Ours, {place}."))] })
            .Planned(plan => plan with { Deviations = [Late($"{plan.Administration} was late.")] });
        var deviations = Texts(snapshot).Deviations;
        Assert.Equal((10, more, from), (deviations.First.Count, deviations.More, From(deviations.MoreFrom)));
        Assert.Equal(Math.Min(ofProgramme, 10), deviations.First.TakeWhile(one => one.Administration is null).Count());
    }

    [Fact]
    public void Risks_stand_by_likelihood_times_impact_and_of_equal_ones_the_first_told_is_first() =>
        Assert.Equal(
            ["Twelve", "Nine", "Four", "Four again", "Two"],
            Risks(Silent(0), Risk("Four", 2, 2), Risk("Two", 1, 2), Risk("Twelve", 3, 4), Risk("Four again", 4, 1), Risk("Nine", 3, 3))
        );

    [Fact]
    public void Risks_that_an_officer_wants_stand_first_in_the_officers_order() =>
        Assert.Equal(
            ["Two", "Four", "Twelve", "Nine"],
            Risks(
                Silent(0).Headed(head => head with { Preferred = [Translation.KeyOf("Two"), Translation.KeyOf("Four")] }),
                Risk("Four", 2, 2),
                Risk("Nine", 3, 3),
                Risk("Two", 1, 2),
                Risk("Twelve", 3, 4)
            )
        );

    /// <summary>The programme has it twice, with two codes; XA twice, XB once, and only XB tells of the other.</summary>
    [Fact]
    public void A_risk_that_several_tell_alike_is_one_with_all_their_names_each_once()
    {
        ReportTexts texts = Texts(
            Silent(2)
                .Headed(head => head with { Risks = [Risk("Turnover", 4, 4, "R1"), Risk("Turnover", 4, 4, "R2")] })
                .Planned(plan => plan with { Risks = [Risk("Turnover", 4, 4, "A"), Risk("Turnover", 4, 4, "B")] }, "XA")
                .Planned(plan => plan with { Risks = [Risk("Turnover", 4, 4, "C"), Risk("Turnover", 4, 3, "D")] }, "XB")
        );
        Assert.Equal(
            [("R1", true, "XA XB"), ("D", false, "XB")],
            texts.Risks.First.Select(one => (one.Risk.Code, one.OfProgramme, From(one.Administrations)))
        );
        Assert.Equal(0, texts.Risks.More);
    }

    /// <summary>Ten graver ones leave no room for the least, which counts once for each who told it.</summary>
    [Theory]
    [InlineData(true, "XA XB", 3)]
    [InlineData(false, "XA XB", 2)]
    [InlineData(true, "", 1)]
    [InlineData(false, "XB", 1)]
    public void The_ten_gravest_risks_are_told_and_of_the_others_how_often(bool ofProgramme, string from, int more)
    {
        Risk least = Risk("Least", 1, 1);
        Risk[] graver = [.. Enumerable.Range(1, 10).Select(place => Risk($"Graver {place}", 2, 2))];
        ReportTexts texts = Texts(
            Silent(3)
                .Headed(head => head with { Risks = ofProgramme ? [least] : [] })
                .Planned(plan => plan with { Risks = from.Contains(plan.Administration.Value) ? [least] : [] })
                .Planned(plan => plan with { Risks = graver }, "XC")
        );
        Assert.Equal(graver, texts.Risks.First.Select(one => one.Risk));
        Assert.Equal(more, texts.Risks.More);
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, false, false)]
    [InlineData(2, false, true)] // it is a single value
    [InlineData(0, true, true)]
    public void A_restated_value_is_withheld_where_single_values_are(int minimum, bool sensitive, bool withheld)
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Sum, minimumCell: minimum), ("XA", "ESA", [10]), ("XB", "WCA", [5]))
            .Planned(plan => plan.Measuring(it => it with { Sensitive = sensitive }))
            .Planned(plan => plan with { Restatements = [Restated(plan)] }, "XA");
        Assert.Equal(
            [(new AdministrationId("XA"), "1111.1", withheld)],
            Texts(snapshot).Restatements.First.Select(one => (one.Administration, one.Indicator, one.Withheld))
        );
    }

    private static Restatement Restated(PlanExtract plan) =>
        new(plan.Observations[0].But(one => one with { Value = 9 }), plan.Observations[0], "Counted twice.");

    private static string[] Risks(DonorSnapshot snapshot, params Risk[] told) =>
        [.. Texts(snapshot.Headed(head => head with { Risks = told })).Risks.First.Select(one => one.Risk.Statement)];

    /// <summary>Of which nobody says anything yet.</summary>
    private static DonorSnapshot Silent(int administrations) =>
        Of(
                Framework(Aggregation.Sum),
                [.. Enumerable.Range(0, administrations).Select(place => ($"X{(char)('A' + place)}", "ESA", new decimal?[] { 1 }))]
            )
            .Headed(head => head with { Narratives = [], Deviations = [], Risks = [] })
            .Planned(plan => plan with { Narratives = [], Deviations = [], Risks = [] });

    private static Narrative Said(string text) => new(Lessons, Language.En, text, new PersonId("p-1"));

    private static Deviation Late(string text) => new("9999.9", Language.En, text, null);

    private static Risk Risk(string statement, int likelihood, int impact, string code = "R1") =>
        new(code, statement, likelihood, impact, "Hand-over notes", "Coordinator");

    [Fact]
    public void What_the_indicators_serve_besides_is_counted_over_all_administrations()
    {
        var markers = new Markers([], [], [Synergy.Tfa], [CrossCuttingTheme.HumanRights]);
        ReportTexts texts = Texts(
            Silent(3).Planned(plan => plan with { Indicators = [.. plan.Indicators.Select(one => one with { Markers = markers })] })
        );
        Assert.Equal([new(Synergy.Tfa, 3)], texts.Synergies);
        Assert.Equal([new(CrossCuttingTheme.HumanRights, 3)], texts.Themes);
    }

    private static ReportTexts Texts(DonorSnapshot snapshot) => FigureCalculator.Of(snapshot).Texts;

    private static string From(IEnumerable<AdministrationId> whose) => string.Join(' ', whose);
}
