using System.Globalization;
using System.Security.Cryptography;
using ACip.Tests.Unit.ReplyParsing;
using CsCheck;
using Xunit.Abstractions;

namespace ACip.Tests.Unit.ForeignInput;

/// <summary>Whatever comes in, each reader reads it or says what is wrong with it: none throws, none takes long.</summary>
/// <remarks>
/// A test run has a fixed sample. <c>ACIP_FUZZ_SECONDS=600</c> plays for that much processor time with each reader, from new seeds,
/// and holds each input to its time; <c>./campaign</c> does. What once went wrong is kept in tests/fixtures/foreign, a folder for each
/// reader, and is read by every run.
/// </remarks>
public sealed class ForeignInputTests(ITestOutputHelper output)
{
    private const string FixedSeed = "0000KOIKe9c1";
    private const int FixedSample = 60;

    private static readonly int Seconds = int.TryParse(
        Environment.GetEnvironmentVariable("ACIP_FUZZ_SECONDS"),
        CultureInfo.InvariantCulture,
        out int seconds
    )
        ? seconds
        : 0;

    public static TheoryData<string> Readers => [.. ForeignReaders.All.Keys];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Harmed_input_is_read_or_refused(string name)
    {
        ForeignReader reader = ForeignReaders.All[name];
        foreach (byte[] example in reader.Examples)
        {
            reader.Read(example);
        }

        int inputs = 0;
        double longest = 0;
        Gen<byte[]> harmed = Harm.Of(reader);
        if (Seconds == 0)
        {
            harmed.Sample(reader.Read, seed: FixedSeed, iter: FixedSample, threads: 1, print: Kept);
            return;
        }

        // rounds by the processor's time: a busy machine makes the campaign longer, not thinner
        TimeSpan until = Environment.CpuUsage.TotalTime + TimeSpan.FromSeconds(Seconds);
        while (Environment.CpuUsage.TotalTime < until)
        {
            harmed.Sample(
                input =>
                {
                    inputs++;
                    double took = Took(reader, input);
                    longest = Math.Max(longest, took);
                    return took <= ForeignReader.Longest;
                },
                iter: FixedSample,
                threads: 1,
                print: Kept
            );
        }

        output.WriteLine(FormattableString.Invariant($"{name}: {inputs} inputs in {Seconds} s, the longest {longest:0.0} ms"));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void What_once_went_wrong_is_read_or_refused(string name)
    {
        string folder = Path.Combine(ReplyFixture.Above("tests/fixtures"), "foreign", name.Replace(' ', '-'));
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        Assert.All(files, file => ForeignReaders.All[name].Read(File.ReadAllBytes(file)));
    }

    /// <summary>An input that a reader fails with, where it can be looked at, and copied from to tests/fixtures/foreign.</summary>
    private static string Kept(byte[] input)
    {
        string file = Path.Combine(Path.GetTempPath(), $"acip-foreign-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}");
        File.WriteAllBytes(file, input);
        return file;
    }

    /// <returns>CPU time, which a busy machine does not change.</returns>
    private static double Took(ForeignReader reader, byte[] input)
    {
        double least = double.MaxValue;
        for (int run = 0; run < 3 && least > ForeignReader.Longest; run++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            reader.Read(input);
            least = Math.Min(least, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
        }

        return least;
    }
}
