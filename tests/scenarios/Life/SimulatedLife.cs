using System.Globalization;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using ACip.Tests.Scenarios.Harness;
using ACip.Tests.Scenarios.Surveys;

namespace ACip.Tests.Scenarios.Life;

/// <summary>A programme that its cast lives through by mail, quarter after quarter, while a test does what else officers do.</summary>
internal sealed class SimulatedLife : IAsyncDisposable
{
    private readonly SimulatedYears years;

    private SimulatedLife(LifeWorld world, SimulatedYears years) => (World, this.years) = (world, years);

    public LifeWorld World { get; }

    /// <summary>What the cast could not do.</summary>
    public IReadOnlyList<string> Problems => years.Problems;

    public static async Task<SimulatedLife> StartAsync(int lasts, params string[] settings)
    {
        var run = new SimulationPlan(lasts, 1, "grant", "", Flawless: true);
        LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Quiet=true",
            "--Local:Azurite=Memory",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={run.Begins.ToString("O", CultureInfo.InvariantCulture)}",
            "--Local:Seed=grant",
            .. settings,
        ]);
        var years = new SimulatedYears(platform, run);
        await years.BeginAsync();
        await AtOnce.SetAsync(platform.Services);
        return new SimulatedLife(new LifeWorld(SurveyWorld.Over(platform)) { Lives = years.PlayUntilAsync }, years);
    }

    public async ValueTask DisposeAsync()
    {
        years.Dispose();
        await World.DisposeAsync();
    }
}
