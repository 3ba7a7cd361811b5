using System.Text.Json;
using ACip.Workflows.DonorReports.Snapshots;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Plans on disk in sequence: read from storage once and then as often as needed, with one at a time in memory.</summary>
internal sealed class PlanSpool(string path) : IDisposable
{
    private readonly FileStream file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    private readonly List<(long At, int Length)> places = [];

    public void Add(PlanExtract plan)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(plan, SnapshotJson.Options);
        places.Add((file.Seek(0, SeekOrigin.End), bytes.Length));
        file.Write(bytes);
    }

    public IEnumerable<PlanExtract> Plans
    {
        get
        {
            foreach ((long at, int length) in places)
            {
                byte[] bytes = new byte[length];
                file.Seek(at, SeekOrigin.Begin);
                file.ReadExactly(bytes);
                yield return JsonSerializer.Deserialize<PlanExtract>(bytes, SnapshotJson.Options)!;
            }
        }
    }

    public void Dispose() => file.Dispose();
}
