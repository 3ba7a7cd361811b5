using System.Diagnostics;
using System.Security.Cryptography;
using ACip.Local.Cli;
using ACip.Local.Cli.Operators;
using ACip.Local.Cli.Operators.Portability;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Portability;

/// <summary>A programme taken to another platform, whole.</summary>
public sealed class ExportAndImportTests(ExportedProgramme exported, ITestOutputHelper output) : IClassFixture<ExportedProgramme>
{
    private static readonly string[] People =
    [
        "approver-two",
        "officer-two",
        "auditor",
        "coordinator-af",
        "coordinator-gh",
        "reader-norad",
    ];

    [Fact]
    public async Task Imported_into_an_empty_platform_it_shows_the_same_pages_and_reports_and_lives_on()
    {
        var watch = Stopwatch.StartNew();
        await using PlanWorld target = await exported.EmptyAsync();
        SortedDictionary<string, string> was = await PagesSeen.ByAsync(exported.Source, People, 120);
        output.WriteLine($"{was.Count} pages, {watch.Elapsed}");
        string said = await ImportAsync(target, exported.Folder);
        output.WriteLine($"imported, {watch.Elapsed}\n{said}");

        Assert.Equal([], (await target.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Contains("all sound", said, StringComparison.Ordinal);
        Assert.Equal(await ReportHashesAsync(exported.Source), await ReportHashesAsync(target));

        SortedDictionary<string, string> now = await PagesSeen.ByAsync(target, People, 120);
        output.WriteLine($"compared, {watch.Elapsed}");
        Assert.Equal([], was.Keys.Union(now.Keys).Where(page => was.GetValueOrDefault(page) != now.GetValueOrDefault(page)));
    }

    private static async Task<string> ImportAsync(PlanWorld target, string folder)
    {
        using var said = new StringWriter();
        await ImportCommand.RunAsync(["--from", folder, .. ExportedProgramme.There(target)], said);
        await target.Platform.Busy.QuietAsync();
        return said.ToString();
    }

    private static async Task<SortedDictionary<string, string>> ReportHashesAsync(PlanWorld world)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        BlobContainerClient reports = world.Service<BlobServiceClient>().GetBlobContainerClient("donor-reports");
        await foreach (var blob in reports.GetBlobsAsync())
        {
            hashes[blob.Name] = Convert.ToHexString(
                SHA256.HashData((await reports.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content)
            );
        }

        Assert.True(hashes.Count > 5);
        return hashes;
    }
}
