using System.Globalization;
using ACip.Local.Azurite;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>Years of the programme played by the cast on storage of its own; the platform on it may be switched off meanwhile.</summary>
internal sealed class PlayedCycle : IAsyncDisposable
{
    private readonly AzuriteProcess azurite;
    private readonly SimulationPlan run;
    private readonly List<LocalPlatform> platforms = [];
    private SimulatedYears? years;

    private PlayedCycle(AzuriteProcess azurite, SimulationPlan run)
    {
        this.azurite = azurite;
        this.run = run;
    }

    public SimulatedYears Years => years!;

    public IServiceProvider Services => platforms[^1].Services;

    public ProgrammeTable Table => Services.GetRequiredService<ProgrammeTable>();

    public DateTimeOffset Ends { get; private set; }

    /// <param name="administrations">Null: all.</param>
    /// <param name="off">When the platform is switched off; null: never.</param>
    public static async Task<PlayedCycle> PlayAsync(
        int years,
        int? administrations,
        string seed,
        DateTimeOffset? off = null,
        int daysOff = 0
    )
    {
        var run = new SimulationPlan(years, administrations, seed, "");
        var played = new PlayedCycle(await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true }), run);
        played.Ends = run.Ends.AddDays(daysOff);
        played.years = new SimulatedYears(await played.StartAsync(run.Begins), run);
        await played.years.BeginAsync();
        if (off is { } switchedOff)
        {
            await played.years.PlayUntilAsync(switchedOff);
            await played.platforms[^1].DisposeAsync();
            DateTimeOffset back = switchedOff.AddDays(daysOff);
            played.years.GoOn(await played.StartAsync(back), back);
        }

        await played.years.PlayUntilAsync(played.Ends);
        return played;
    }

    public async Task<IReadOnlyList<ReportRecord>> ReportsAsync()
    {
        ProgrammeRegister register = await Services.GetRequiredService<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        var reports = new List<ReportRecord>();
        foreach (PlanListing plan in register.Plans.Values)
        {
            reports.AddRange(
                (await Table.ListAsync<ReportRecord>(StreamId.Of(plan.Id), ReportRows.Prefix, CancellationToken.None)).Select(row =>
                    row.Value
                )
            );
        }

        return reports;
    }

    public async ValueTask DisposeAsync()
    {
        years?.Dispose();
        foreach (LocalPlatform platform in platforms)
        {
            await platform.DisposeAsync();
        }

        await azurite.DisposeAsync();
    }

    private async Task<LocalPlatform> StartAsync(DateTimeOffset at)
    {
        LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            $"--AzureWebJobsStorage={azurite.ConnectionString}",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={at.ToString("O", CultureInfo.InvariantCulture)}",
            $"--Local:Seed={run.Seed}",
            "--Mail:PublicUrl=https://acip.example",
        ]);
        platforms.Add(platform);
        return platform;
    }
}
