using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Reporting;

/// <summary>Mails that tell of a decision on a report.</summary>
public sealed class ReportMails(ProgrammeDirectory directory, MailWriter writer)
{
    /// <summary>To whoever handed it in.</summary>
    public async Task<string?> AcceptedAsync(Unit unit, ReportFile report, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var about = new About.Report(register.Administrations[report.Administration].Name, report.Period.Start, report.Period.End);
        ReportSubmission last = report.Submissions[^1];
        var content = new ReportAccepted(about, report.Period.Locks, writer.Page($"plans/{report.Plan}"));
        return await writer.WriteAsync(unit, content, last.By, $"{report.Plan}-{report.Period.Key}-accepted-s{last.Number}", null, report.Period.Locks, false, null, cancellation);
    }
}
