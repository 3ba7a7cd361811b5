using ACip.Workflows.DonorReports.Remarks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Writes the mails that issue a report: each reader gets a personal link with an expiry date. Officers are told what the report
/// lacks.</summary>
public sealed class DonorReportMails(ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    private const int MostNamed = 50;

    /// <summary>To everybody who reads for this donor.</summary>
    public async Task<IReadOnlyList<string>> IssueAsync(UnitOfWork unit, DonorReportRecord report, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        GrantAgreement agreement = register.Agreements[report.Agreement];
        DonorReportVersion version = report.Versions[^1];
        DateTimeOffset now = clock.GetUtcNow();
        var content = new DonorReportIssued(
            register.Donors[agreement.Donor].Name,
            agreement.Title,
            version.Number,
            report.Start,
            report.End,
            version.ManifestSha256,
            now + DonorReportLinks.Life,
            writer.Page(DonorReportLinks.PathInMail),
            version.Supersedes
        );
        var link = DonorReportLinks.IssuedAs(report, version.Number);
        IReadOnlyList<PersonId> readers = register.Holding(
            Role.DonorReader,
            DateOnly.FromDateTime(now.UtcDateTime),
            donor: agreement.Donor
        );
        unit.Add(link.RowKey, ReadDonorReportTask.Of(report, link.Task, (agreement.Donor, readers), now, DonorReportLinks.Life));
        IEnumerable<NewMail> mails = readers.Select(reader => new NewMail(content, reader, $"{link.Task}-{reader}")
        {
            Task = link,
            Until = now + DonorReportLinks.Life,
            TakesReply = true,
        });
        return (await writer.WriteAllAsync(unit, mails, cancellation))?.Keys ?? [];
    }

    /// <summary>Tells the officers that nobody reads for this donor, so that nobody was told.</summary>
    public async Task<IReadOnlyList<string>> TellNobodyReadsAsync(UnitOfWork unit, DonorReportRecord report, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var nobody = new IssuedToNobody(
            register.Donors[register.Agreements[report.Agreement].Donor].Name,
            report.Start,
            report.End,
            writer.Page("people")
        );
        DateOnly today = clock.UtcToday();
        string key = $"{report.Agreement}-unread-{report.Period}-v{report.Versions[^1].Number}";
        MailsOfStream? told = await writer.WriteAllAsync(unit, nobody, register.Holding(Role.ProgrammeOfficer, today), key, cancellation);
        return told?.Keys ?? [];
    }

    /// <summary>Tells the officers that unreadable records appear as gaps in the report and need attention.</summary>
    public async Task<IReadOnlyList<string>> TellUnreadableAsync(
        UnitOfWork unit,
        DonorReportRecord report,
        int version,
        IReadOnlyList<string> records,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        var about = new About.DonorReport(register.Donors[register.Agreements[report.Agreement].Donor].Name, report.Start, report.End);
        var content = new RecordsUnreadable(
            about,
            [.. records.Take(MostNamed)],
            records.Count,
            writer.Page($"donor-reports/{report.Agreement}/{report.Period}")
        );
        IEnumerable<PersonId> officers = register.Holding(Role.ProgrammeOfficer, DateOnly.FromDateTime(now.UtcDateTime));
        string key = $"{report.Agreement}-unreadable-{report.Period}-v{version}";
        return (await writer.WriteAllAsync(unit, content, officers, key, cancellation))?.Keys ?? [];
    }
}
