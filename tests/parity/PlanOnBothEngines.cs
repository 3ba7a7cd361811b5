using System.Globalization;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using ACip.Local.Mail;
using ACip.Tests.Parity.Engine;
using FunctionsSimulator;

namespace ACip.Tests.Parity;

/// <summary>The application itself, its simulated people included, on the one engine and on the other.</summary>
public sealed class PlanOnBothEngines
{
    /// <summary>The plan is drafted and approved, its first quarter reported by mail and accepted.</summary>
    private static readonly DateTimeOffset End = new(2026, 5, 10, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_plan_and_its_first_quarter_go_mail_for_mail_alike()
    {
        Task<string[]> ours = PlayAsync(options => options);
        Task<string[]> microsofts = PlayAsync(options => options with { Engine = around => new MicrosoftHub(around) });
        await Task.WhenAll(ours, microsofts);

        Assert.Equal(await ours, await microsofts);
        Assert.InRange((await ours).Length, 15, 200);
    }

    /// <returns>Every mail that anybody got: when, who, what about.</returns>
    private static async Task<string[]> PlayAsync(Func<PlatformOptions, PlatformOptions> change)
    {
        var run = new SimulationPlan(1, 1, "7", "");
        await using LocalPlatform platform = await LocalPlatform.StartAsync(
            [
                "--Local:Port=0",
                "--Local:Quiet=true",
                "--Local:Azurite=Memory",
                "--Local:Clock:StandsStill=true",
                $"--Local:Clock:Start={run.Begins.ToString("O", CultureInfo.InvariantCulture)}",
                "--Local:Seed=7",
            ],
            null,
            change
        );
        using var year = new SimulatedYears(platform, run);
        await year.BeginAsync();
        await year.PlayUntilAsync(End);
        Assert.Empty(year.Problems);
        return [.. year.Mails.Select(Told).Order(StringComparer.Ordinal)];
    }

    private static string Told(LocalMessage mail) => $"{mail.AcceptedAt:yyyy-MM-dd HH:mm} {mail.Recipient.Email}: {mail.Subject}";
}
