using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Links by which a donor's readers open an issued report without signing in: one per reader and version, with an expiry date.
/// Every opening is in the audit trail.</summary>
/// <remarks>The token derives from a secret, the version and the person and is stored only as a hash, like the tokens of task mails; but
/// the subject that it identifies is not a task.</remarks>
public sealed class DonorReportLinks(ProgrammeTable table, TokenIndex tokens, ProgrammeDirectory directory, TimeProvider clock)
{
    /// <summary>How long one opens its report, and a reply to its mail is taken.</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private const string Marker = "-issued-";

    /// <summary>Contains a placeholder for the token, which is filled in when the mail is sent.</summary>
    internal static string PathInMail => $"donor-links/{Placeholders.LinkToken}";

    internal static TaskRef IssuedAs(DonorReportRecord report, int version) =>
        new(
            report.Stream,
            new TaskId(string.Create(CultureInfo.InvariantCulture, $"{report.Agreement}{Marker}{report.Period}-v{version}"))
        );

    /// <summary>What a link refers to. It opens nothing for whoever reads for this donor no longer.</summary>
    public async Task<LinkTarget> FindAsync(string token, CancellationToken cancellation)
    {
        if (
            TaskTokens.Read(token) is not { } sound
            || await tokens.FindAsync(sound, TokenUse.Link, cancellation) is not { } holder
            || await ReportAsync(holder.Task, cancellation) is not { } found
            || !await ReadsAsync(holder.Person, found.Row.Value.Agreement, cancellation)
        )
        {
            return new LinkTarget.Unknown();
        }

        return clock.GetUtcNow() > holder.Expires
            ? new LinkTarget.Expired(holder.Expires)
            : new LinkTarget.Open(found.Row.Value, found.Version, holder.Person, holder.Expires);
    }

    private async Task<bool> ReadsAsync(PersonId reader, AgreementId agreement, CancellationToken cancellation)
    {
        DateOnly today = clock.UtcToday();
        bool Reads(ProgrammeRegister register) =>
            register.Agreements.TryGetValue(agreement, out GrantAgreement? known)
            && register.People.TryGetValue(reader, out Person? person)
            && person.Holds(Role.DonorReader, today, donor: known.Donor);
        return Reads(await directory.ReadForAsync(Reads, cancellation));
    }

    /// <summary>Records the opening of a file, once a day for each reader and file.</summary>
    /// <param name="file">Such as en/report.html; empty for the overview.</param>
    public Task RecordAsync(LinkTarget.Open link, string file, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        string what = string.Create(
            CultureInfo.InvariantCulture,
            $"{link.Report.Period}|v{link.Version.Number}|{link.Reader}|{now:yyyyMMdd}|{file.Replace('/', '|')}"
        );
        return table.DecideAsync(
            async () =>
                await table.FindAsync<LinkOpening>(link.Report.Stream, "donor-opened|" + what, cancellation) is not null
                    ? (null, false)
                    : (
                        new UnitOfWork(link.Report.Stream)
                            .Add("donor-opened|" + what, new LinkOpening(link.Reader, now))
                            .Record(
                                new AuditEntry(
                                    AuditKind.DonorReportOpened,
                                    link.Report.Period.Value,
                                    link.Reader,
                                    string.Create(
                                        CultureInfo.InvariantCulture,
                                        $"version {link.Version.Number}: {(file.Length == 0 ? "overview" : file)}"
                                    ),
                                    link.Version.ManifestSha256
                                )
                            ),
                        true
                    ),
            cancellation
        );
    }

    /// <summary>Records that the reader confirms receipt. Repeating it changes nothing.</summary>
    public Task AcknowledgeAsync(LinkTarget.Open link, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                Row<DonorReportRecord> row = (
                    await DonorReportRows.FindAsync(table, link.Report.Agreement, link.Report.Period, cancellation)
                )!;
                DonorReportVersion version = row.Value.Versions[link.Version.Number - 1];
                if (version.Acknowledged.Any(one => one.By == link.Reader))
                {
                    return ((UnitOfWork?)null, true);
                }

                DonorReportVersion after = version with
                {
                    Acknowledged = [.. version.Acknowledged, new Acknowledgement(link.Reader, clock.GetUtcNow())],
                };
                return (
                    new UnitOfWork(row.Value.Stream)
                        .Replace(
                            row,
                            row.Value with
                            {
                                Versions = [.. row.Value.Versions.Select(one => one.Number == after.Number ? after : one)],
                            }
                        )
                        .Record(
                            new AuditEntry(
                                AuditKind.DonorReportAcknowledged,
                                row.Value.Period.Value,
                                link.Reader,
                                string.Create(CultureInfo.InvariantCulture, $"version {after.Number}"),
                                after.ManifestSha256
                            )
                        ),
                    true
                );
            },
            cancellation
        );

    private async Task<(Row<DonorReportRecord> Row, DonorReportVersion Version)?> ReportAsync(TaskRef link, CancellationToken cancellation)
    {
        string name = link.Task.Value;
        int at = name.LastIndexOf(Marker, StringComparison.Ordinal);
        if (
            at < 0
            || name[(at + Marker.Length)..].Split("-v") is not [{ } period, { } number]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int version)
        )
        {
            return null; // the token of a task: it opens nothing here
        }

        Row<DonorReportRecord>? row = await DonorReportRows.FindAsync(
            table,
            new AgreementId(name[..at]),
            new PeriodKey(period),
            cancellation
        );
        return row?.Value.Versions.FirstOrDefault(one => one.Number == version && one.IssuedAt is not null) is { } issued
            ? (row, issued)
            : null;
    }

    internal sealed record LinkOpening(PersonId By, DateTimeOffset At);
}

public abstract record LinkTarget
{
    private LinkTarget() { }

    public sealed record Open(DonorReportRecord Report, DonorReportVersion Version, PersonId Reader, DateTimeOffset Until) : LinkTarget;

    public sealed record Expired(DateTimeOffset At) : LinkTarget;

    public sealed record Unknown : LinkTarget;
}
