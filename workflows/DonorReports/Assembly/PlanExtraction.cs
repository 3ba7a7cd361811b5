using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.EarlierYears;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using AuditHead = ACip.Workflows.DonorReports.Snapshots.AuditHead;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Reads one plan's accepted facts as one donor may see them.</summary>
/// <param name="since">When the last report to this donor was assembled; restatements after it are told. Null before the first.</param>
internal sealed class PlanExtraction(
    ProgrammeTable table,
    PlanVersions versions,
    GrantAgreement agreement,
    DonorPeriod period,
    DateTimeOffset? since
)
{
    public async Task<ExtractedPlan> ExtractAsync(PlanListing listing, Administration administration, CancellationToken cancellation)
    {
        var stream = StreamId.Of(listing.Id);
        (bool stands, Row<PlanRecord>? plans) = await table.FindReadableAsync<PlanRecord>(stream, PlanRows.File, cancellation);
        if (stands && plans is null)
        {
            return ExtractedPlan.Unreadable(listing, PlanRows.File);
        }

        PlanRecord? file = plans?.Value;
        if (file is null || file.Version == 0)
        {
            CoverageGap notApproved = new(listing.Administration, listing.Id, null, GapReason.PlanNotApproved);
            return new ExtractedPlan(null, [notApproved], null, [], []);
        }

        ActionPlan plan = await versions.ReadAsync(listing.Id, file.VersionFor(period.End), cancellation);
        Indicator[] linked =
        [
            .. plan.Indicators.Where(i => i.DonorLink?.Agreement == agreement.Id && i.Disclosure != Disclosure.Programme),
        ];
        var broken = new List<string>();
        IReadOnlyList<(ReportingPeriod Period, ReportRecord? Report)> files = await ReportsAsync(stream, file, broken, cancellation);
        // figures first, then the trail: so the events that tell of them are in it
        IReadOnlyList<Row<AcceptedFigures>> figures = await ReadableRowsAsync<AcceptedFigures>(
            stream,
            ReportRows.ObservationPrefix,
            broken,
            cancellation
        );
        IReadOnlyList<AuditEvent> trail = await ReadableAsync<AuditEvent>(stream, AuditRows.Prefix, broken, cancellation);
        var accepted = new AcceptedHistory(stream, figures.Select(row => row.Value with { Event = row.Event }), trail);
        HashSet<string> items = [.. linked.Select(i => i.Code), .. plan.Benchmarks.Select(b => b.Code)];
        List<CoverageGap> gaps = linked.Length > 0 ? [] : [new CoverageGap(listing.Administration, listing.Id, null, GapReason.NotLinked)];
        var reports = new List<ReportRecord>();
        foreach ((ReportingPeriod one, ReportRecord? reported) in files)
        {
            if (ReportingGaps.In(listing, (one.Key, reported), accepted, items, broken) is { } gap)
            {
                gaps.Add(gap);
            }
            else
            {
                reports.Add(reported!);
            }
        }

        var facts = new PlanFacts(plan, linked, items, accepted, files, reports);
        return new ExtractedPlan(
            await ExtractAsync(facts, stream, administration, broken, cancellation),
            gaps,
            trail.Count == 0 ? null : new AuditHead(stream.Value, trail[^1].Sequence, trail[^1].Hash),
            [.. reports.SelectMany(report => report.Notes.Events)],
            [.. broken.Select(key => $"{stream}: {key}")]
        );
    }

    private async Task<IReadOnlyList<(ReportingPeriod Period, ReportRecord? Report)>> ReportsAsync(
        StreamId stream,
        PlanRecord plan,
        List<string> broken,
        CancellationToken cancellation
    )
    {
        var reports = new List<(ReportingPeriod, ReportRecord?)>();
        foreach (ReportingPeriod one in plan.Periods.Where(p => period.Holds(p.End)))
        {
            string key = ReportRows.Key(one.Key);
            (bool begun, Row<ReportRecord>? row) = await table.FindReadableAsync<ReportRecord>(stream, key, cancellation);
            broken.AddRange(begun && row is null ? [key] : []);
            reports.Add((one, row?.Value));
        }

        return reports;
    }

    private async Task<PlanExtract> ExtractAsync(
        PlanFacts facts,
        StreamId stream,
        Administration administration,
        List<string> broken,
        CancellationToken cancellation
    )
    {
        (ActionPlan plan, Indicator[] linked, HashSet<string> items, AcceptedHistory accepted, var files, var reports) = facts;
        HashSet<PeriodKey> reporting = [.. files.Select(one => one.Period.Key)];
        HashSet<string> kept = new(
            plan.Indicators.Where(i => i.Sensitive || i.Disclosure == Disclosure.Programme).Select(i => i.Code),
            StringComparer.OrdinalIgnoreCase // people type codes in either case
        );
        return new PlanExtract
        {
            Administration = administration.Id,
            Plan = plan.Id,
            Version = plan.Version,
            Title = plan.Title,
            Results = plan.Results,
            Indicators = linked,
            Series = await SeriesAsync(plan, linked, cancellation),
            Benchmarks = [.. plan.Benchmarks.Where(b => b.Due <= period.End)],
            Reached = accepted.ReachedBy(period.End),
            Periods = [.. files.Select(one => PeriodOf(one.Period, one.Report))],
            Observations =
            [
                .. accepted.InForce.Where(one => reporting.Contains(one.Observation.Period) && items.Contains(one.Observation.Item)),
            ],
            Statuses = Statuses(plan, linked, accepted, reporting),
            EarlierYears = await EarlierYearsAsync(stream, linked, broken, cancellation),
            Restatements = [.. accepted.RestatedSince(since, period.End).Where(one => items.Contains(one.New.Observation.Item))],
            Narratives =
            [
                .. accepted
                    .InForce.Where(one => reporting.Contains(one.Observation.Period))
                    .OrderBy(one => one.Observation.Period)
                    .Select(one => ReportedTexts.Narrative(one, administration))
                    .OfType<Narrative>(),
            ],
            Deviations = [.. reports.SelectMany(report => ReportedTexts.Deviations(report, plan, administration, kept))],
            Risks = ReportedTexts.Risks(plan, reports),
        };
    }

    private static PeriodExtract PeriodOf(ReportingPeriod period, ReportRecord? report) =>
        new(period.Key, period.Start, period.End, report?.State ?? ReportState.NotDue);

    /// <param name="Linked">Indicators that serve the agreement.</param>
    /// <param name="Items">Codes of what the donor may see.</param>
    /// <param name="Reports">Those that hold accepted figures.</param>
    private sealed record PlanFacts(
        ActionPlan Plan,
        Indicator[] Linked,
        HashSet<string> Items,
        AcceptedHistory Accepted,
        IReadOnlyList<(ReportingPeriod Period, ReportRecord? Report)> Files,
        IReadOnlyList<ReportRecord> Reports
    );

    /// <summary>Of results that only confidential indicators measure, nothing.</summary>
    private static AcceptedObservation[]? Statuses(
        ActionPlan plan,
        Indicator[] linked,
        AcceptedHistory accepted,
        HashSet<PeriodKey> reporting
    )
    {
        HashSet<string> results = [.. linked.Where(one => !one.Sensitive).Select(one => one.Result)];
        AcceptedObservation[] statuses =
        [
            .. accepted.InForce.Where(one =>
                one.Observation.Status is not null
                && reporting.Contains(one.Observation.Period)
                && results.Contains(one.Observation.Item)
                && plan.Results.Any(result => result.Code == one.Observation.Item)
            ),
        ];
        return statuses.Length > 0 ? statuses : null;
    }

    private async Task<EarlierYear[]?> EarlierYearsAsync(
        StreamId stream,
        Indicator[] linked,
        List<string> broken,
        CancellationToken cancellation
    )
    {
        EarlierYear[] years =
        [
            .. from report in await ReadableAsync<HistoricReport>(stream, HistoricReport.Prefix, broken, cancellation)
            from figure in report.Figures
            where linked.Any(one => one.Code == figure.Item)
            select new EarlierYear(figure.Item, report.Start, report.End, figure.Value, report.Source),
        ];
        return years.Length > 0 ? years : null;
    }

    private async Task<IReadOnlyList<T>> ReadableAsync<T>(
        StreamId stream,
        string prefix,
        List<string> broken,
        CancellationToken cancellation
    ) => [.. (await ReadableRowsAsync<T>(stream, prefix, broken, cancellation)).Select(row => row.Value)];

    private async Task<IReadOnlyList<Row<T>>> ReadableRowsAsync<T>(
        StreamId stream,
        string prefix,
        List<string> broken,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<(string Key, Row<T>? Row)> rows = await table.ListReadableAsync<T>(stream, prefix, cancellation);
        broken.AddRange(rows.Where(one => one.Row is null).Select(one => one.Key));
        return [.. rows.Select(one => one.Row).OfType<Row<T>>()];
    }

    /// <summary>Earlier versions are read only where an indicator has been revised.</summary>
    private async Task<IReadOnlyList<SeriesStep>> SeriesAsync(ActionPlan plan, Indicator[] linked, CancellationToken cancellation)
    {
        var steps = new List<SeriesStep>();
        ActionPlan later = plan;
        for (int version = plan.Version - 1; version > 0 && linked.Any(one => one.Change is not null); version--)
        {
            ActionPlan earlier = await versions.ReadAsync(plan.Id, version, cancellation);
            steps.AddRange(
                SeriesLink
                    .Between(earlier, later)
                    .Where(link => link.OldRevision != link.NewRevision && linked.Any(one => one.Code == link.Code))
                    .Select(link => new SeriesStep(
                        link.Code,
                        version + 1,
                        link.From ?? later.Start,
                        link.Factor,
                        earlier.Indicators.First(one => one.Code == link.Code).Unit,
                        link.Reason
                    ))
            );
            later = earlier;
        }

        return steps;
    }
}
