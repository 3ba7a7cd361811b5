using System.Security.Cryptography;
using System.Text;
using FunctionsSimulator.Durable.History;
using FunctionsSimulator.Durable.Storage;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Recording;

/// <summary>Recorded executions as files, <c>ORCHESTRATOR/VERSION/KIND.json</c>: of those that walk the same way, the first.</summary>
/// <param name="most">Of one orchestrator and version: more kinds than these tell nothing new.</param>
public sealed class HistoryFolder(string path, int most = 24)
{
    private readonly Lock gate = new();

    internal void Keep(InstanceState state, CompleteOrchestrationAction end, IReadOnlyList<IReadOnlyList<HistoryEvent>> turns)
    {
        if (end.OrchestrationStatus is not (OrchestrationStatus.Completed or OrchestrationStatus.ContinuedAsNew))
        {
            return;
        }

        lock (gate)
        {
            string folder = Path.Combine(path, state.Name, state.Version ?? "none");
            string file = Path.Combine(folder, $"{Kind(end, turns)}.json");
            Directory.CreateDirectory(folder);
            if (!File.Exists(file) && Directory.GetFiles(folder, "*.json").Length < most)
            {
                // several processes may record into one folder
                string draft = $"{file}.{Environment.ProcessId}";
                File.WriteAllText(draft, RecordedExecution.Of(state, end, turns).ToJson() + "\n");
                File.Move(draft, file, overwrite: true);
            }
        }
    }

    /// <summary>What happened in which turn, whatever the data were.</summary>
    private static string Kind(CompleteOrchestrationAction end, IReadOnlyList<IReadOnlyList<HistoryEvent>> turns)
    {
        string walk = string.Join('|', turns.Select(turn => string.Join(',', turn.Select(Step)))) + end.OrchestrationStatus;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(walk)))[..12];
    }

    private static string Step(HistoryEvent one) =>
        $"{one.EventTypeCase} {one.Ends() ?? one.EventId} {one.TaskScheduled?.Name ?? one.EventRaised?.Name ?? one.SubOrchestrationInstanceCreated?.Name ?? one.EventSent?.Name}";
}
