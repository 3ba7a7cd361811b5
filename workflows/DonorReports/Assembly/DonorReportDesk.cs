using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.DonorReports;

/// <summary>Signing a donor report off, or sending it back.</summary>
public sealed class DonorReportDesk(ProgrammeTable table, TimeProvider clock)
{
    public Task<DeskResult> DecideAsync(AgreementId agreement, string period, Decision decision, PersonId by, CancellationToken cancellation, AsRead asRead = default) => table.DecideAsync(async () =>
    {
        if (await DonorReportRows.FindAsync(table, agreement, period, cancellation) is not { } row)
        {
            return Refuse("no-such-donor-report", $"Agreement {agreement} has no report for {period}.");
        }

        DonorReportFile report = row.Value;
        var task = new TaskRef(report.Stream, report.SigningTask);
        if (report.State != DonorReportState.InReview)
        {
            return report.Latest?.Decision is { } earlier
                ? earlier.By == by && earlier.Approved == decision.Approved ? (null, new DeskResult.Recorded(task.InstanceId)) : (null, new DeskResult.Stale(earlier.By))
                : Refuse("donor-report-not-in-review", $"The report is {report.State}.");
        }

        if (TextBounds.Refuse(decision) is { } longer)
        {
            return (null, longer);
        }

        if (!asRead.Fits(row))
        {
            return (null, DeskResult.Refused.ChangedMeanwhile);
        }

        if (Authorship.Refuse(Authorship.Of(report.Versions[^1]), by) is { } author)
        {
            return (null, author);
        }

        if (!decision.Approved && string.IsNullOrWhiteSpace(decision.Reason))
        {
            return Refuse("reason-when-sent-back", "Sending back needs a reason.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        DonorReportFile after = report with
        {
            State = decision.Approved ? DonorReportState.Approved : DonorReportState.Returned,
            Versions = [.. report.Versions.SkipLast(1), report.Versions[^1] with { Decision = new SigningDecision(decision.Approved, by, now, decision.Reason) }],
        };
        Unit unit = new Unit(report.Stream).Replace(row, after)
            .Record(new AuditEntry(decision.Approved ? AuditKind.DonorReportApproved : AuditKind.DonorReportReturned, period, by, decision.Reason, report.Versions[^1].ManifestSha256));
        TaskRef answered = await TaskEnding.AnswerAsync(table, unit, task, by, now, cancellation);
        return (unit, new DeskResult.Recorded(answered.InstanceId));
    }, cancellation);

    private static (Unit?, DeskResult) Refuse(string rule, string why) => (null, new DeskResult.Refused(rule, why));
}
