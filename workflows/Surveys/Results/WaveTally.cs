using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Statistics;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Results;

/// <summary>The totals of a number of answers, by stratum. Tallies are added; the order of the answers leaves no trace.</summary>
public sealed class WaveTally
{
    private readonly QuestionPlace[][] questions;
    private readonly int[] perFactor;
    private readonly int[] answered = new int[Factors + 1],
        points = new int[Factors + 1];

    public const int Factors = 10;

    public WaveTally(SurveyWaveRecord wave)
    {
        questions =
        [
            .. wave.Frame.Select(stratum =>
                wave.Questionnaire.Questions.Select(
                        (question, column) =>
                            new QuestionPlace(
                                column,
                                question.KeyFactor,
                                question.Reversed,
                                question.Group is null || question.Group == stratum.Group
                            )
                    )
                    .Where(place => place.Asked)
                    .ToArray()
            ),
        ];
        Strata =
        [
            .. wave.Frame.Select(_ => new StratumTally(0, new SampleMoments[Factors + 1], NewCounts(wave.Questionnaire.Questions.Count))),
        ];
        perFactor = new int[wave.Frame.Count * (Factors + 1)];
        for (int stratum = 0; stratum < questions.Length; stratum++)
        {
            foreach (QuestionPlace place in questions[stratum])
            {
                perFactor[(stratum * (Factors + 1)) + place.KeyFactor]++;
            }
        }
    }

    public StratumTally[] Strata { get; }

    /// <param name="answers">In the order of the questionnaire: 1 to 5, or 0 for none.</param>
    /// <remarks>
    /// A factor's score is the mean of what was answered of its questions, where that is at least half of them: the half rule, Fayers and
    /// Machin (2016), Quality of Life, 3rd edition, section 15.6.
    /// </remarks>
    public void Add(int stratum, ReadOnlySpan<byte> answers)
    {
        StratumTally mine = Strata[stratum];
        answered.AsSpan().Clear();
        points.AsSpan().Clear();
        foreach (QuestionPlace place in questions[stratum])
        {
            int answer = answers[place.Column];
            if (answer != 0)
            {
                mine.Counts[place.Column][answer - 1]++;
                answered[place.KeyFactor]++;
                points[place.KeyFactor] += place.Reversed ? Questionnaire.Points - answer : answer - 1;
            }
        }

        mine.Responses++;
        for (int factor = 1; factor <= Factors; factor++)
        {
            if (answered[factor] > 0 && 2 * answered[factor] >= perFactor[(stratum * (Factors + 1)) + factor])
            {
                mine.Factors[factor] = mine.Factors[factor].With(100.0 / (Questionnaire.Points - 1) * points[factor] / answered[factor]);
            }
        }
    }

    /// <summary>Adds what another part of the answers came to.</summary>
    public void Add(IReadOnlyList<StratumTally> other)
    {
        for (int stratum = 0; stratum < Strata.Length; stratum++)
        {
            StratumTally mine = Strata[stratum],
                theirs = other[stratum];
            mine.Responses += theirs.Responses;
            for (int factor = 0; factor <= Factors; factor++)
            {
                mine.Factors[factor] += theirs.Factors[factor];
            }

            for (int question = 0; question < mine.Counts.Length; question++)
            {
                for (int point = 0; point < Questionnaire.Points; point++)
                {
                    mine.Counts[question][point] += theirs.Counts[question][point];
                }
            }
        }
    }

    private static long[][] NewCounts(int questions) => [.. Enumerable.Range(0, questions).Select(_ => new long[Questionnaire.Points])];

    private readonly record struct QuestionPlace(int Column, int KeyFactor, bool Reversed, bool Asked);
}

/// <param name="Factors">By key factor, 1 to 10; place 0 is empty.</param>
/// <param name="Counts">By question in the questionnaire's order, then by answer.</param>
public sealed record StratumTally(long Responses, SampleMoments[] Factors, long[][] Counts)
{
    public long Responses { get; set; } = Responses;
}
