using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Statistics;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Results;

/// <summary>Computes scores from tallies and leaves out whatever reveals individuals. Pure.</summary>
public static class WaveScoring
{
    public static WaveResults Of(SurveyWaveRecord wave, IReadOnlyList<StratumTally> tallies) =>
        new(
            wave.Id,
            CellSuppression.FewestRespondents,
            [
                .. wave
                    .Questionnaire.Groups.Where(group => wave.Frame.Any(stratum => stratum.Group == group.Code))
                    .Select(group => Group(wave, tallies, group.Code)),
            ]
        );

    private static GroupResult Group(SurveyWaveRecord wave, IReadOnlyList<StratumTally> tallies, string group)
    {
        (FrameStratum Stratum, StratumTally Tally)[] own = [.. wave.Frame.Zip(tallies).Where(pair => pair.First.Group == group)];
        long invited = own.Sum(one => one.Stratum.Invited),
            heard = own.Sum(one => one.Tally.Responses);
        bool few = heard < CellSuppression.FewestRespondents;
        var factors = new List<FactorScore>();
        var byStratum = own.ToDictionary(one => one.Stratum.Code, _ => new List<FactorScore>());
        for (int factor = 1; factor <= WaveTally.Factors; factor++)
        {
            StratumSample[] samples =
            [
                .. own.Select(one => new StratumSample(one.Stratum.Code, one.Stratum.Population, one.Tally.Factors[factor])),
            ];
            IReadOnlySet<string> hidden = CellSuppression.Hidden(Cells(samples));
            factors.Add(hidden.Contains(Whole) ? new FactorScore(factor) : Score(factor, samples));
            foreach (StratumSample sample in samples.Where(sample => sample.Scores.N > 0 && !hidden.Contains(sample.Code)))
            {
                byStratum[sample.Code].Add(Score(factor, [sample]));
            }
        }

        return new GroupResult(
            group,
            invited,
            few ? null : heard,
            few ? null : Math.Max(0, 1 - ((double)heard / invited)),
            factors,
            [
                .. wave
                    .Questionnaire.Questions.Select((question, column) => (question, column))
                    .Where(one => one.question.Group is null || one.question.Group == group)
                    .Select(one => Question(one.question, one.column, own, heard)),
            ],
            [.. own.Select(one => new StratumResult(one.Stratum.Code, one.Stratum.Name, one.Stratum.Invited, byStratum[one.Stratum.Code]))]
        );
    }

    private const string Whole = "*";

    /// <summary>The group with its strata below it. Both are published, so a hidden stratum must not follow from the rest.</summary>
    private static TableCell Cells(IReadOnlyList<StratumSample> samples) =>
        new(
            Whole,
            samples.Sum(sample => sample.Scores.N),
            [.. samples.Select(sample => TableCell.Leaf(sample.Code, sample.Scores.N, Tells(sample.Scores)))],
            Tells(samples.Aggregate(default(SampleMoments), (sum, sample) => sum + sample.Scores))
        );

    /// <summary>Whether everybody gave the same answers, so that the score is each person's answer.</summary>
    private static bool Tells(SampleMoments scores) => scores.N > 1 && scores.Variance < 1e-9;

    private static FactorScore Score(int factor, IReadOnlyList<StratumSample> samples) =>
        StratifiedMean.Of(samples) is { } found
            ? new FactorScore(
                factor,
                found.N,
                found.Value,
                Math.Max(0, found.Value - found.Margin),
                Math.Min(100, found.Value + found.Margin),
                found.StandardError,
                double.IsInfinity(found.Freedom) ? null : found.Freedom
            )
            : new FactorScore(factor);

    /// <summary>Questions are shown for the whole group alone, so that there is no sum to take apart.</summary>
    private static QuestionResult Question(
        SurveyQuestion question,
        int column,
        (FrameStratum Stratum, StratumTally Tally)[] own,
        long heard
    )
    {
        StratumCounts[] counts =
        [
            .. own.Select(one => new StratumCounts(one.Stratum.Code, one.Stratum.Population, one.Tally.Counts[column])),
        ];
        StratumSample[] samples =
        [
            .. counts.Select(stratum => new StratumSample(stratum.Code, stratum.Population, Moments(question, stratum.Counts))),
        ];
        SampleMoments all = samples.Aggregate(default(SampleMoments), (sum, sample) => sum + sample.Scores);
        if (all.N < CellSuppression.FewestRespondents || Tells(all) || StratifiedMean.Of(samples) is not { } found)
        {
            return new QuestionResult(question.Code);
        }

        // who left it out are themselves a group that may be small
        long without = heard - all.N;
        double? noAnswer = without is > 0 and < CellSuppression.FewestRespondents ? null : (double)without / heard;
        return new QuestionResult(
            question.Code,
            noAnswer is null ? null : all.N,
            found.Value,
            Math.Max(0, found.Value - found.Margin),
            Math.Min(100, found.Value + found.Margin),
            StratifiedShares.Of(counts),
            noAnswer
        );
    }

    private static SampleMoments Moments(SurveyQuestion question, IReadOnlyList<long> counts)
    {
        SampleMoments all = default;
        for (int answer = 1; answer <= Questionnaire.Points; answer++)
        {
            (long n, double away) = (counts[answer - 1], question.Score(answer) - SampleMoments.Middle);
            all += new SampleMoments(n, n * away, n * away * away);
        }

        return all;
    }
}
