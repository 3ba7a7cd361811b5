using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports;

/// <summary>Mails with which a report is issued: each reader gets a link of their own, which expires.</summary>
public sealed class DonorReportMails(ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(30);

    /// <summary>To everybody who reads for this donor.</summary>
    public async Task<IReadOnlyList<string>> IssueAsync(Unit unit, DonorReportFile report, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        GrantAgreement agreement = register.Agreements[report.Agreement];
        DonorReportVersion version = report.Versions[^1];
        DateTimeOffset now = clock.GetUtcNow();
        var content = new DonorReportIssued(register.Donors[agreement.Donor].Name, agreement.Title, version.Number, report.Start, report.End, version.ManifestSha256, now + LinkLife,
            writer.Page(DonorReportLinks.PathInMail), version.Supersedes);
        var link = DonorReportLinks.IssuedAs(report, version.Number);
        var keys = new List<string>();
        foreach (PersonId reader in register.Holding(Role.DonorReader, DateOnly.FromDateTime(now.UtcDateTime), donor: agreement.Donor))
        {
            if (await writer.WriteAsync(unit, content, reader, $"{link.Task}-{reader}", link, now + LinkLife, false, null, cancellation) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys;
    }
}
