using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Everything ever accepted for a plan, and what is in force: of a restated value only the latest.</summary>
internal sealed class AcceptedHistory
{
    private readonly Dictionary<string, AcceptedObservation> byId;
    private readonly Dictionary<string, string> reasons = [];

    public AcceptedHistory(StreamId stream, IEnumerable<AcceptedFigures> figures, IReadOnlyList<AuditEvent> trail)
    {
        byId = [];
        foreach (AcceptedFigures row in figures.OrderBy(row => row.At))
        {
            foreach (Observation observation in row.Observations)
            {
                AuditEvent? link = EventOf(row, observation, trail);
                byId[observation.Id] = new AcceptedObservation(
                    observation,
                    row.By,
                    row.At,
                    link is null ? $"{stream}#?" : $"{stream}#{link.Sequence}"
                );
                if (link is { Kind: AuditKind.FigureRestated, Reason: { } reason })
                {
                    reasons[observation.Id] = reason;
                }
            }
        }

        HashSet<string> replaced = [.. byId.Values.Select(one => one.Observation.Restates).OfType<string>()];
        InForce = [.. byId.Values.Where(one => !replaced.Contains(one.Observation.Id))];
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<AcceptedObservation> InForce { get; }

    /// <summary>Codes of benchmarks whose last answer up to a day says that they are reached. One that was reached is not asked again, so
    /// the answer may be older than the report it is told in.</summary>
    /// <param name="end">Last day of the donor period.</param>
    public IReadOnlyList<string> ReachedBy(DateOnly end) =>
        [
            .. InForce
                .Select(one => one.Observation)
                .Where(one => one.Reached is not null && Ends(one) <= end)
                .GroupBy(one => one.Item)
                .Where(answers => answers.OrderBy(one => one.Period).ThenBy(one => one.At).Last().Reached == true)
                .Select(answers => answers.Key)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Values that replaced others after an instant, beside what was in force then.</summary>
    /// <param name="since">Null: there was no report before, so nothing that it said has changed.</param>
    /// <param name="end">Last day of the donor period; what was reported for later is not told.</param>
    public IEnumerable<Restatement> RestatedSince(DateTimeOffset? since, DateOnly end)
    {
        foreach (
            AcceptedObservation now in InForce.Where(one => since is not null && one.AcceptedAt > since && Ends(one.Observation) <= end)
        )
        {
            AcceptedObservation? then = now;
            while (then is not null && then.AcceptedAt > since)
            {
                then = then.Observation.Restates is { } before ? byId.GetValueOrDefault(before) : null;
            }

            if (then is not null)
            {
                yield return new Restatement(then, now, reasons.GetValueOrDefault(now.Observation.Id));
            }
        }
    }

    private static DateOnly Ends(Observation observation) => observation.Period.Days!.Value.End;

    /// <summary>The event that the row names. For an older row: the first of its kind and person about this period that is not older than
    /// the row.</summary>
    private static AuditEvent? EventOf(AcceptedFigures row, Observation observation, IReadOnlyList<AuditEvent> trail) =>
        row.Event is { } told
            ? trail.FirstOrDefault(link => link.Sequence == told)
            : trail.FirstOrDefault(link =>
                link.Subject == observation.Period.Value
                && link.By == row.By
                && link.At >= row.At
                && (
                    observation.Restates is null
                        ? link.Kind is AuditKind.ReportAccepted or AuditKind.ReportReturned
                        : link.Kind == AuditKind.FigureRestated
                )
            );
}
