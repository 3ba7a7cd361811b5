using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ACip.Functions.Pages.Dashboard;
using ACip.Local.Cli.Platform;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Sample;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace ACip.Tests.Browser;

/// <summary>The dashboard of the whole programme: 25 administrations in their third year.</summary>
public sealed class FullProgrammeTests(ITestOutputHelper output) : IAsyncLifetime
{
    private LocalPlatform platform = null!;

    public async Task InitializeAsync() => platform = await StartAsync("full");

    public async Task DisposeAsync() => await platform.DisposeAsync();

    /// <summary>In the third year, with nobody there yet.</summary>
    internal static Task<LocalPlatform> StartAsync(string seed) =>
        LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            "--Local:Clock:Start=2028-08-01T06:00:00Z",
            $"--Local:Seed={seed}",
            "--Mail:PublicUrl=https://acip.example",
        ]);

    [Fact]
    public async Task The_dashboard_of_25_administrations_is_light_and_read_without_a_search()
    {
        ProgrammeRegister register = await FillAsync(platform);
        var reading = platform.Services.GetRequiredService<ProgrammeQuery>();

        long start = Stopwatch.GetTimestamp();
        ProgrammeOverview first = await reading.ReadAsync(CancellationToken.None);
        output.WriteLine($"first reading: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        for (int repeat = 0; repeat < 3; repeat++)
        {
            start = Stopwatch.GetTimestamp();
            await reading.ReadAsync(CancellationToken.None);
            output.WriteLine($"again: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        }

        Assert.Equal(25, first.Administrations.Count);
        // own calendars begin with a short period
        Assert.All(first.Administrations, row => Assert.InRange(Assert.Single(row.Plans).Reports.Count, 12, 13));
        Assert.Equal(25 * 10, first.OnTime.Due); // ten quarters have been filled in for each
        Assert.Equal(25 * 8, first.OnTime.OnTime); // every fourth came two days late
        Assert.All(first.KeyFactors, factor => Assert.NotNull(factor.Percent));

        using var client = new HttpClient { BaseAddress = new Uri(platform.BaseUrl) };
        client.DefaultRequestHeaders.Add("X-Local-Sign-In", "officer-one");
        start = Stopwatch.GetTimestamp();
        byte[] page = await client.GetByteArrayAsync("/");
        output.WriteLine(
            $"page: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms, {page.Length} bytes; {register.Plans.Count} plans"
        );
        int shared = 0;
        foreach (Match one in Regex.Matches(Encoding.UTF8.GetString(page), "(?:href|src)=\"(/(?:style|script)/[^\"]+)\""))
        {
            shared += (await client.GetByteArrayAsync(one.Groups[1].Value)).Length;
        }

        output.WriteLine($"with its style and script: {page.Length + shared}");
        Assert.InRange(page.Length + shared, 10_000, 60_000);
    }

    /// <summary>Writes what three years of the programme leave behind, without playing them.</summary>
    internal static async Task<ProgrammeRegister> FillAsync(LocalPlatform platform)
    {
        var table = platform.Services.GetRequiredService<ProgrammeTable>();
        var directory = platform.Services.GetRequiredService<ProgrammeDirectory>();
        await platform.Services.GetRequiredService<SampleProgramme>().LoadAsync(null, ProgrammeSeed.FirstDay, CancellationToken.None);
        ProgrammeRegister register = await directory.ReadAsync(CancellationToken.None);
        foreach (PlanListing listing in register.Plans.Values)
        {
            Row<PlanRecord> file = (await PlanRows.FindAsync(table, listing.Id, CancellationToken.None))!;
            ActionPlan plan = (await PlanRows.DraftAsync(table, listing.Id, CancellationToken.None))!.Value with { Version = 1 };
            IReadOnlyList<ReportingPeriod> periods = CycleSettings.Standard.Periods(
                register.Administrations[listing.Administration],
                plan.Start,
                plan.End
            );
            UnitOfWork unit = new UnitOfWork(StreamId.Of(listing.Id))
                .Add(PlanRows.VersionKey(1), plan)
                .Replace(file, file.Value with { State = PlanState.Active, Version = 1, Periods = periods, ReportsStarted = 10 });
            for (int number = 0; number < 10; number++)
            {
                ReportingPeriod period = periods[number];
                DateTimeOffset at = period.Due.AddDays(number % 4 == 3 ? 2 : -2);
                unit.Add(
                    ReportRows.Key(period.Key),
                    ReportRecord.NotDue(listing.Id, listing.Administration, period, 1) with
                    {
                        State = number < 9 ? ReportState.Locked : ReportState.Submitted,
                        Entries = plan.Indicators.ToDictionary(one => one.Code, one => Entry(one, at)),
                        Submissions = [new ReportSubmission(1, new PersonId("coordinator"), at, new EntrySource("mail:test"))],
                    }
                );
            }

            Assert.True(await table.TryCommitAsync(unit, CancellationToken.None));
        }

        return register;
    }

    private static ReportEntry Entry(Indicator indicator, DateTimeOffset at) =>
        new(
            indicator.Code,
            indicator.Baseline.Value is { } from ? from + ((indicator.Targets.LastOrDefault()?.Value ?? from) - from) / 2 : 1,
            null,
            null,
            null,
            null,
            new Dictionary<string, decimal>(),
            [],
            new PersonId("coordinator"),
            at,
            new EntrySource("mail:test"),
            $"{indicator.Code}: as it was written by the coordinator"
        );
}
