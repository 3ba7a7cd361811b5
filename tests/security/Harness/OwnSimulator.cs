using ACip.Local.Cli.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ACip.Tests.Security.Harness;

/// <summary>A simulator of the program's own, in memory, with the sample programme; and another one that limits requests, once somebody
/// asks for it.</summary>
internal sealed class OwnSimulator : IAsyncDisposable
{
    private readonly List<LocalPlatform> platforms = [];

    public Uri Site => new(platforms[0].BaseUrl);

    public string Storage => platforms[0].Storage!;

    public static async Task<OwnSimulator> StartAsync(int administrations)
    {
        var own = new OwnSimulator();
        await own.AddAsync(administrations);
        return own;
    }

    public async Task<Target> LimitedAsync()
    {
        LocalPlatform limited = await AddAsync(1, $"--{LocalPlatform.RealLimits}=true");
        return new Target(new Uri(limited.BaseUrl), 3_000, TimeSpan.FromMinutes(4));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (LocalPlatform platform in platforms)
        {
            await platform.DisposeAsync();
        }
    }

    private async Task<LocalPlatform> AddAsync(int administrations, params IEnumerable<string> more)
    {
        LocalPlatform platform = await LocalPlatform.StartAsync(
            [
                "--Local:Port=0",
                "--Local:Azurite=Memory",
                "--Local:Quiet=true",
                "--Local:Clock:StandsStill=true",
                "--Local:Clock:Start=2025-11-03T06:00:00Z",
                $"--Mail:InboundPublicKey={MailService.PublicKey}",
                .. more,
            ],
            services => services.PostConfigure<LoggerFilterOptions>(Silent)
        );
        platforms.Add(platform);
        await Local.Cli.SampleLoading.LoadAsync(platform, administrations, new DateOnly(2026, 1, 1));
        await platform.Busy.QuietAsync();
        return platform;
    }

    /// <summary>Thousands of refusals are what is wanted here.</summary>
    private static void Silent(LoggerFilterOptions logging)
    {
        logging.Rules.Clear();
        logging.MinLevel = LogLevel.None;
    }
}
