using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Tests.Unit.Surveys.Results;

public sealed class WaveTallyTests
{
    [Fact]
    public void A_tally_is_the_same_in_parts_and_through_storage()
    {
        var chance = new Random(3);
        byte[][] answers = [.. Enumerable.Range(0, 400).Select(_ => Answers("officials", chance))];
        WaveTally whole = new(Waves.Usual),
            first = new(Waves.Usual),
            second = new(Waves.Usual);
        foreach ((int at, byte[] one) in answers.Index())
        {
            whole.Add(at % 2, one);
            (at < 150 ? first : second).Add(at % 2, one);
        }

        first.Add(Json.Read<IReadOnlyList<StratumTally>>(Json.Write<IReadOnlyList<StratumTally>>(second.Strata)));
        Assert.Equal(whole.Strata.Select(one => one.Responses), first.Strata.Select(one => one.Responses));
        Assert.Equal(Json.Write(whole.Strata.Select(one => one.Counts)), Json.Write(first.Strata.Select(one => one.Counts)));
        Assert.All(
            whole.Strata.SelectMany(one => one.Factors).Zip(first.Strata.SelectMany(one => one.Factors)),
            pair => Assert.Equal(pair.First.Squares, pair.Second.Squares, 6)
        );
    }

    [Fact]
    public void A_factor_counts_where_half_of_its_questions_are_answered()
    {
        var tally = new WaveTally(Waves.Usual);
        byte[] one = new byte[Questionnaire.Shipped.Questions.Count];
        one[0] = 5; // one of two questions that officials have on factor 1
        tally.Add(0, one);
        Assert.Equal((1, 100), (tally.Strata[0].Factors[1].N, tally.Strata[0].Factors[1].Mean));
        Assert.Equal(0, tally.Strata[0].Factors[2].N);
        Assert.Equal(1, tally.Strata[0].Responses);
    }

    [Fact]
    public void Reversed_questions_count_the_other_way() =>
        Assert.Equal(
            (75, 25),
            (
                new SurveyQuestion("q", 1, null, Text.Same("")).Score(4),
                new SurveyQuestion("q", 1, null, Text.Same(""), Reversed: true).Score(4)
            )
        );

    [Fact]
    public void Few_of_a_stratum_are_in_no_figure_and_follow_from_none()
    {
        var chance = new Random(4);
        var tally = new WaveTally(Waves.Usual);
        for (int at = 0; at < 60; at++)
        {
            tally.Add(0, Answers("officials", chance));
        }

        for (int at = 0; at < 4; at++)
        {
            tally.Add(1, Answers("officials", chance));
        }

        GroupResult officials = WaveScoring.Of(Waves.Usual, tally.Strata).Of("officials")!;
        Assert.Equal(64, officials.Heard);
        Assert.All(officials.Factors, factor => Assert.False(factor.IsHidden));
        // the large one too: with the whole it would tell of the small
        Assert.All(officials.Strata, stratum => Assert.Empty(stratum.Factors));
        Assert.Null(WaveScoring.Of(Waves.Usual, tally.Strata).Of("private-sector")!.Heard);
    }

    /// <summary>With 60 officials and 7 traders a total of 67 tells how many the seven are.</summary>
    [Fact]
    public void Once_there_are_scores_the_total_tells_of_no_group_that_is_too_small()
    {
        var chance = new Random(4);
        var tally = new WaveTally(Waves.Usual);
        Add(0, "officials", 60);
        Add(3, "private-sector", 7);
        Assert.Equal((null, null), Heard(Scored()));
        Assert.Equal((67, 67), Heard(null)); // how far the survey is while it collects
        Add(3, "private-sector", 3);
        Assert.Equal((70, 70), Heard(Scored()));

        WaveResults Scored() => WaveScoring.Of(Waves.Usual, tally.Strata);
        void Add(int stratum, string group, int people)
        {
            for (int at = 0; at < people; at++)
            {
                tally.Add(stratum, Answers(group, chance));
            }
        }

        // all by one file: what it brought is the total
        (long? Heard, long? OfFile) Heard(WaveResults? results)
        {
            long all = tally.Strata.Sum(one => one.Responses);
            var file = new ImportProgress("sha", default, new PersonId("officer"), null, 1, 1, all, 0, ImportState.Done);
            var read = new SurveyReadModel(new Row<SurveyWaveRecord>("wave", Waves.Usual, default), [file], results);
            return (read.Heard, read.RowsOf(file));
        }
    }

    [Fact]
    public void Where_all_say_the_same_nothing_is_shown()
    {
        var tally = new WaveTally(Waves.Usual);
        byte[] same = [.. Questionnaire.Shipped.Questions.Select(question => (byte)(question.Group == "private-sector" ? 0 : 5))];
        for (int at = 0; at < 50; at++)
        {
            tally.Add(0, same);
        }

        GroupResult officials = WaveScoring.Of(Waves.Usual, tally.Strata).Of("officials")!;
        Assert.All(officials.Factors, factor => Assert.True(factor.IsHidden));
        Assert.All(officials.Questions, question => Assert.Null(question.Shares));
    }

    private static byte[] Answers(string group, Random chance) =>
        [.. Questionnaire.Shipped.Questions.Select(question => (byte)(question.Group is { } own && own != group ? 0 : chance.Next(6)))];
}
