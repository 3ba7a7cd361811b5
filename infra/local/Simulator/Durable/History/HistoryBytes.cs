using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.History;

/// <summary>A turn's events as bytes: the SDK's own message for a part of a history.</summary>
internal static class HistoryBytes
{
    public static byte[] Write(IEnumerable<HistoryEvent> events) => new HistoryChunk { Events = { events } }.ToByteArray();

    public static IReadOnlyList<HistoryEvent> Read(byte[] bytes) => HistoryChunk.Parser.ParseFrom(bytes).Events;
}
