using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Remarks;

/// <summary>Stores what readers of a donor say about a version, and officers' answers.</summary>
internal sealed class DonorRemarkService(ProgrammeTable table, CycleSettingsService settings, MailWriter writer, ReplyEnding ending)
{
    /// <summary>Per version. A longer conversation belongs on the telephone.</summary>
    public const int MostRemarks = 50;

    private const int DaysToAnswer = 7,
        DaysToAskAnew = 60;

    /// <returns>Null: it is kept for a person instead.</returns>
    public async Task<MailTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        DonorReply said,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        WorkingCalendar secretariat = (await settings.ReadAsync(cancellation)).Secretariat;
        return await table.DecideAsync(
            async () =>
            {
                Row<DonorReportRecord> row = (
                    await table.FindAsync<DonorReportRecord>(reply.Task.Stream, DonorReportRows.Key(task.Subject.Period), cancellation)
                )!;
                DonorReportVersion version = row.Value.Versions[task.Round - 1];
                if (version.Remarks?.Count + 2 > MostRemarks)
                {
                    return ((UnitOfWork?)null, (MailTaken?)null);
                }

                var unit = new UnitOfWork(reply.Task.Stream);
                HumanTaskRecord? question = said.Question is null ? null : Ask(row.Value, version, register, secretariat, reply.At);
                DonorReportVersion after = WithReply(unit, row.Value, version, reply, said, question?.Id);
                unit.Replace(
                    row,
                    row.Value with
                    {
                        Versions = [.. row.Value.Versions.Select(one => one.Number == after.Number ? after : one)],
                    }
                );
                if (question is not null)
                {
                    unit.Add(TaskRows.Key(question.Id), question)
                        .Record(new AuditEntry(AuditKind.TaskAsked, question.Id.Value, reply.From.Id, "opened"));
                }

                return (
                    unit,
                    await ending.FinishAsync(
                        unit,
                        reply,
                        new ReplyResult(
                            [(reply.From.Id, new RemarkTaken(TitleOf(row.Value, register), said), "remark")],
                            Ends: false,
                            task.Expires
                        )
                        {
                            Told = await TellAsync(unit, row.Value, after, said, register, cancellation),
                            Begins = question is null ? null : [new TaskRef(unit.Stream, question.Id)],
                        },
                        cancellation
                    )
                );
            },
            cancellation
        );
    }

    /// <summary>An officer's answer goes to the reader who asked, with the commit that keeps it.</summary>
    /// <returns>False: there is no such question.</returns>
    public async Task<bool> AnswerAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        DonorAnswer answer,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        Row<DonorReportRecord>? row = await table.FindAsync<DonorReportRecord>(
            unit.Stream,
            DonorReportRows.Key(task.Subject.Period),
            cancellation
        );
        DonorReportVersion? version = row?.Value.Versions[task.Round - 1];
        if (row is null || version?.Remarks?.FirstOrDefault(one => one.Question == task.Id) is not { } asked)
        {
            return false;
        }

        DonorReportVersion after = version with
        {
            Remarks = [.. version.Remarks.Select(one => one == asked ? one with { Answer = answer } : one)],
        };
        unit.Replace(row, row.Value with { Versions = [.. row.Value.Versions.Select(one => one.Number == after.Number ? after : one)] })
            .Record(new AuditEntry(AuditKind.DonorQuestionAnswered, row.Value.Period.Value, answer.By, task.Id.Value));
        TaskRef issued = DonorReportLinks.IssuedAs(row.Value, version.Number);
        await writer.WriteAsync(
            unit,
            new NewMail(
                new DonorQuestionAnswered(TitleOf(row.Value, register), asked.Text, answer.Text),
                asked.By,
                $"{task.Id}-answered-{asked.By}-{answer.At:yyyyMMddHHmmss}"
            )
            {
                Task = issued,
                Until = answer.At + DonorReportLinks.Life,
                TakesReply = true,
            },
            cancellation
        );
        return true;
    }

    private static DonorReportVersion WithReply(
        UnitOfWork unit,
        DonorReportRecord report,
        DonorReportVersion version,
        TaskReply reply,
        DonorReply said,
        TaskId? question
    )
    {
        string number = string.Create(CultureInfo.InvariantCulture, $"version {version.Number}");
        DonorRemark[] fresh =
        [
            .. said.Comment is { } comment ? new[] { new DonorRemark(reply.From.Id, reply.At, comment, reply.Source) } : [],
            .. said.Question is { } asked
                ? new[] { new DonorRemark(reply.From.Id, reply.At, asked, reply.Source) { Question = question } }
                : [],
        ];
        bool isFirst = version.Acknowledged.All(one => one.By != reply.From.Id);
        AuditKind[] kinds =
        [
            .. isFirst ? new[] { AuditKind.DonorReportAcknowledged } : [],
            .. fresh.Select(_ => AuditKind.DonorReportRemarked),
        ];
        foreach (AuditKind kind in kinds)
        {
            unit.Record(new AuditEntry(kind, report.Period.Value, reply.From.Id, number, version.ManifestSha256));
        }

        return version with
        {
            Acknowledged = isFirst
                ? [.. version.Acknowledged, new Assembly.Acknowledgement(reply.From.Id, reply.At)]
                : version.Acknowledged,
            Remarks = fresh.Length == 0 ? version.Remarks : [.. version.Remarks ?? [], .. fresh],
        };
    }

    private static HumanTaskRecord Ask(
        DonorReportRecord report,
        DonorReportVersion version,
        ProgrammeRegister register,
        WorkingCalendar secretariat,
        DateTimeOffset now
    )
    {
        DateOnly today = secretariat.DayOf(now);
        int number = (version.Remarks ?? []).Count(one => one.Question is not null) + 1;
        return HumanTaskRecord.Ask(
            new TaskId(
                string.Create(CultureInfo.InvariantCulture, $"{report.Agreement}-question-{report.Period}-v{version.Number}-{number}")
            ),
            DonorReportTaskKinds.AnswerDonorQuestion,
            TaskSubject.From(report.Period, number),
            version.Number,
            null,
            register.Holding(Role.ProgrammeOfficer, today),
            now,
            secretariat.EndOfWorkingDay(today.AddDays(DaysToAnswer)),
            secretariat.EndOfWorkingDay(today.AddDays(DaysToAskAnew))
        );
    }

    /// <summary>Officers hear of comments; a question comes to them as a task.</summary>
    private async Task<MailsOfStream> TellAsync(
        UnitOfWork unit,
        DonorReportRecord report,
        DonorReportVersion version,
        DonorReply said,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        var keys = new List<string>();
        if (said.Comment is { } comment)
        {
            string donor = register.Donors[register.Agreements[report.Agreement].Donor].Name;
            var content = new DonorCommented(
                donor,
                TitleOf(report, register),
                comment,
                writer.Page($"donor-reports/{report.Agreement}/{report.Period}")
            );
            DateOnly today = DateOnly.FromDateTime(version.Remarks![^1].At.UtcDateTime);
            foreach (PersonId officer in register.Holding(Role.ProgrammeOfficer, today))
            {
                string key = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{report.Agreement}-comment-{report.Period}-v{version.Number}-{version.Remarks!.Count}-{officer}"
                );
                if (await writer.WriteAsync(unit, new NewMail(content, officer, key), cancellation) is { } written)
                {
                    keys.Add(written);
                }
            }
        }

        return new MailsOfStream(unit.Stream, keys);
    }

    private static string TitleOf(DonorReportRecord report, ProgrammeRegister register) =>
        $"{register.Agreements[report.Agreement].Title}, {report.Label}";
}
