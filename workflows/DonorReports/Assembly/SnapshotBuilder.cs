using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.AddedTemplates;
using ACip.Workflows.DonorReports.Publication;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Extensions.Options;
using AuditHead = ACip.Workflows.DonorReports.Snapshots.AuditHead;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Collects what a donor report can say: accepted figures and texts, linked indicators, registers, and every gap with its
/// reason.</summary>
public sealed class SnapshotBuilder(
    ProgrammeTable table,
    PlanVersions versions,
    ProgrammeDirectory directory,
    MultilateralFactsQuery multilateral,
    OwnFactsQuery own,
    DonorReportArchive archive,
    IOptions<MailOptions> options,
    TimeProvider clock
)
{
    private static readonly Publisher ProgrammeItself = new("XI-EXAMPLE-ACIP", Texts.PublisherName.En) { Names = Texts.PublisherName };

    /// <summary>True if nothing more can come: every report of the period is accepted, or never will be.</summary>
    public async Task<bool> IsCompleteAsync(DonorReportRecord report, CancellationToken cancellation)
    {
        bool any = false;
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        foreach (PlanListing listing in Plans(register, report))
        {
            // what cannot be read is waited for until the cut-off, and then named as a gap
            PlanRecord? plan = (await table.FindReadableAsync<PlanRecord>(StreamId.Of(listing.Id), PlanRows.File, cancellation)).Row?.Value;
            foreach (ReportingPeriod period in plan?.Periods.Where(p => report.DonorPeriod.Holds(p.End)) ?? [])
            {
                any = true;
                ReportRecord? one = (
                    await table.FindReadableAsync<ReportRecord>(StreamId.Of(listing.Id), ReportRows.Key(period.Key), cancellation)
                )
                    .Row
                    ?.Value;
                if (one is null || one.State is ReportState.NotDue or ReportState.Open or ReportState.Submitted or ReportState.Returned)
                {
                    return false;
                }
            }
        }

        return any; // without any period nothing has come yet, and something may until the cut-off
    }

    /// <summary>Writes plan after plan to disk and then determines the report's own data.</summary>
    /// <returns>The snapshot, its plans read from the spool, one at a time; and the rows that it had to do without.</returns>
    internal async Task<(DonorSnapshot Snapshot, IReadOnlyList<string> Broken)> BuildAsync(
        DonorReportRecord report,
        PlanSpool spool,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        ReportScope scope = ScopeOf(report, await directory.ReadAsync(cancellation), now);
        var told = new EarlierReports(table, archive);
        List<string> general = [.. scope.Register.Unreadable.Select(key => $"{StreamId.Programme}: {key}")];
        IReadOnlyList<DonorReportRecord> earlier = await told.BeforeAsync(report, general, cancellation);
        DateTimeOffset? since = earlier.Append(report).Select(one => one.LatestIssued?.AssembledAt).Max();
        var extraction = new PlanExtraction(table, versions, scope.Agreement, report.DonorPeriod, since);
        FoundInPlans plans = await ReadPlansAsync(extraction, scope.Funded, Plans(scope.Register, report), spool, cancellation);
        MultilateralFacts common = await BrokenFacts.ReadAsync(
            () => multilateral.ReadAsync(cancellation),
            MultilateralFacts.None,
            $"{StreamId.Programme}: multilateral",
            general
        );
        plans.Events.AddRange(common.Delivered);
        plans.Heads.AddRange(
            await HeadsAsync([report.Stream, StreamId.Programme, .. common.Streams(report.DonorPeriod)], general, cancellation)
        );
        SnapshotHead head = HeadOf(scope, await own.ReadAsync(scope, plans.Events, general, cancellation)) with
        {
            Gaps = plans.Gaps,
            Multilateral = common.Extract(report.DonorPeriod, scope.Register),
            AuditHeads = plans.Heads,
            Earlier = await BrokenFacts.ReadAsync(
                () => told.FiguresAsync(earlier, scope.Language, cancellation),
                [],
                $"{report.Stream}: earlier reports",
                general
            ),
            ActivityIdentifier = await BrokenFacts.ReadAsync(
                () => told.ActivityAsync(earlier.Append(report), scope.Language, cancellation),
                null,
                $"{report.Stream}: earlier activity",
                general
            ),
        };
        return (
            new DonorSnapshot(head with { Unreadable = general.Count > 0 ? general : null }, spool.Plans),
            [.. plans.Broken, .. general]
        );
    }

    private static ReportScope ScopeOf(DonorReportRecord report, ProgrammeRegister register, DateTimeOffset now)
    {
        ReportTemplate template = TemplateOf(register, register.Agreements[report.Agreement].Schedule.Template);
        GrantAgreement agreement = FrameworkDisclosure.Of(register.Agreements[report.Agreement], template);
        return new ReportScope(
            report,
            register,
            template,
            agreement,
            [
                .. agreement
                    .Administrations.Where(register.Administrations.ContainsKey)
                    .Select(id => register.Administrations[id])
                    .OrderBy(a => a.Id.Value, StringComparer.Ordinal),
            ],
            now
        );
    }

    private SnapshotHead HeadOf(ReportScope scope, OwnFacts facts)
    {
        (DonorReportRecord report, ProgrammeRegister register, ReportTemplate template, GrantAgreement agreement, _, DateTimeOffset now) =
            scope;
        SecretariatTexts? texts = facts.Texts;
        return new SnapshotHead
        {
            Fictional = register.Fictional,
            AsOf = now,
            Agreement = agreement,
            Template = ShippedTemplates.Find(template.Name) is null ? template : null,
            Framework = new FrameworkEdition(agreement.Framework.Edition, agreement.Framework.ApprovedOn),
            Donor = register.Donors[agreement.Donor],
            Publisher = ProgrammeItself,
            Period = report.DonorPeriod,
            Final = report.IsFinal ? true : null,
            Administrations = scope.Funded,
            KeyFactors = KeyFactors.All,
            Earlier = [],
            Gaps = [],
            Narratives = texts?.Narratives ?? [],
            Outcomes = texts?.Outcomes is { Count: > 0 } outcomes ? outcomes : null,
            Deviations = FrameworkDisclosure.Of(texts?.Deviations ?? [], register.Agreements[report.Agreement], template),
            Risks = texts?.Risks ?? [],
            Deliveries = facts.Deliveries,
            Cips = facts.Scores,
            Translations = texts?.Translations is { Count: > 0 } translations ? translations : null,
            Preferred = texts?.Preferred is { Count: > 0 } preferred ? preferred : null,
            Annexes = [.. facts.Annexes.Select(annex => annex.File)],
            Recommendations = facts.Open is { Count: > 0 } open ? open : null,
            Finance = FinancialStatement.Of(facts.Books, agreement, report.Start, report.End),
            AuditHeads = [],
            PublishedAt = $"{options.Value.PublicUrl}/{PublicationService.PathOf(agreement.Id)}",
        };
    }

    /// <summary>Plan after plan, each onto the disk; what is told of all of them together is kept.</summary>
    private static async Task<FoundInPlans> ReadPlansAsync(
        PlanExtraction extraction,
        IEnumerable<Administration> funded,
        IEnumerable<PlanListing> listed,
        PlanSpool spool,
        CancellationToken cancellation
    )
    {
        var found = new FoundInPlans([], [], [], []);
        ILookup<AdministrationId, PlanListing> listings = listed.ToLookup(plan => plan.Administration);
        foreach (Administration administration in funded)
        {
            if (!listings.Contains(administration.Id))
            {
                found.Gaps.Add(new CoverageGap(administration.Id, null, null, GapReason.NoPlan));
            }

            foreach (PlanListing listing in listings[administration.Id])
            {
                ExtractedPlan plan = await ExtractAsync(extraction, listing, administration, cancellation);
                found.Broken.AddRange(plan.Broken);
                found.Gaps.AddRange(plan.Gaps);
                found.Events.AddRange(plan.Events);
                found.Heads.AddRange(plan.Audit is { } head ? [head] : []);
                if (plan.Extract is { } extract)
                {
                    spool.Add(extract);
                }
            }
        }

        return found;
    }

    /// <summary>How far the chains of these streams had come.</summary>
    private async Task<IReadOnlyList<AuditHead>> HeadsAsync(
        IEnumerable<StreamId> streams,
        List<string> broken,
        CancellationToken cancellation
    )
    {
        var heads = new List<AuditHead>();
        foreach (StreamId stream in streams)
        {
            (bool stands, Row<Audit.AuditHead>? head) = await table.FindReadableAsync<Audit.AuditHead>(
                stream,
                AuditRows.Head,
                cancellation
            );
            heads.AddRange(head?.Value is { } last ? [new AuditHead(stream.Value, last.Sequence, last.Hash)] : []);
            broken.AddRange(stands && head is null ? [$"{stream}: {AuditRows.Head}"] : []);
        }

        return heads;
    }

    private sealed record FoundInPlans(List<CoverageGap> Gaps, List<AuditHead> Heads, List<DeliveredEvent> Events, List<string> Broken);

    /// <summary>If a template cannot be read now, assembly waits, because with another one the donor would not get what was
    /// agreed.</summary>
    private static ReportTemplate TemplateOf(ProgrammeRegister register, DonorTemplate name) =>
        register.FindTemplate(name) ?? throw new InvalidOperationException($"There is no template {name}.");

    /// <summary>Contradictory facts of one plan must not prevent the report about all others. Storage that does not answer is another
    /// matter, and is retried.</summary>
    private static async Task<ExtractedPlan> ExtractAsync(
        PlanExtraction extraction,
        PlanListing listing,
        Administration administration,
        CancellationToken cancellation
    )
    {
        try
        {
            return await extraction.ExtractAsync(listing, administration, cancellation);
        }
        catch (Exception broken) when (BrokenFacts.Tells(broken))
        {
            return ExtractedPlan.Unreadable(listing, broken.GetType().Name);
        }
    }

    private static IEnumerable<PlanListing> Plans(ProgrammeRegister register, DonorReportRecord report) =>
        register
            .Plans.Values.Where(plan =>
                register.Agreements[report.Agreement].Administrations.Contains(plan.Administration)
                && plan.Start <= report.End
                && plan.End >= report.Start
            )
            .OrderBy(plan => plan.Administration.Value, StringComparer.Ordinal)
            .ThenBy(plan => plan.Id.Value, StringComparer.Ordinal);
}
