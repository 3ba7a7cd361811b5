using System.Diagnostics;

namespace ACip.Workflows.Telemetry;

/// <summary>The programme's own spans. The worker, the durable client and the storage clients trace themselves.</summary>
public static class Tracing
{
    public const string SourceName = "ACip";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>W3C traceparent of the current span, to be stored with later consequences; null if nobody records it.</summary>
    public static string? Here => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } now ? now.Id : null;

    /// <summary>Continues the trace of the cause, even days later, and links the span that runs now.</summary>
    /// <param name="cause">As <see cref="Here"/> said it then; null: what runs it now.</param>
    public static Activity? Continue(string name, ActivityKind kind, string? cause)
    {
        ActivityContext now = Activity.Current?.Context ?? default;
        return
            cause is not null
            && ActivityContext.TryParse(cause, null, isRemote: true, out ActivityContext then)
            && then.TraceId != now.TraceId
            ? Source.StartActivity(name, kind, then, links: now == default ? null : [new ActivityLink(now)])
            : Source.StartActivity(name, kind);
    }
}
