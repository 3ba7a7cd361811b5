using System.Globalization;
using Google.Protobuf;

namespace ACip.Local.Cli.Telemetry;

/// <summary>One trace as text: each span under the one that caused it, with its source, when it began, how long it took, and its
/// tags.</summary>
internal static class TraceTree
{
    private static readonly HashSet<string> Passed =
    [
        "az.client_request_id",
        "az.service_request_id",
        "az.schema_url",
        "faas.invocation_id",
        "faas.execution",
        "faas.instance",
        "durabletask.task.task_id",
    ];

    public static IEnumerable<string> Lines(IEnumerable<(string Source, CollectedSpan Span)> spans, ByteString trace)
    {
        (string Source, CollectedSpan Span)[] own =
        [
            .. spans.Where(one => one.Span.TraceId == trace).DistinctBy(one => one.Span.SpanId).OrderBy(one => one.Span.Start),
        ];
        HashSet<ByteString> known = [.. own.Select(one => one.Span.SpanId)];
        ILookup<ByteString, (string Source, CollectedSpan Span)> children = own.ToLookup(one =>
            known.Contains(one.Span.ParentSpanId) ? one.Span.ParentSpanId : ByteString.Empty
        );
        ulong begins = own.Length == 0 ? 0 : own.Min(one => one.Span.Start);
        return Under(ByteString.Empty, 0);

        IEnumerable<string> Under(ByteString parent, int depth) =>
            children[parent].SelectMany(one => Under(one.Span.SpanId, depth + 1).Prepend(Line(one.Source, one.Span, begins, depth)));
    }

    private static string Line(string source, CollectedSpan span, ulong begins, int depth)
    {
        string tags = string.Join(' ', span.Tags.Where(tag => !Passed.Contains(tag.Key)).Select(tag => $"{tag.Key}={Text(tag.Value)}"));
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{(span.Start - begins) / 1e6, 8:0.0} ms {(span.End - span.Start) / 1e6, 8:0.0} ms  {new string(' ', depth * 2)}{span.Name} [{source}] {tags}"
            )
            .TrimEnd();
    }

    private static string Text(CollectedValue value) =>
        value.ValueCase switch
        {
            CollectedValue.ValueOneofCase.Text => value.Text,
            CollectedValue.ValueOneofCase.Truth => value.Truth ? "true" : "false",
            CollectedValue.ValueOneofCase.Number => value.Number.ToString(CultureInfo.InvariantCulture),
            _ => value.Figure.ToString(CultureInfo.InvariantCulture),
        };
}
