using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace ACip.Functions.Telemetry;

/// <summary>Exports only those attributes of a span that are known to contain no name, address or token, and removes all others, whoever
/// added them.</summary>
internal sealed class DiscreetSpans : BaseProcessor<Activity>
{
    // csharpier-ignore
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet([
        "acip.mail", "acip.mail.kind", "http.response.status_code", "error.type", "az.namespace", "az.client_request_id",
        "az.service_request_id", "faas.name", "faas.execution", "faas.invocation_id", "faas.instance", "az.schema_url", "durabletask.type",
        "durabletask.task.name", "durabletask.task.instance_id", "durabletask.task.task_id", "durabletask.task.version",
        "durabletask.event.name",
    ]);

    /// <summary>Errors are described by type, because a message may quote what somebody wrote.</summary>
    private readonly ActivityListener exceptions = new()
    {
        ShouldListenTo = source =>
            source.Name.StartsWith("ACip", StringComparison.Ordinal)
            || source.Name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || source.Name.StartsWith("Azure.", StringComparison.Ordinal),
        ExceptionRecorder = (Activity _, Exception _, ref TagList tags) =>
        {
            tags.Add("exception.message", "");
            tags.Add("exception.stacktrace", "");
        },
    };

    public DiscreetSpans() => ActivitySource.AddActivityListener(exceptions);

    public override void OnEnd(Activity data)
    {
        foreach (string unknown in data.TagObjects.Select(tag => tag.Key).Where(key => !Known.Contains(key)).ToArray())
        {
            data.SetTag(unknown, null);
        }

        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }

    protected override void Dispose(bool disposing)
    {
        exceptions.Dispose();
        base.Dispose(disposing);
    }
}
