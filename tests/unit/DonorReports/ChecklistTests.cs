using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>What whoever signs is told: missing translations, variances without a word, gaps, and texts that no table bears out.</summary>
public sealed class ChecklistTests
{
    private static readonly DonorSnapshot Sample = SampleSnapshots.Sample(DonorTemplate.GlobalAffairsCanada);

    [Fact]
    public void A_text_that_claims_work_without_a_recorded_activity_is_questioned()
    {
        var claim = new Narrative(NarrativePart.Multilateral, Language.En, "Three workshops were held.", new PersonId("p-1"));
        DonorSnapshot empty = Sample with { Head = Sample.Head with { Deliveries = [], Multilateral = null, Narratives = [claim] } };
        Assert.Equal("Three workshops were held.", Assert.Single(Of(empty), one => one.Kind == OpenFindingKind.TextWithoutActivity).What);
        DonorSnapshot held = empty with { Head = empty.Head with { Deliveries = Sample.Head.Deliveries } };
        Assert.DoesNotContain(Of(held), one => one.Kind == OpenFindingKind.TextWithoutActivity);
    }

    [Fact]
    public void Each_text_of_another_language_is_listed_until_it_is_translated()
    {
        const string words = "Turnover of trained staff";
        var french = Language.FromString("fr");
        Assert.Contains(new OpenFinding(OpenFindingKind.MissingTranslation, words, french), Of(Sample));
        DonorSnapshot translated = Sample with
        {
            Head = Sample.Head with { Translations = [new Translation(Translation.KeyOf(words), french, "Rotation du personnel formé")] },
        };
        Assert.DoesNotContain(Of(translated), one => one.What == words);
    }

    [Fact]
    public void Variances_without_a_word_and_gaps_are_listed()
    {
        OpenFinding[] open = [.. Of(Sample)];
        Assert.Contains(
            open,
            one => one.Kind == OpenFindingKind.UnexplainedVariance && one.What.StartsWith("1110.3 ", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            open,
            one => one.Kind == OpenFindingKind.UnexplainedVariance && one.What.StartsWith("1110.2 ", StringComparison.Ordinal)
        );
        Assert.Contains(new OpenFinding(OpenFindingKind.Gap, "XH 2025"), open);
    }

    [Fact]
    public void A_final_report_without_its_own_texts_or_ratings_wants_a_reason_and_no_other_report_does()
    {
        DonorSnapshot bare = Sample with { Head = Sample.Head with { Final = true, Narratives = [], Outcomes = null } };
        Assert.Equal(
            ["FinalRating", "Sustainability"],
            Of(bare).Where(one => one.Kind == OpenFindingKind.FinalTextMissing).Select(one => one.What)
        );
        Assert.Contains(Of(bare), one => one.Kind == OpenFindingKind.ResultNotRated);
        Assert.DoesNotContain(Of(bare with { Head = bare.Head with { Final = null } }), one => one.WantsReason);
        DonorSnapshot whole = bare with
        {
            Head = bare.Head with
            {
                Narratives =
                [
                    .. new[] { NarrativePart.FinalRating, NarrativePart.Sustainability }.Select(section => new Narrative(
                        section,
                        Language.En,
                        "It stays.",
                        new PersonId("p-1")
                    )),
                ],
                Outcomes =
                [
                    .. bare.Head.Agreement.Framework.Results.Select(result => new OutcomeRating(
                        result.Code,
                        ItemStatus.Met,
                        Language.En,
                        "It is met.",
                        new PersonId("p-1")
                    )),
                ],
            },
        };
        Assert.DoesNotContain(Of(whole), one => one.WantsReason);
    }

    private static IReadOnlyList<OpenFinding> Of(DonorSnapshot snapshot) => Checklist.Of(snapshot.Head, FigureCalculator.Of(snapshot));
}
