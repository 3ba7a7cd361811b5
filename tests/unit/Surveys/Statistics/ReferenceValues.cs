using System.Globalization;
using System.Runtime.CompilerServices;
using ACip.Workflows.Surveys.Statistics;

namespace ACip.Tests.Unit.Surveys.Statistics;

/// <summary>What R says (tests/fixtures/statistics/reference.R).</summary>
internal static class ReferenceValues
{
    private static readonly string[][] Lines =
    [
        .. File.ReadLines(Path.Combine(Path.GetDirectoryName(Here())!, "../../../fixtures/statistics/reference.csv"))
            .Where(line => line[0] != '#')
            .Select(line => line.Split(',')),
    ];

    public static IEnumerable<string[]> Of(string kind) => Lines.Where(line => line[0] == kind);

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static double[] Numbers(string text) => [.. text.Split(';').Select(Number)];

    public static IReadOnlyList<StratumCounts> Counts(string sample, string wave) =>
        [
            .. Of("data")
                .Where(line => line[1] == sample && line[2] == wave)
                .Select(line => new StratumCounts(line[3], (long)Number(line[4]), [.. Numbers(line[5]).Select(count => (long)count)])),
        ];

    public static Estimate Estimate(string sample, string wave) =>
        StratifiedMean.Of([
            .. Counts(sample, wave)
                .Select(stratum => new StratumSample(
                    stratum.Code,
                    stratum.Population,
                    SampleMoments.Of(stratum.Counts.SelectMany((count, option) => Enumerable.Repeat(25.0 * option, (int)count)))
                )),
        ])!;

    /// <summary>To 1e-9 of the value, or of 1 where it is smaller than 1.</summary>
    public static void Same(string expected, double actual) => Same(Number(expected), actual);

    public static void Same(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected)), $"{expected:R} expected, {actual:R} found");

    private static string Here([CallerFilePath] string here = "") => here;
}
