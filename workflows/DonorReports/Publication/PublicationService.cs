using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.DonorReports.Publication;

/// <summary>Publishes what was issued to a donor, withholds it or withdraws it, and reads what is at the public address.</summary>
public sealed class PublicationService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    DonorReportArchive archive,
    IOptions<MailOptions> options,
    StandIns standIns,
    ProgrammeFeaturesService features,
    TimeProvider clock
)
{
    /// <summary>Everybody may read the report itself; single observations stay with the donor.</summary>
    private static readonly string[] Documents = [ReportParts.Html, ReportParts.Pdf];

    public static string PathOf(AgreementId agreement) => $"published/{agreement}";

    /// <summary>Stays the same from version to version.</summary>
    public string AddressOf(AgreementId agreement) => $"{options.Value.PublicUrl}/{PathOf(agreement)}";

    public async Task<DonorPublication?> FindAsync(AgreementId agreement, CancellationToken cancellation) =>
        (await table.FindAsync<DonorPublication>(StreamId.Of(agreement), DonorReportRows.PublicationKey, cancellation))?.Value;

    /// <summary>How it stands and what it may become, with what was done before.</summary>
    /// <returns>Null where there is no such agreement.</returns>
    public async Task<PublicationStatus?> StatusAsync(AgreementId agreement, CancellationToken cancellation)
    {
        if (!(await directory.ReadAsync(cancellation)).Agreements.TryGetValue(agreement, out GrantAgreement? known))
        {
            return null;
        }

        var issued = new List<DonorReportRecord>();
        foreach (DonorReportRef one in DonorSchedule.Periods(known))
        {
            if ((await DonorReportRows.FindAsync(table, agreement, one.Period, cancellation))?.Value is { LatestIssued: not null } report)
            {
                issued.Add(report);
            }
        }

        DonorPublication? publication = await FindAsync(agreement, cancellation);
        return new PublicationStatus(
            known,
            publication,
            AddressOf(agreement),
            publication?.Folder is { } folder ? await archive.LanguagesAsync(folder, cancellation) : [],
            issued,
            [
                .. (await table.ListReadableAsync<AuditEvent>(StreamId.Of(agreement), AuditRows.Prefix, cancellation))
                    .Select(link => link.Row?.Value)
                    .OfType<AuditEvent>()
                    .Where(one => one.Kind == AuditKind.DonorPublicationChanged)
                    .Reverse(),
            ]
        );
    }

    /// <param name="asRead">How it stood when it was decided upon, by its <see cref="ContentTag"/>, or that nothing was decided
    /// yet.</param>
    public Task<CommandResult> DecideAsync(
        AgreementId agreement,
        PublicationOrder order,
        AsRead asRead,
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

                if (TextRefusals.Refuse(TextBounds.Reason, order.Reason) is { } longer)
                {
                    return (null, longer);
                }

                if (order.Act == PublicationAct.Publish && !(await features.ReadAsync(cancellation)).OpenPublication)
                {
                    return (null, new CommandResult.Refused(ProgrammeFeaturesService.Off, "This programme publishes no donor reports."));
                }

                var unit = new UnitOfWork(StreamId.Of(agreement));
                Row<DonorPublication>? was = await table.FindAsync<DonorPublication>(
                    unit.Stream,
                    DonorReportRows.PublicationKey,
                    cancellation
                );
                if (!asRead.Fits(was is null ? null : ContentTag.Of(was.Value)))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                DonorReportVersion? version = order.Period is { } asked
                    ? (await DonorReportRows.FindAsync(table, agreement, asked, cancellation))?.Value.LatestIssued
                    : null;
                if (version is not null && order.Version is { } read && read != version.Number)
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile); // another version was issued since
                }

                (DonorPublication? after, CommandResult.Refused? refusal) = PublicationRules.Decide(
                    was?.Value,
                    order.Act,
                    version is null ? null : (order.Period!.Value, version),
                    order.Reason,
                    by,
                    clock.GetUtcNow()
                );
                if (after is null)
                {
                    return (null, refusal!);
                }

                string? said = await standIns.SayAsync(by, after.Reason, cancellation);
                unit.Put(DonorReportRows.PublicationKey, was, after)
                    .Record(new AuditEntry(AuditKind.DonorPublicationChanged, after.State.ToString(), by, said, after.ManifestSha256));
                return (unit, new CommandResult.Recorded(null));
            },
            cancellation
        );

    /// <summary>The activity as IATI publishers fetch it: in the first language of the agreement, if what is open is in that.</summary>
    public async Task<PublishedFile> IatiAsync(AgreementId agreement, CancellationToken cancellation) =>
        (await directory.ReadAsync(cancellation)).Agreements.GetValueOrDefault(agreement) is { } known
            ? await FileAsync(
                agreement,
                folder => archive.ReadAsync(folder, known.Schedule.Languages[0], ReportParts.Iati, cancellation),
                cancellation
            )
            : new PublishedFile(null, WasThere: false);

    public async Task<PublishedFile> DocumentAsync(AgreementId agreement, string language, string file, CancellationToken cancellation) =>
        Documents.Contains(file)
            ? await FileAsync(
                agreement,
                folder => archive.ReadAsync(DonorReportArchive.NameOf(folder, language, file), cancellation),
                cancellation
            )
            : new PublishedFile(null, WasThere: false);

    private async Task<PublishedFile> FileAsync(AgreementId agreement, Func<string, Task<byte[]?>> read, CancellationToken cancellation)
    {
        bool any = (await features.ReadAsync(cancellation)).OpenPublication;
        DonorPublication? publication = any ? await FindAsync(agreement, cancellation) : null;
        return publication is { State: PublicationState.Published, Folder: { } folder }
            ? new PublishedFile(await read(folder), WasThere: false)
            : new PublishedFile(null, WasThere: publication?.State == PublicationState.Withdrawn);
    }
}

/// <param name="Publication">Null where nothing was decided yet.</param>
/// <param name="Address">What everything that is open stands under.</param>
/// <param name="Languages">Of what is open, the first one first.</param>
/// <param name="Issued">Reports that can be published, the oldest first.</param>
/// <param name="Before">What was decided, the newest first.</param>
public sealed record PublicationStatus(
    GrantAgreement Agreement,
    DonorPublication? Publication,
    string Address,
    IReadOnlyList<Language> Languages,
    IReadOnlyList<DonorReportRecord> Issued,
    IReadOnlyList<AuditEvent> Before
);

/// <param name="Bytes">Null where nothing is open at the address.</param>
/// <param name="WasThere">True: it was taken back.</param>
public sealed record PublishedFile(byte[]? Bytes, bool WasThere);
