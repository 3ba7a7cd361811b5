using System.Security.Cryptography;
using System.Text;
using ACip.Local.Durable.History;
using ACip.Local.Durable.Replay;
using ACip.Local.Durable.Storage;

namespace ACip.Local.Durable;

/// <summary>Recorded histories as files, <c>ORCHESTRATOR/VERSION/KIND.json</c>: of those that walk the same way, the first.</summary>
/// <param name="most">Of one orchestrator and version: more kinds than these tell nothing new.</param>
public sealed class HistoryFolder(string path, int most = 24)
{
    private readonly Lock gate = new();

    internal void Keep(InstanceState before, ReplayResult end, IReadOnlyList<IReadOnlyList<HistoryEvent>> turns)
    {
        if (end.Outcome is not (ReplayOutcome.Completed or ReplayOutcome.ContinuedAsNew))
        {
            return;
        }

        lock (gate)
        {
            string folder = Path.Combine(path, before.Name, before.Version ?? "none");
            string file = Path.Combine(folder, $"{Kind(end, turns)}.json");
            Directory.CreateDirectory(folder);
            if (!File.Exists(file) && Directory.GetFiles(folder, "*.json").Length < most)
            {
                // several processes may record into one folder
                string draft = $"{file}.{Environment.ProcessId}";
                File.WriteAllText(draft, HistoryRecording.Of(before, end, turns) + "\n");
                File.Move(draft, file, overwrite: true);
            }
        }
    }

    /// <summary>What happened in which turn, whatever the data were.</summary>
    private static string Kind(ReplayResult end, IReadOnlyList<IReadOnlyList<HistoryEvent>> turns)
    {
        string walk = string.Join('|', turns.Select(turn => string.Join(',', turn.Select(step => $"{step.Kind} {step.Id} {step.Name}")))) + end.Outcome;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(walk)))[..12];
    }
}
