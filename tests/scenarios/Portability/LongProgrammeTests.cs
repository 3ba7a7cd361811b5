using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ACip.Local.Cli.Operators.Portability;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.Messaging;
using ACip.Workflows.Verification;
using Microsoft.Extensions.Options;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Portability;

/// <summary>A simulated programme of three years taken elsewhere in its last quarter, where its cast goes on answering the mails that the
/// first platform had sent.</summary>
public sealed class LongProgrammeTests(ITestOutputHelper output)
{
    private static readonly string[] People = ["approver-one", "officer-one", "auditor", "coordinator-af", "reader-norad"];

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task Three_years_are_exported_imported_and_end_as_they_began()
    {
        int administrations = Setting.Number("ACIP_PORTABLE_ADMINISTRATIONS", 3);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("acip-long-");
        var run = new SimulationPlan(3, administrations, "portable", folder.FullName);
        await using LocalPlatform source = await StartAsync(run.Begins);
        using var years = new SimulatedYears(source, run);
        var watch = Stopwatch.StartNew();
        await years.BeginAsync();
        var moved = new DateTimeOffset(2028, 10, 9, 6, 0, 0, TimeSpan.Zero);
        await years.PlayUntilAsync(moved);
        output.WriteLine($"played until {moved:yyyy-MM-dd}: {watch.Elapsed}");

        watch.Restart();
        string export = Path.Combine(folder.FullName, "export");
        Assert.Equal(0, await ExportCommand.RunAsync(["--out", export, .. There(source)], TextWriter.Null));
        long bytes = new DirectoryInfo(export).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"exported {bytes:N0} bytes: {watch.Elapsed}"));

        await using LocalPlatform target = await StartAsync(
            source.Clock.GetUtcNow(),
            $"--Mail:TokenSecret={source.Get<IOptions<MailOptions>>().Value.TokenSecret}"
        );
        watch.Restart();
        using var said = new StringWriter();
        await ImportCommand.RunAsync(["--from", export, .. There(target)], said);
        await target.Busy.QuietAsync();
        output.WriteLine($"imported: {watch.Elapsed}\n{said}");
        Assert.Equal([], (await target.Get<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);

        watch.Restart();
        SortedDictionary<string, string> was = await PagesSeen.ByAsync(source.BaseUrl, People, 1_000),
            now = await PagesSeen.ByAsync(target.BaseUrl, People, 1_000);
        string[] differ = [.. was.Keys.Union(now.Keys).Where(page => was.GetValueOrDefault(page) != now.GetValueOrDefault(page))];
        output.WriteLine($"{was.Count} pages compared: {watch.Elapsed}; {differ.Length} differ: {string.Join(", ", differ)}");
        // what has happened since: the import's event, which a grant's dossier counts among those that it leaves out, and what the
        // reconciliation started again
        Assert.All(
            differ,
            page =>
                Assert.True(
                    Regex.IsMatch(page, @" /(\?lang=..)?$|/audit/programme| /operations|/agreements/[^/]+/dossier$"),
                    $"{page}: {PagesSeen.Parting(was.GetValueOrDefault(page), now.GetValueOrDefault(page))}"
                )
        );
        Assert.Equal(await ReportsIn.HashesAsync(source), await ReportsIn.HashesAsync(target));

        watch.Restart();
        years.GoOn(target, moved.AddDays(1));
        await years.PlayUntilAsync(run.Ends);
        output.WriteLine($"went on until {run.Ends:yyyy-MM-dd}: {watch.Elapsed}");
        Assert.Equal([], years.Problems);
        Assert.Equal([], (await target.Get<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        folder.Delete(recursive: true);
    }

    private static string[] There(LocalPlatform platform) => ["--url", platform.BaseUrl, "--key", platform.MasterKey];

    private static Task<LocalPlatform> StartAsync(DateTimeOffset begins, params string[] settings) =>
        LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Quiet=true",
            "--Local:Azurite=Memory",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={begins.ToString("O", CultureInfo.InvariantCulture)}",
            "--Local:Seed=portable",
            "--Mail:PublicUrl=https://acip.example",
            .. settings,
        ]);
}
