using System.Globalization;
using ACip.Local.Cli;
using ACip.Local.Cli.Platform;
using ACip.Local.Mail;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>The whole application on the local platform, with sample data and a clock that stands still.</summary>
internal sealed class RunningProgramme : IAsyncDisposable
{
    private RunningProgramme(LocalPlatform platform) => Platform = platform;

    public LocalPlatform Platform { get; }

    /// <param name="modes">Settings of the platform, such as --Local:Durable:HostileSeed=3 or --Local:Faults:Seed=3.</param>
    public static async Task<RunningProgramme> StartAsync(int administrations, params IEnumerable<string> modes)
    {
        LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={new DateTimeOffset(2025, 10, 20, 9, 0, 0, TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture)}",
            "--Local:Seed=1",
            .. modes,
        ]);
        var running = new RunningProgramme(platform);
        await SampleLoading.LoadAsync(running.Platform, administrations, new DateOnly(2026, 1, 1));
        await AtOnce.SetAsync(platform.Services);
        await running.Platform.Busy.QuietAsync();
        return running;
    }

    public T Get<T>()
        where T : notnull => Platform.Get<T>();

    /// <summary>The newest mail of a kind, to whomever.</summary>
    public LocalMessage Newest(string kind) =>
        Platform.Mail.List().OrderBy(mail => mail.Number).Last(mail => mail.CustomArgs.GetValueOrDefault("kind") == kind);

    public async Task ReplyAsync(LocalMessage mail, string text)
    {
        Delivery delivery = await Platform.Mail.ReplyAsync(mail.Id, new InboundReply { Text = text, Spf = "pass" });
        Assert.Equal(PostState.Taken, delivery.State);
        await Platform.Busy.QuietAsync();
    }

    public ValueTask DisposeAsync() => Platform.DisposeAsync();
}
