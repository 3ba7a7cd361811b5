using System.Security.Cryptography;
using System.Text.Json;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>A snapshot as canonical JSON: <c>{"head":{…},"plans":[{…},…]}</c>, UTF-8, the same bytes for the same content on every
/// machine.</summary>
public static class SnapshotDocument
{
    public static byte[] Write(DonorSnapshot snapshot)
    {
        var buffer = new MemoryStream();
        Write(snapshot, buffer);
        return buffer.ToArray();
    }

    /// <summary>Writes plan by plan, so that <see cref="DonorSnapshot.Plans"/> may be read from storage meanwhile.</summary>
    /// <exception cref="ArgumentException">Plans that are not in a list come out of order, or a plan twice.</exception>
    public static void Write(DonorSnapshot snapshot, Stream output)
    {
        IEnumerable<PlanExtract> plans = snapshot.Plans is IReadOnlyCollection<PlanExtract> all
            ? all.Order(SnapshotOrder.ByPlace)
            : snapshot.Plans;

        output.Write("{\"head\":"u8);
        JsonSerializer.Serialize(output, SnapshotOrder.Sorted(snapshot.Head), SnapshotJson.Options);
        output.Write(",\"plans\":["u8);
        PlanExtract? before = null;
        foreach (PlanExtract plan in plans)
        {
            if (before is not null)
            {
                if (SnapshotOrder.ByPlace.Compare(before, plan) >= 0)
                {
                    throw new ArgumentException($"Plan {plan.Plan} of {plan.Administration} comes out of order.", nameof(snapshot));
                }

                output.WriteByte((byte)',');
            }

            JsonSerializer.Serialize(output, SnapshotOrder.Sorted(plan), SnapshotJson.Options);
            before = plan;
        }

        output.Write("]}"u8);
    }

    /// <exception cref="JsonException">Not a snapshot of schema 1.</exception>
    public static DonorSnapshot Read(byte[] bytes)
    {
        DonorSnapshot lazy = Open(() => new MemoryStream(bytes, writable: false));
        return lazy with { Plans = lazy.Plans.ToList() };
    }

    /// <summary>Reads the head now and the plans whenever they are enumerated, one at a time.</summary>
    /// <param name="open">Opens the document from its beginning; called once for each enumeration.</param>
    /// <exception cref="JsonException">Not a snapshot of schema 1; may also be thrown while plans are enumerated.</exception>
    public static DonorSnapshot Open(Func<Stream> open)
    {
        using var reader = new SnapshotReader(open());
        return new DonorSnapshot(reader.ReadHead(), new StoredPlans(open));
    }

    /// <returns>SHA-256 of the document, lower-case hex.</returns>
    public static string Sha256(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    private sealed class StoredPlans(Func<Stream> open) : IEnumerable<PlanExtract>
    {
        public IEnumerator<PlanExtract> GetEnumerator()
        {
            using var reader = new SnapshotReader(open());
            reader.ReadHead();
            while (reader.TryReadPlan(out PlanExtract? plan))
            {
                yield return plan;
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
