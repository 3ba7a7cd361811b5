using OpenTelemetry;
using OpenTelemetry.Logs;

namespace ACip.Functions.Telemetry;

/// <summary>Removes personal data from logs. Our own messages hold only ids and are exported unchanged. Of other libraries' messages only
/// the template is exported, and of exceptions only types and stack, without messages.</summary>
internal sealed class DiscreetLogs : BaseProcessor<LogRecord>
{
    public const string Ours = "ACip";

    private const string Template = "{OriginalFormat}";

    public override void OnEnd(LogRecord data)
    {
        bool ours = data.CategoryName?.StartsWith(Ours + ".", StringComparison.Ordinal) == true;
        var kept = new List<KeyValuePair<string, object?>>(data.Attributes?.Where(one => ours || one.Key == Template) ?? []);
        if (!ours)
        {
            data.FormattedMessage = kept.Find(one => one.Key == Template).Value as string;
            data.Body = data.FormattedMessage;
        }

        if (data.Exception is { } error)
        {
            kept.Add(new("exception.types", string.Join(" < ", Causes(error).Select(one => one.GetType().FullName))));
            kept.Add(new("exception.stack", error.StackTrace));
            if (Causes(error).OfType<Azure.RequestFailedException>().FirstOrDefault() is { } storage)
            {
                kept.Add(new("exception.storage", $"{storage.Status} {storage.ErrorCode}"));
            }

            data.Exception = null;
        }

        data.Attributes = kept;
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (Exception? one = error; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }
}
