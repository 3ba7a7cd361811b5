using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Publication;

/// <summary>Publishes what a donor was given, withholds it, takes it back; and says what stands at the public address.</summary>
public sealed class PublicationService(ProgrammeTable table, ProgrammeDirectory directory, DonorReportArchive archive, TimeProvider clock)
{
    /// <summary>Everybody may read the report itself; single observations stay with the donor.</summary>
    private static readonly string[] Documents = [ReportParts.Html, ReportParts.Pdf];

    public static string PathOf(AgreementId agreement) => $"published/{agreement}";

    public async Task<DonorPublication?> FindAsync(AgreementId agreement, CancellationToken cancellation) =>
        (await table.FindAsync<DonorPublication>(StreamId.Of(agreement), DonorReportRows.PublicationKey, cancellation))?.Value;

    /// <param name="period">Of the report that is to be published.</param>
    public Task<CommandResult> DecideAsync(
        AgreementId agreement,
        PublicationAct act,
        PeriodKey? period,
        string? reason,
        PersonId by,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (!(await directory.ReadAsync(cancellation)).Agreements.ContainsKey(agreement))
                {
                    return (null, new CommandResult.Refused("no-such-agreement", $"There is no agreement {agreement}."));
                }

                if (TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer)
                {
                    return (null, longer);
                }

                var unit = new UnitOfWork(StreamId.Of(agreement));
                Row<DonorPublication>? was = await table.FindAsync<DonorPublication>(
                    unit.Stream,
                    DonorReportRows.PublicationKey,
                    cancellation
                );
                DonorReportVersion? version = period is { } asked
                    ? (await DonorReportRows.FindAsync(table, agreement, asked, cancellation))?.Value.LatestIssued
                    : null;
                (DonorPublication? after, CommandResult.Refused? refusal) = PublicationRules.Decide(
                    was?.Value,
                    act,
                    version is null ? null : (period!.Value, version),
                    reason,
                    by,
                    clock.GetUtcNow()
                );
                if (after is null)
                {
                    return (null, refusal!);
                }

                unit.Put(DonorReportRows.PublicationKey, was, after)
                    .Record(
                        new AuditEntry(AuditKind.DonorPublicationChanged, after.State.ToString(), by, after.Reason, after.ManifestSha256)
                    );
                return (unit, new CommandResult.Recorded(null));
            },
            cancellation
        );

    /// <summary>The activity as IATI publishers fetch it: in the first language of the agreement.</summary>
    public async Task<PublishedFile> IatiAsync(AgreementId agreement, CancellationToken cancellation) =>
        (await directory.ReadAsync(cancellation)).Agreements.GetValueOrDefault(agreement) is { } known
            ? await FileAsync(agreement, known.Schedule.Languages[0].Tag, ReportParts.Iati, [ReportParts.Iati], cancellation)
            : new PublishedFile(null, WasThere: false);

    public Task<PublishedFile> DocumentAsync(AgreementId agreement, string language, string file, CancellationToken cancellation) =>
        FileAsync(agreement, language, file, Documents, cancellation);

    private async Task<PublishedFile> FileAsync(
        AgreementId agreement,
        string language,
        string file,
        IReadOnlyList<string> open,
        CancellationToken cancellation
    )
    {
        DonorPublication? publication = open.Contains(file) ? await FindAsync(agreement, cancellation) : null;
        return publication is { State: PublicationState.Published, Folder: { } folder }
            ? new PublishedFile(await archive.ReadAsync(DonorReportArchive.NameOf(folder, language, file), cancellation), WasThere: false)
            : new PublishedFile(null, WasThere: publication?.State == PublicationState.Withdrawn);
    }
}

/// <param name="Bytes">Null where nothing is open at the address.</param>
/// <param name="WasThere">True: it was taken back.</param>
public sealed record PublishedFile(byte[]? Bytes, bool WasThere);
