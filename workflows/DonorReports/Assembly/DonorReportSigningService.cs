using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Signs a donor report off, or sends it back.</summary>
public sealed class DonorReportSigningService(ProgrammeTable table, StandIns standIns, TimeProvider clock)
{
    public Task<CommandResult> DecideAsync(
        AgreementId agreement,
        PeriodKey period,
        Decision decision,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync(
            async () =>
            {
                if (await DonorReportRows.FindAsync(table, agreement, period, cancellation) is not { } row)
                {
                    return Refuse("no-such-donor-report", $"Agreement {agreement} has no report for {period}.");
                }

                DonorReportRecord report = row.Value;
                var task = new TaskRef(report.Stream, report.SigningTask);
                if (report.State != DonorReportState.InReview)
                {
                    return report.Latest?.Decision is { } earlier
                        ? decision.IsAgain(by, earlier.By, earlier.Approved, earlier.Reason)
                            ? (null, new CommandResult.Recorded(task.InstanceId))
                            : (null, new CommandResult.Stale(earlier.By))
                        : Refuse("donor-report-not-in-review", $"The report is {report.State}.");
                }

                return Refused(row, decision, by, asRead) is { } refused
                    ? (null, refused)
                    : await SignAsync(row, decision, by, task, cancellation);
            },
            cancellation
        );

    /// <returns>Null where the report may be signed, or sent back, so.</returns>
    private static CommandResult.Refused? Refused(Row<DonorReportRecord> row, Decision decision, PersonId by, AsRead asRead)
    {
        DonorReportVersion version = row.Value.Versions[^1];
        bool isReasoned = !string.IsNullOrWhiteSpace(decision.Reason);
        if (TextRefusals.Refuse(decision) is { } longer)
        {
            return longer;
        }

        if (!asRead.Fits(row))
        {
            return CommandResult.Refused.ChangedMeanwhile;
        }

        if (FourEyes.Refuse(DonorReportAuthors.Of(version), by) is { } author)
        {
            return author;
        }

        if (!decision.Approved)
        {
            return isReasoned ? null : new CommandResult.Refused("reason-when-sent-back", "Sending back needs a reason.");
        }

        if (version.OpenInBooks is { Count: > 0 } open)
        {
            return new CommandResult.Refused(
                "finance-open",
                $"The grant's books are open: {string.Join("; ", open)}. Send the report back, explain or mend them, and have it assembled anew."
            );
        }

        return !isReasoned && version.Open?.Any(one => one.WantsReason) == true
            ? new CommandResult.Refused(
                "final-report-unfinished",
                "The final report lacks ratings or texts: send it back, or sign it with a reason."
            )
            : null;
    }

    private async Task<(UnitOfWork?, CommandResult)> SignAsync(
        Row<DonorReportRecord> row,
        Decision decision,
        PersonId by,
        TaskRef task,
        CancellationToken cancellation
    )
    {
        DonorReportRecord report = row.Value;
        DateTimeOffset now = clock.GetUtcNow();
        DonorReportRecord after = report with
        {
            State = decision.Approved ? DonorReportState.Approved : DonorReportState.Returned,
            Versions =
            [
                .. report.Versions.SkipLast(1),
                report.Versions[^1] with
                {
                    Decision = new SigningDecision(decision.Approved, by, now, decision.Reason),
                },
            ],
        };
        UnitOfWork unit = new UnitOfWork(report.Stream)
            .Replace(row, after)
            .Record(
                new AuditEntry(
                    decision.Approved ? AuditKind.DonorReportApproved : AuditKind.DonorReportReturned,
                    report.Period.Value,
                    by,
                    await standIns.SayAsync(by, decision.Reason, cancellation),
                    report.Versions[^1].ManifestSha256
                )
            );
        TaskRef answered = await TaskEnding.AnswerAsync(table, unit, task, by, now, cancellation);
        return (unit, new CommandResult.Recorded(answered.InstanceId));
    }

    private static (UnitOfWork?, CommandResult) Refuse(string rule, string why) => (null, new CommandResult.Refused(rule, why));
}
