using System.Text.RegularExpressions;
using ACip.Workflows.Storage;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Reconciliation;

/// <summary>When timer functions last ran and are next due, read from the host's own records, so that it costs nothing until somebody
/// asks.</summary>
public sealed partial class TimerRuns(HostBlobs host, TimeProvider clock)
{
    private const string Prefix = "timers/";

    /// <summary>A host that is busy or just starting is not late yet.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <returns>By name; null where the host's notes cannot be read.</returns>
    public async Task<IReadOnlyList<TimerRun>?> ReadAsync(CancellationToken cancellation)
    {
        BlobContainerClient container = host.Client.GetBlobContainerClient(HostBlobs.Notes);
        var runs = new List<TimerRun>();
        try
        {
            await foreach (BlobItem blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix, cancellation))
            {
                if (Name().Match(blob.Name) is { Success: true } name)
                {
                    BlobDownloadResult read = await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation);
                    runs.Add(Of(name.Groups["name"].Value, read.Content.ToObjectFromJson<Note>()!, clock.GetUtcNow()));
                }
            }
        }
        catch (RequestFailedException missing) when (missing.Status is 403 or 404)
        {
            return null;
        }

        return [.. runs.OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    internal static TimerRun Of(string name, Note note, DateTimeOffset now)
    {
        DateTimeOffset? last = note.Last == default ? null : new DateTimeOffset(note.Last.ToUniversalTime(), TimeSpan.Zero);
        var next = new DateTimeOffset(note.Next.ToUniversalTime(), TimeSpan.Zero);
        return new TimerRun(name, last, next, now - next > Patience);
    }

    [GeneratedRegex(@"Host\.Functions\.(?<name>[A-Za-z0-9_]+)/status$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    /// <summary>In the host's format.</summary>
    internal sealed record Note(DateTime Last, DateTime Next);
}

/// <param name="Name">Of the function.</param>
/// <param name="Last">Null: it has not run yet.</param>
/// <param name="Late">True: it should have run, and did not.</param>
public sealed record TimerRun(string Name, DateTimeOffset? Last, DateTimeOffset Next, bool Late);
