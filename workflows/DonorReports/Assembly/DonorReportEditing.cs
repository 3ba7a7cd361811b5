using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>What officers add to a donor report before it is assembled, and how they revise it when it was sent back. Whoever adds
/// something cannot sign it.</summary>
public sealed partial class DonorReportEditing(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    DonorReportArchive archive,
    TimeProvider clock
)
{
    /// <summary>Saves the Secretariat's texts about the whole programme. They replace all earlier ones.</summary>
    public Task<CommandResult> WriteTextsAsync(
        AgreementId agreement,
        PeriodKey period,
        IReadOnlyList<Narrative> narratives,
        IReadOnlyList<Deviation> deviations,
        IReadOnlyList<ActionPlans.Risk> risks,
        PersonId by,
        CancellationToken cancellation
    ) =>
        RefuseLonger(narratives, deviations, risks) is { } longer
            ? Task.FromResult<CommandResult>(longer)
            : EditAsync(
                agreement,
                period,
                async (stream, unit, now) =>
                {
                    Row<SecretariatTexts>? was = await table.FindAsync<SecretariatTexts>(
                        stream,
                        DonorReportRows.TextsKey(period),
                        cancellation
                    );
                    var texts = new SecretariatTexts(
                        by,
                        now,
                        [.. narratives.Select(text => text with { By = by, Administration = null })],
                        deviations,
                        risks
                    )
                    {
                        Authors = [.. was?.Value.Authors.Where(one => one != by) ?? [], by],
                        Translations = was?.Value.Translations,
                        Preferred = was?.Value.Preferred,
                        Outcomes = was?.Value.Outcomes,
                    };
                    unit.Put(DonorReportRows.TextsKey(period), was, texts)
                        .Record(
                            new AuditEntry(
                                AuditKind.DonorReportEdited,
                                period.Value,
                                by,
                                "texts",
                                SnapshotDocument.Sha256(System.Text.Encoding.UTF8.GetBytes(Json.Write(texts)))
                            )
                        );
                },
                cancellation
            );

    private static CommandResult.Refused? RefuseLonger(
        IReadOnlyList<Narrative> narratives,
        IReadOnlyList<Deviation> deviations,
        IReadOnlyList<ActionPlans.Risk> risks
    ) =>
        TextRefusals.RefuseRow(
            new
            {
                narratives,
                deviations,
                risks,
            }
        );

    /// <summary>Adds a file that accompanies the report, such as the financial annex. It replaces a file with the same name.</summary>
    public Task<CommandResult> AddAnnexAsync(
        AgreementId agreement,
        PeriodKey period,
        NewAnnex annex,
        PersonId by,
        CancellationToken cancellation
    ) =>
        EditAsync(
            agreement,
            period,
            async (stream, unit, now) =>
            {
                string sha256 = await archive.KeepAnnexAsync(annex.Bytes, annex.ContentType, cancellation);
                string key = DonorReportRows.AnnexPrefix(period) + annex.FileName;
                var file = new AnnexFile(annex.FileName, annex.Title.En, annex.ContentType, sha256)
                {
                    Length = annex.Bytes.Length,
                    Titles = Language.All.Any(language => annex.Title.In(language) != annex.Title.En) ? annex.Title : null,
                };
                unit.Put(key, await table.FindAsync<ReportAnnex>(stream, key, cancellation), new ReportAnnex(file, by, now))
                    .Record(new AuditEntry(AuditKind.DonorReportEdited, period.Value, by, "annex " + annex.FileName, sha256));
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

    /// <summary>Saves the Secretariat's rating of one result of the framework, with a sentence. It replaces the earlier rating.</summary>
    public async Task<CommandResult> RateAsync(
        AgreementId agreement,
        PeriodKey period,
        OutcomeRating rating,
        PersonId by,
        CancellationToken cancellation
    ) =>
        OutcomeRules.Refuse((await directory.ReadAsync(cancellation)).Agreements.GetValueOrDefault(agreement)?.Framework, rating)
            is { } refusal
            ? refusal
            : await EditAsync(
                agreement,
                period,
                async (stream, unit, now) =>
                {
                    string key = DonorReportRows.TextsKey(period);
                    Row<SecretariatTexts>? was = await table.FindAsync<SecretariatTexts>(stream, key, cancellation);
                    SecretariatTexts texts = OutcomeRules.Rated(was?.Value, rating, by, now);
                    string hash = SnapshotDocument.Sha256(System.Text.Encoding.UTF8.GetBytes(Json.Write(texts)));
                    unit.Put(key, was, texts)
                        .Record(new AuditEntry(AuditKind.DonorReportEdited, period.Value, by, $"rating {rating.Result}", hash));
                },
                cancellation
            );

    private Task<CommandResult> EditAsync(
        AgreementId agreement,
        PeriodKey period,
        Func<StreamId, UnitOfWork, DateTimeOffset, Task> edit,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                ProgrammeRegister register = await directory.ReadAsync(cancellation);
                if (
                    !register.Agreements.TryGetValue(agreement, out GrantAgreement? found)
                    || DonorSchedule.Periods(found).All(one => one.Period != period)
                )
                {
                    return (
                        null,
                        new CommandResult.Refused("no-such-donor-report", $"Agreement {agreement} has no donor period {period}.")
                    );
                }

                DonorReportState? state = (await DonorReportRows.FindAsync(table, agreement, period, cancellation))?.Value.State;
                if (state is not (null or DonorReportState.Assembling or DonorReportState.Returned))
                {
                    return (
                        null,
                        new CommandResult.Refused(
                            "donor-report-assembled",
                            $"The report is {state}; texts and annexes are taken until it is assembled, and again once it is sent back."
                        )
                    );
                }

                var unit = new UnitOfWork(StreamId.Of(agreement));
                await edit(unit.Stream, unit, clock.GetUtcNow());
                return (unit, new CommandResult.Recorded(null));
            },
            cancellation
        );
}

/// <summary>A file that somebody adds to a donor report.</summary>
public sealed record NewAnnex(string FileName, Text Title, string ContentType, byte[] Bytes);
