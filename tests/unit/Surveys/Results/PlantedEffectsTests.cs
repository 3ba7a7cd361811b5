using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Statistics;
using ACip.Workflows.Surveys.Waves;
using Xunit.Abstractions;

namespace ACip.Tests.Unit.Surveys.Results;

/// <summary>Two waves of 25 synthetic administrations whose truth is known: finite populations with effects on some key factors and none on
/// others.</summary>
public sealed class PlantedEffectsTests(ITestOutputHelper output)
{
    private const int Administrations = 25,
        Seeds = 200;

    private static readonly FrameStratum[] Frame =
    [
        new("officials", "a", "A", 300, 120),
        new("officials", "b", "B", 900, 180),
        new("private-sector", "c", "C", 1500, 220),
    ];

    [Fact]
    public void Planted_effects_are_found()
    {
        (int found, int planted, int wrongWay) = (0, 0, 0);
        for (int administration = 0; administration < Administrations; administration++)
        {
            // factors 1 to 3 of officials rise by half a point of five, factor 4 falls by as much; nothing else moves
            var world = new World(administration);
            WaveResults before = world.Survey(1),
                now = world.Survey(
                    2,
                    (group, factor) =>
                        group == "officials"
                            ? factor switch
                            {
                                1 or 2 or 3 => 0.5,
                                4 => -0.5,
                                _ => 0,
                            }
                            : 0
                );
            IReadOnlyList<FactorComparison> moved = FactorComparisons.Between(
                before.Of("officials")!.Factors,
                now.Of("officials")!.Factors
            );
            planted += 4;
            found += moved.Count(one => one.IsClaimed && one.KeyFactor <= 4);
            wrongWay += moved.Count(one => one.IsClaimed && one.KeyFactor <= 4 && (one.Difference > 0) != (one.KeyFactor <= 3));
        }

        output.WriteLine($"{found} of {planted} planted effects found");
        Assert.True(found >= 0.98 * planted, $"{found} of {planted}");
        Assert.Equal(0, wrongWay);
    }

    /// <summary>Holm promises at most 5 % of families of ten with any false claim; here with three standard errors of so many
    /// families.</summary>
    [Fact]
    public void Planted_nulls_are_not_claimed_over_200_seeds()
    {
        (int families, int falseFamilies, int gaps, int falseGaps, int covered, int intervals) = (0, 0, 0, 0, 0, 0);
        for (int seed = 0; seed < Seeds; seed++)
        {
            // the same populations are asked twice, so that nothing has moved; officials and private sector are drawn from one truth
            var world = new World(10_000 + seed, sameTruth: true);
            WaveResults before = world.Survey(1),
                now = world.Survey(2);
            foreach (string group in new[] { "officials", "private-sector" })
            {
                families++;
                falseFamilies += FactorComparisons.Between(before.Of(group)!.Factors, now.Of(group)!.Factors).Any(one => one.IsClaimed)
                    ? 1
                    : 0;
                foreach (FactorScore score in now.Of(group)!.Factors)
                {
                    intervals++;
                    double truth = world.Truth(group, score.KeyFactor);
                    covered += score.Low <= truth && truth <= score.High ? 1 : 0;
                }
            }

            gaps++;
            falseGaps += FactorComparisons
                .Between(now.Of("officials")!.Factors, now.Of("private-sector")!.Factors)
                .Any(one =>
                    one.IsClaimed && Math.Abs(world.Truth("officials", one.KeyFactor) - world.Truth("private-sector", one.KeyFactor)) < 0.3
                )
                ? 1
                : 0;
        }

        output.WriteLine(
            $"{falseFamilies} of {families} families of ten with a false movement, {falseGaps} of {gaps} with a false gap; {100.0 * covered / intervals:0.00} % of {intervals} intervals hold the truth"
        );
        Assert.True(
            falseFamilies <= (Holm.Level * families) + (3 * Math.Sqrt(families * Holm.Level * (1 - Holm.Level))),
            $"{falseFamilies} of {families}"
        );
        Assert.True(falseGaps <= (Holm.Level * gaps) + (3 * Math.Sqrt(gaps * Holm.Level * (1 - Holm.Level))), $"{falseGaps} of {gaps}");
        Assert.InRange((double)covered / intervals, 0.935, 0.965);
    }

    /// <summary>Everybody who could be asked, with what they would answer; who is asked is drawn without replacement.</summary>
    private sealed class World
    {
        private readonly SurveyWaveRecord wave = Waves.Of(Frame);
        private readonly byte[][][] people;
        private readonly Random chance;
        private readonly Lazy<IReadOnlyList<StratumTally>> truth;

        public World(int seed, bool sameTruth = false)
        {
            truth = new(Everybody);
            chance = new Random(seed);
            double[] levels = [.. Enumerable.Range(0, 11).Select(_ => 2.2 + (1.6 * chance.NextDouble()))];
            people =
            [
                .. Frame.Select(stratum =>
                {
                    double own =
                        sameTruth ? 0
                        : stratum.Code == "b" ? -0.3
                        : 0.2;
                    return Enumerable.Range(0, (int)stratum.Population).Select(_ => Person(stratum.Group, levels, own)).ToArray();
                }),
            ];
        }

        public double Truth(string group, int factor)
        {
            IReadOnlyList<StratumTally> all = truth.Value;
            return StratifiedMean
                .Of([
                    .. Frame
                        .Index()
                        .Where(one => one.Item.Group == group)
                        .Select(one => new StratumSample(one.Item.Code, one.Item.Population, all[one.Index].Factors[factor])),
                ])!
                .Value;
        }

        public WaveResults Survey(int number, Func<string, int, double>? shift = null)
        {
            var tally = new WaveTally(wave);
            for (int stratum = 0; stratum < Frame.Length; stratum++)
            {
                byte[][] all = [.. people[stratum]];
                chance.Shuffle(all);
                // a fifth stays silent, whatever it thinks
                foreach (byte[] one in all.Take((int)(Frame[stratum].Invited * 0.8)))
                {
                    tally.Add(stratum, shift is null ? one : Shifted(one, Frame[stratum].Group, shift));
                }
            }

            return WaveScoring.Of(wave with { Label = $"202{number}" }, tally.Strata);
        }

        private StratumTally[] Everybody()
        {
            var all = new WaveTally(wave);
            for (int stratum = 0; stratum < Frame.Length; stratum++)
            {
                foreach (byte[] one in people[stratum])
                {
                    all.Add(stratum, one);
                }
            }

            return all.Strata;
        }

        private byte[] Person(string group, double[] levels, double own)
        {
            double mood = 0.5 * Normal();
            return
            [
                .. Questionnaire.Shipped.Questions.Select(question =>
                    question.Group is { } asked && asked != group
                        ? (byte)0
                        : (byte)Math.Clamp(Math.Round(levels[question.KeyFactor] + own + mood + (0.9 * Normal())), 1, 5)
                ),
            ];
        }

        private byte[] Shifted(byte[] one, string group, Func<string, int, double> shift) =>
            [
                .. one.Select(
                    (answer, at) =>
                        answer == 0
                            ? answer
                            : (byte)Math.Clamp(answer + Step(shift(group, Questionnaire.Shipped.Questions[at].KeyFactor)), 1, 5)
                ),
            ];

        private int Step(double by) => chance.NextDouble() < Math.Abs(by) ? Math.Sign(by) : 0;

        private double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
    }
}
