namespace ACip.Workflows.Audit;

/// <summary>Checks whether a chain is complete and unchanged.</summary>
public static class AuditChain
{
    /// <summary>The clocks of two machines differ by less than this.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <param name="events">All events of a stream, in order.</param>
    /// <param name="head">What the stream's head row says; null where it is not known.</param>
    /// <returns>What is wrong, each naming its link; empty if nothing is.</returns>
    public static IReadOnlyList<string> Verify(IReadOnlyList<AuditEvent> events, AuditHead? head)
    {
        var wrong = new List<string>();
        AuditHead before = AuditHead.Empty;
        DateTimeOffset last = DateTimeOffset.MinValue;
        foreach (AuditEvent link in events)
        {
            if (link.Sequence != before.Sequence + 1)
            {
                wrong.Add($"audit event {before.Sequence + 1} is missing: {link.Sequence} follows {before.Sequence}");
            }
            else if (link.Previous != before.Hash)
            {
                wrong.Add($"audit event {link.Sequence} does not continue event {before.Sequence}");
            }

            if (link.ComputeHash() != link.Hash)
            {
                wrong.Add($"audit event {link.Sequence} was changed after it was written");
            }

            if (link.At + Skew < last)
            {
                wrong.Add($"audit event {link.Sequence} is older than the one before it");
            }

            (before, last) = (new AuditHead(link.Sequence, link.Hash), link.At);
        }

        if (head is not null && (head.Sequence, head.Hash) != (before.Sequence, before.Hash))
        {
            wrong.Add($"the chain ends at event {before.Sequence}, its head says {head.Sequence}: the end was cut off or rewritten");
        }

        return wrong;
    }
}
