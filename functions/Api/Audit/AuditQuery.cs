using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Functions.Api.Audit;

/// <summary>Chains of the programme's streams, and whether each is whole.</summary>
public sealed class AuditQuery(ProgrammeTable table, ProgrammeDirectory directory)
{
    /// <summary>Every stream that there can be, in reading order.</summary>
    public async Task<IReadOnlyList<AuditStream>> StreamsAsync(CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        return
        [
            new(StreamId.Programme, "Programme"),
            new(StreamId.Inbox, "Inbox"),
            .. register.Agreements.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal).Select(one => new AuditStream(StreamId.Of(one.Id), one.Title)),
            .. register.Plans.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal).Select(one => new AuditStream(StreamId.Of(one.Id), register.Administrations.GetValueOrDefault(one.Administration)?.Name ?? one.Id.Value)),
        ];
    }

    /// <returns>Null where there is no such stream; an empty chain where nothing has happened in it.</returns>
    public async Task<AuditTrail?> ReadAsync(string stream, CancellationToken cancellation)
    {
        if (!Slug.Is(stream) || (await StreamsAsync(cancellation)).FirstOrDefault(one => one.Id.Value == stream) is not { } known)
        {
            return null;
        }

        IReadOnlyList<AuditEvent> events = await AuditRows.ReadAsync(table, known.Id, cancellation);
        AuditHead? head = (await table.FindAsync<AuditHead>(known.Id, AuditRows.Head, cancellation))?.Value;
        IReadOnlyList<string> wrong = events.Count > 0 && head is null ? ["the head of the chain is gone"] : AuditChain.Verify(events, head);
        return new AuditTrail(known, events, head, wrong);
    }
}

public sealed record AuditStream(StreamId Id, string Name);

/// <param name="Wrong">What verification found; empty for a whole chain.</param>
public sealed record AuditTrail(AuditStream Stream, IReadOnlyList<AuditEvent> Events, AuditHead? Head, IReadOnlyList<string> Wrong);
