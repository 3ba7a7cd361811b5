using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;

namespace ACip.Functions.Api.Audit;

/// <summary>Reads the chains of the programme's streams and verifies the stored data against them.</summary>
public sealed class AuditQuery(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    IEnumerable<IAuditedStreams> others,
    StreamVerification verification
)
{
    /// <summary>Every possible stream, in reading order.</summary>
    public async Task<IReadOnlyList<AuditStream>> StreamsAsync(CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var more = new List<NamedStream>();
        foreach (IAuditedStreams capability in others)
        {
            more.AddRange(await capability.FindAsync(cancellation));
        }

        return
        [
            new(StreamId.Programme, "Programme"),
            new(StreamId.Inbox, "Inbox"),
            .. register
                .Agreements.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal)
                .Select(one => new AuditStream(StreamId.Of(one.Id), one.Title)),
            .. register
                .Plans.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal)
                .Select(one => new AuditStream(
                    StreamId.Of(one.Id),
                    register.Administrations.GetValueOrDefault(one.Administration)?.Name ?? one.Id.Value
                )),
            .. more.Select(one => new AuditStream(one.Id, one.Name)),
        ];
    }

    /// <returns>Null where there is no such stream; no events where nothing has happened in it.</returns>
    public async Task<IReadOnlyList<AuditEvent>?> EventsAsync(string stream, CancellationToken cancellation) =>
        await FindAsync(stream, cancellation) is { } known
            ?
            [
                .. (await table.ListReadableAsync<AuditEvent>(known.Id, AuditRows.Prefix, cancellation))
                    .Select(row => row.Row?.Value)
                    .OfType<AuditEvent>(),
            ]
            : null;

    /// <param name="blobs">True: files that the stream names are read and compared, too, which takes its time.</param>
    /// <returns>Null where there is no such stream.</returns>
    public async Task<AuditTrail?> VerifyAsync(string stream, bool blobs, CancellationToken cancellation) =>
        await FindAsync(stream, cancellation) is { } known
            ? new AuditTrail(known, await verification.VerifyAsync(known.Id, blobs, cancellation))
            : null;

    private async Task<AuditStream?> FindAsync(string stream, CancellationToken cancellation)
    {
        if (!Slug.Is(stream))
        {
            return null;
        }

        var id = new StreamId(stream);
        return (await StreamsAsync(cancellation)).FirstOrDefault(one => one.Id == id)
            ?? (
                others.Any(one => one.Keeps(id)) && (await table.FindReadableAsync<AuditHead>(id, AuditRows.Head, cancellation)).Stands
                    ? new AuditStream(id, stream)
                    : null
            );
    }
}

public sealed record AuditStream(StreamId Id, string Name);

public sealed record AuditTrail(AuditStream Stream, VerifiedStream Verified)
{
    public IReadOnlyList<AuditEvent> Events => Verified.Events;

    /// <summary>The content of the stream's head row.</summary>
    public AuditHead? Head => Verified.Head;

    /// <summary>Findings of the verification; empty if everything is as it was written.</summary>
    public IReadOnlyList<Finding> Findings => Verified.Findings;
}
