using System.Diagnostics;
using ACip.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace ACip.Tests.Unit.Telemetry;

/// <summary>Whoever writes it: a path, a message, an argument of a library's log does not leave.</summary>
public sealed class DiscreetTests
{
    private const string Secret = "ada@customs.example";

    [Fact]
    public void Of_a_span_only_known_tags_are_left_and_no_words_of_an_error()
    {
        using var discreet = new DiscreetSpans();
        using var source = new ActivitySource("ACip.Tests.Discreet");
        using var listener = new ActivityListener
        {
            ShouldListenTo = one => one.Name == source.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using Activity span = source.StartActivity("function ReportPage")!;
        span.SetTag("faas.name", "ReportPage")
            .SetTag("url.path", $"/tasks/{Secret}")
            .SetTag("enduser.id", Secret)
            .SetStatus(ActivityStatusCode.Error, Secret)
            .AddException(new FormatException(Secret));
        discreet.OnEnd(span);

        Assert.Equal(["faas.name"], span.TagObjects.Select(tag => tag.Key));
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
        Assert.DoesNotContain(
            span.Events.SelectMany(one => one.Tags),
            tag => tag.Value?.ToString()?.Contains(Secret, StringComparison.Ordinal) == true
        );
        Assert.Contains(span.Events.SelectMany(one => one.Tags), tag => tag.Value?.ToString() == typeof(FormatException).FullName);
    }

    [Theory]
    [InlineData("Azure.Core", "Request {Address} failed", "Request {Address} failed")]
    // ours are ids; that they are, the scenario sees
    [InlineData("ACip.Workflows.Messaging", "Mail {Key} waits", "Mail ada@customs.example waits")]
    public void Of_a_library_the_wording_is_left_of_ours_all(string category, string template, string left)
    {
        var seen = new SeenLogs();
        using (ILoggerFactory logging = Logging(seen))
        {
#pragma warning disable CA2254 // the wording is the test's case
            logging.CreateLogger(category).LogWarning(template, Secret);
#pragma warning restore CA2254
        }

        Assert.Equal(left, Assert.Single(seen.Texts));
    }

    [Fact]
    public void Of_an_exception_types_and_places_are_left()
    {
        var seen = new SeenLogs();
        using (ILoggerFactory logging = Logging(seen))
        {
            try
            {
                throw new InvalidOperationException(Secret, new Azure.RequestFailedException(503, Secret, "ServerBusy", null));
            }
            catch (InvalidOperationException error)
            {
                logging.CreateLogger("ACip.Workflows").LogError(error, "It failed");
            }
        }

        string all = Assert.Single(seen.Attributes);
        Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException < Azure.RequestFailedException", all, StringComparison.Ordinal);
        Assert.Contains("503 ServerBusy", all, StringComparison.Ordinal);
        Assert.Contains(nameof(Of_an_exception_types_and_places_are_left), all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClientId=11111111-2222-3333-4444-555555555555;Authorization=AAD", "11111111-2222-3333-4444-555555555555")]
    [InlineData("Authorization=AAD", null)]
    [InlineData(null, null)]
    public void The_identity_is_read_as_the_host_reads_it(string? setting, string? identity) =>
        Assert.Equal(identity, TelemetryRegistration.ClientId(setting));

    private static ILoggerFactory Logging(SeenLogs seen) =>
        LoggerFactory.Create(logging =>
            logging.AddOpenTelemetry(options =>
            {
                options.IncludeFormattedMessage = true;
                options.AddProcessor(new DiscreetLogs()).AddProcessor(seen);
            })
        );

    private sealed class SeenLogs : BaseProcessor<LogRecord>
    {
        public List<string> Texts { get; } = [];

        public List<string> Attributes { get; } = [];

        public override void OnEnd(LogRecord data)
        {
            Texts.Add(data.FormattedMessage ?? "");
            Attributes.Add(string.Join('\n', data.Attributes?.Select(one => $"{one.Key}={one.Value}") ?? []) + data.Exception);
        }
    }
}
