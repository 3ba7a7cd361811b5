using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.ReplyParsing;
using AngleSharp.Html.Parser;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>The Secretariat rates results of the framework; beside it stands what administrations say of theirs.</summary>
public sealed class OutcomesTests
{
    private static readonly DonorSnapshot Plain = SmallReports.Of(
        SmallReports.Framework(Aggregation.Sum),
        ("XA", "EUR", [1, 2, 3, 4]),
        ("XB", "WCA", [1, 2, 3, 4])
    );

    private static readonly string Result = Plain.Head.Agreement.Framework.Indicators[0].Result;

    [Fact]
    public void Both_ratings_stand_side_by_side_with_their_sentences_and_the_latest_of_each_administration_counts()
    {
        string page = Html(Rated(sensitive: false), Language.En);
        Assert.Contains("constrained: Two of three decrees wait.", page, StringComparison.Ordinal);
        Assert.Contains("on track 1 and constrained 1", page, StringComparison.Ordinal);
        Assert.Contains("Staff follow the code.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("An earlier word.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_whether_the_figures_of_a_result_are_of_the_period_or_totals() =>
        Assert.Contains("1111.1: this period", Html(Rated(sensitive: false), Language.En), StringComparison.Ordinal);

    [Theory]
    [InlineData("fr", "Où en sont les résultats", "entravé")]
    [InlineData("es", "Cómo van los resultados", "con limitaciones")]
    public void It_is_said_in_the_language_of_the_report(Language language, string heading, string rating)
    {
        string page = Html(Rated(sensitive: false), language);
        Assert.Contains(heading, page, StringComparison.Ordinal);
        Assert.Contains(rating, page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_confidential_indicators_measure_is_not_told()
    {
        string page = Html(Rated(sensitive: true), Language.En);
        Assert.DoesNotContain("Staff follow the code.", page, StringComparison.Ordinal);
        Assert.Contains("Two of three decrees wait.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_without_ratings_has_no_such_section_and_the_bytes_it_always_had()
    {
        Assert.DoesNotContain("How the results stand", Html(Plain, Language.En), StringComparison.Ordinal);
        string written = Encoding.UTF8.GetString(SnapshotDocument.Write(Plain));
        Assert.DoesNotContain("\"outcomes\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\"statuses\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_with_ratings_reads_as_it_was_written()
    {
        byte[] written = SnapshotDocument.Write(Rated(sensitive: false));
        Assert.Equal(written, SnapshotDocument.Write(SnapshotDocument.Read(written)));
    }

    [Fact]
    public void A_rating_is_refused_without_a_sentence_or_of_a_result_that_the_framework_does_not_have()
    {
        LogicModel framework = Plain.Head.Agreement.Framework with
        {
            Results = [new FrameworkResult(Result, ResultLevel.Immediate, null, "Integrity")],
        };
        Assert.Null(OutcomeRules.Refuse(framework, Rating));
        Assert.Equal("sentence-needed", OutcomeRules.Refuse(framework, Rating with { Sentence = " - " })!.Rule);
        Assert.Equal("no-such-result", OutcomeRules.Refuse(framework, Rating with { Result = "9999" })!.Rule);
        Assert.Equal("not-a-rating", OutcomeRules.Refuse(framework, Rating with { Status = ItemStatus.Done })!.Rule);
    }

    [Fact]
    public void A_new_rating_replaces_the_one_before_and_both_writers_are_authors()
    {
        PersonId one = new("p-1"),
            other = new("p-2");
        SecretariatTexts first = OutcomeRules.Rated(new SecretariatTexts(one, default, [], [], []), Rating, one).WrittenBy(one, default);
        SecretariatTexts second = OutcomeRules.Rated(first, Rating with { Status = ItemStatus.Met }, other).WrittenBy(other, default);
        Assert.Equal(ItemStatus.Met, Assert.Single(second.Outcomes!).Status);
        Assert.Equal([one, other], second.Authors);
    }

    private static OutcomeRating Rating =>
        new(Result, ItemStatus.Constrained, Language.En, "Two of three decrees wait.", new PersonId("p-9"));

    private static DonorSnapshot Rated(bool sensitive)
    {
        PlanExtract[] plans =
        [
            .. Plain.Plans.Select(
                (plan, place) =>
                    plan with
                    {
                        Indicators = [.. plan.Indicators.Select(one => one with { Result = "R1", Sensitive = sensitive })],
                        Statuses =
                        [
                            Said(plan, 0, ItemStatus.NoProgress, "An earlier word."),
                            Said(plan, 3, place == 0 ? ItemStatus.OnTrack : ItemStatus.Constrained, "Staff follow the code."),
                        ],
                    }
            ),
        ];
        FrameworkResult[] results =
        [
            .. Plain.Head.Agreement.Framework.Results.Where(one => one.Code != Result),
            new FrameworkResult(Result, ResultLevel.Immediate, null, "Integrity"),
        ];
        return new DonorSnapshot(
            Plain.Head with
            {
                Outcomes = [Rating],
                Agreement = Plain.Head.Agreement with { Framework = Plain.Head.Agreement.Framework with { Results = results } },
            },
            plans
        );
    }

    private static AcceptedObservation Said(PlanExtract plan, int period, ItemStatus status, string sentence) =>
        new(
            new Observation(
                $"{plan.Plan}-R1-{period}",
                plan.Plan,
                1,
                "R1",
                plan.Periods[period].Key,
                null,
                null,
                sentence,
                null,
                new Dictionary<string, decimal>(),
                [],
                new PersonId("p-2"),
                default,
                new EntrySource("mail:1")
            )
            {
                Status = status,
            },
            new PersonId("p-9"),
            default,
            $"a-{period}"
        );

    private static string Html(DonorSnapshot snapshot, Language language) =>
        string.Join(
            ' ',
            new HtmlParser()
                .ParseDocument(Encoding.UTF8.GetString(DonorReport.Render(snapshot, language)[ReportParts.Html].Bytes))
                .Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
