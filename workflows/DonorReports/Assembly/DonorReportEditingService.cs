using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>What officers add to a donor report before it is assembled, and how they revise it when it was sent back. Whoever adds
/// something cannot sign it.</summary>
public sealed partial class DonorReportEditingService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    DonorReportArchive archive,
    TimeProvider clock
)
{
    /// <summary>Adds a file that accompanies the report, such as the financial annex. It replaces a file with the same name.</summary>
    public Task<CommandResult> AddAnnexAsync(ReportEdit edit, NewAnnex annex, CancellationToken cancellation) =>
        EditAsync(
            edit,
            async (unit, now) =>
            {
                string sha256 = await archive.KeepAnnexAsync(annex.Bytes, annex.ContentType, cancellation);
                string key = DonorReportRows.AnnexPrefix(edit.Period) + annex.FileName;
                var file = new AnnexFile(annex.FileName, annex.Title.En, annex.ContentType, sha256)
                {
                    Length = annex.Bytes.Length,
                    Titles = Language.All.Any(language => annex.Title.In(language) != annex.Title.En) ? annex.Title : null,
                };
                unit.Put(key, await table.FindAsync<ReportAnnex>(unit.Stream, key, cancellation), new ReportAnnex(file, edit.By, now))
                    .Record(new AuditEntry(AuditKind.DonorReportEdited, edit.Period.Value, edit.By, "annex " + annex.FileName, sha256));
                return null;
            },
            cancellation
        );

    /// <summary>Has a report that was sent back assembled anew, with a note of the changes.</summary>
    public Task<CommandResult> ReviseAsync(
        AgreementId agreement,
        PeriodKey period,
        string changeNote,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (
                    await DonorReportRows.FindAsync(table, agreement, period, cancellation)
                    is not { Value.State: DonorReportState.Returned } row
                )
                {
                    return (null, new CommandResult.Refused("donor-report-not-returned", "Only a report that was sent back is revised."));
                }

                if (TextRefusals.Refuse(TextBounds.Reason, changeNote) is { } longer)
                {
                    return (null, longer);
                }

                if (!asRead.Fits(row))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                if (string.IsNullOrWhiteSpace(changeNote))
                {
                    return (null, new CommandResult.Refused("change-note-needed", "Say what the new version changes."));
                }

                UnitOfWork unit = new UnitOfWork(row.Value.Stream)
                    .Replace(row, row.Value with { State = DonorReportState.Assembling, ChangeNote = changeNote.Trim(), RevisedBy = by })
                    .Record(new AuditEntry(AuditKind.DonorReportEdited, period.Value, by, changeNote));
                TaskRef answered = await TaskEnding.AnswerAsync(table, unit, row.Value.WaitsFor, by, clock.GetUtcNow(), cancellation);
                return (unit, new CommandResult.Recorded(answered.InstanceId));
            },
            cancellation
        );

    /// <param name="change">Adds what is to be committed; a refusal from it: nothing is.</param>
    private Task<CommandResult> EditAsync(
        ReportEdit edit,
        Func<UnitOfWork, DateTimeOffset, Task<CommandResult.Refused?>> change,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                ProgrammeRegister register = await directory.ReadAsync(cancellation);
                if (
                    !register.Agreements.TryGetValue(edit.Agreement, out GrantAgreement? found)
                    || DonorSchedule.Periods(found).All(one => one.Period != edit.Period)
                )
                {
                    return (
                        null,
                        new CommandResult.Refused("no-such-donor-report", $"Agreement {edit.Agreement} has no donor period {edit.Period}.")
                    );
                }

                Row<DonorReportRecord>? row = await DonorReportRows.FindAsync(table, edit.Agreement, edit.Period, cancellation);
                if (row is { Value.TakesTexts: false })
                {
                    return (
                        null,
                        new CommandResult.Refused(
                            "donor-report-assembled",
                            $"The report is {row.Value.State}; texts and annexes are taken until it is assembled, and again once it is sent back."
                        )
                    );
                }

                var unit = new UnitOfWork(StreamId.Of(edit.Agreement));
                if (row is { Value.State: DonorReportState.Assembling })
                {
                    unit.Replace(row, row.Value); // fails if its assembly begins meanwhile, which would miss what is written here
                }

                return await change(unit, clock.GetUtcNow()) is { } refused ? (null, refused) : (unit, new CommandResult.Recorded(null));
            },
            cancellation
        );
}

/// <summary>A file that somebody adds to a donor report.</summary>
public sealed record NewAnnex(string FileName, Text Title, string ContentType, byte[] Bytes);
