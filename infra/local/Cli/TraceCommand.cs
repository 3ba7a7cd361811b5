using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Telemetry;
using ACip.Local.Mail;
using FunctionsSimulator;
using Google.Protobuf;

namespace ACip.Local.Cli;

/// <summary>A coordinator replies to the first mail of the sample programme; what the application exports of it is printed as one trace,
/// from the webhook to the acknowledgement.</summary>
/// <remarks>The application runs in a process of its own, so that nothing of the simulator is in its telemetry.</remarks>
internal static class TraceCommand
{
    private const string Kind = "acip.mail.kind",
        Acknowledgement = "Acknowledgement";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0)
        {
            throw new UsageException("trace takes no arguments.");
        }

        await using TelemetryCollector collector = await TelemetryCollector.StartAsync();
        await using LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Worker=Process",
            "--Local:Clock:StandsStill=true",
            "--Local:Clock:Start=2025-10-20T09:00:00Z",
            "--Local:Seed=1",
            .. collector.Settings,
        ]);
        await SampleLoading.LoadAsync(platform, 1, new DateOnly(2026, 1, 1));
        await platform.Busy.QuietAsync();
        LocalMessage asked = platform.Mail.List().First(mail => mail.CustomArgs.GetValueOrDefault("kind") == "DraftingTask");
        await platform.Mail.ReplyAsync(asked.Id, new InboundReply { Text = "SUBMIT", Spf = "pass" });
        await platform.Busy.QuietAsync();
        IReadOnlyList<string> lines = await TraceOfAsync(collector);
        Console.WriteLine($"A reply to '{asked.Subject}', from the webhook to the acknowledgement: {lines.Count} spans.");
        Console.WriteLine("   begins     takes");
        foreach (string line in lines)
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    /// <summary>The trace in which an acknowledgement was sent, once nothing more comes of it.</summary>
    internal static async Task<IReadOnlyList<string>> TraceOfAsync(TelemetryCollector collector)
    {
        DateTime until = DateTime.UtcNow + Patience;
        for (int before = -1; DateTime.UtcNow < until; await Task.Delay(1000))
        {
            IReadOnlyList<(string Source, CollectedSpan Span)> spans = collector.Spans;
            ByteString? trace = spans
                .Where(one => one.Span.Tags.Any(tag => tag.Key == Kind && tag.Value.Text == Acknowledgement))
                .Select(one => one.Span.TraceId)
                .FirstOrDefault();
            if (trace is not null && spans.Count == before)
            {
                return [.. TraceTree.Lines(spans, trace)];
            }

            before = spans.Count;
        }

        throw new PlatformException("No acknowledgement was traced.");
    }
}
