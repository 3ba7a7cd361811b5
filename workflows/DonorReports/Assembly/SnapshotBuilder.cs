using ACip.Workflows.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using AuditHead = ACip.Workflows.DonorReports.Snapshots.AuditHead;

namespace ACip.Workflows.DonorReports;

/// <summary>Collects from the facts what a donor report may say: accepted figures, linked indicators, and every gap with its reason.</summary>
public sealed class SnapshotBuilder(ProgrammeTable table, ProgrammeDirectory directory, TimeProvider clock)
{
    private static readonly Publisher ProgrammeItself = new("XI-EXAMPLE-ACIP", "WCO Anti-Corruption and Integrity Promotion Programme");

    /// <summary>True where nothing more can come: every report of the period is accepted, or will not be.</summary>
    public async Task<bool> IsCompleteAsync(DonorReportFile report, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        foreach (PlanListing listing in Plans(register, report))
        {
            PlanFile? plan = (await PlanRows.FindAsync(table, listing.Id, cancellation))?.Value;
            foreach (ReportingPeriod period in plan?.Periods.Where(p => report.DonorPeriod.Holds(p.End)) ?? [])
            {
                ReportFile? one = (await ReportRows.FindAsync(table, new ReportRef(listing.Id, period.Key), cancellation))?.Value;
                if (one is null || one.State is ReportState.NotDue or ReportState.Open or ReportState.Submitted or ReportState.Returned)
                {
                    return false;
                }
            }
        }

        return true;
    }

    public async Task<DonorSnapshot> BuildAsync(DonorReportFile report, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        GrantAgreement agreement = register.Agreements[report.Agreement];
        var gaps = new List<CoverageGap>();
        var heads = new List<AuditHead>();
        var plans = new List<PlanExtract>();
        foreach (AdministrationId administration in agreement.Administrations.Where(register.Administrations.ContainsKey).OrderBy(a => a.Value, StringComparer.Ordinal))
        {
            PlanListing[] listings = [.. Plans(register, report).Where(p => p.Administration == administration)];
            if (listings.Length == 0)
            {
                gaps.Add(new CoverageGap(administration, null, null, GapReason.NoPlan));
            }

            foreach (PlanListing listing in listings)
            {
                if (await ExtractAsync(listing, agreement, report.DonorPeriod, gaps, heads, cancellation) is { } extract)
                {
                    plans.Add(extract);
                }
            }
        }

        return new DonorSnapshot(
            new SnapshotHead
            {
                Fictional = register.Fictional,
                AsOf = clock.GetUtcNow(),
                Agreement = agreement,
                Donor = register.Donors[agreement.Donor],
                Publisher = ProgrammeItself,
                Period = report.DonorPeriod,
                Administrations = [.. agreement.Administrations.Where(register.Administrations.ContainsKey).Select(id => register.Administrations[id]).OrderBy(a => a.Id.Value, StringComparer.Ordinal)],
                KeyFactors = KeyFactors.All,
                Gaps = gaps,
                AuditHeads = [.. heads.OrderBy(h => h.Stream, StringComparer.Ordinal)],
            },
            plans);
    }

    private static IEnumerable<PlanListing> Plans(ProgrammeRegister register, DonorReportFile report) =>
        register.Plans.Values
            .Where(plan => register.Agreements[report.Agreement].Administrations.Contains(plan.Administration) && plan.Start <= report.End && plan.End >= report.Start)
            .OrderBy(plan => plan.Administration.Value, StringComparer.Ordinal).ThenBy(plan => plan.Id.Value, StringComparer.Ordinal);

    private async Task<PlanExtract?> ExtractAsync(PlanListing listing, GrantAgreement agreement, DonorPeriod period, List<CoverageGap> gaps, List<AuditHead> heads, CancellationToken cancellation)
    {
        PlanFile file = (await PlanRows.FindAsync(table, listing.Id, cancellation))!.Value;
        if (file.Version == 0)
        {
            gaps.Add(new CoverageGap(listing.Administration, listing.Id, null, GapReason.PlanNotApproved));
            return null;
        }

        ActionPlan plan = await PlanRows.VersionAsync(table, listing.Id, file.Version, cancellation);
        Indicator[] linked = [.. plan.Indicators.Where(i => i.DonorLink?.Agreement == agreement.Id)];
        if (linked.Length == 0)
        {
            gaps.Add(new CoverageGap(listing.Administration, listing.Id, null, GapReason.NotLinked));
        }

        var stream = StreamId.Of(listing.Id);
        IReadOnlyList<AuditEvent> trail = await AuditRows.ReadAsync(table, stream, cancellation);
        heads.Add(new AuditHead(stream.Value, trail.Count == 0 ? 0 : trail[^1].Sequence, trail.Count == 0 ? AuditEvent.Genesis : trail[^1].Hash));

        var periods = new List<PeriodExtract>();
        var observations = new List<AcceptedObservation>();
        var items = linked.Select(i => i.Code).Concat(plan.Benchmarks.Select(b => b.Code)).ToHashSet();
        foreach (ReportingPeriod one in file.Periods.Where(p => period.Holds(p.End)))
        {
            ReportFile? reported = (await ReportRows.FindAsync(table, new ReportRef(listing.Id, one.Key), cancellation))?.Value;
            ReportState state = reported?.State ?? ReportState.NotDue;
            periods.Add(new PeriodExtract(one.Key, one.Start, one.End, state));
            if (Gap(state) is { } reason)
            {
                gaps.Add(new CoverageGap(listing.Administration, listing.Id, one.Key, reason, reported?.Submissions.LastOrDefault()?.NilReason));
                continue;
            }

            observations.AddRange(await AcceptedAsync(stream, one.Key, items, trail, cancellation));
        }

        return new PlanExtract
        {
            Administration = listing.Administration,
            Plan = listing.Id,
            Version = file.Version,
            Title = plan.Title,
            Results = plan.Results,
            Indicators = linked,
            Benchmarks = [.. plan.Benchmarks.Where(b => b.Due <= period.End)],
            Periods = periods,
            Observations = observations,
            Risks = plan.Risks,
        };
    }

    private async Task<IEnumerable<AcceptedObservation>> AcceptedAsync(StreamId stream, string period, HashSet<string> items, IReadOnlyList<AuditEvent> trail, CancellationToken cancellation)
    {
        IReadOnlyList<Row<AcceptedFigures>> rows = await table.ListAsync<AcceptedFigures>(stream, ReportRows.ObservationKey(period, 0)[..^4], cancellation);
        return rows.SelectMany(row => row.Value.Observations
            .Where(o => items.Contains(o.Item))
            .Select(o => new AcceptedObservation(o, row.Value.By, row.Value.At, EventOf(row.Value, period))));

        string EventOf(AcceptedFigures figures, string subject) =>
            trail.LastOrDefault(e => e.Kind == (figures.Observations.Any(o => o.Restates is not null) ? AuditKind.FigureRestated : AuditKind.ReportAccepted) && e.Subject == subject && e.By == figures.By) is { } link ? $"{stream}#{link.Sequence}" : $"{stream}#?";
    }

    private static GapReason? Gap(ReportState state) => state switch
    {
        ReportState.Accepted or ReportState.Locked => null,
        ReportState.Submitted => GapReason.UnderReview,
        ReportState.Returned => GapReason.Returned,
        ReportState.NilReturn => GapReason.NilReturn,
        ReportState.Waived => GapReason.Waived,
        ReportState.Missed => GapReason.Missed,
        ReportState.Open => GapReason.NotSubmitted,
        _ => GapReason.NotDue,
    };
}
