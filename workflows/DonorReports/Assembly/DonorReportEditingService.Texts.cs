using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Assembly;

public sealed partial class DonorReportEditingService
{
    /// <returns>Null where nothing was written.</returns>
    public Task<Row<SecretariatTexts>?> TextsAsync(AgreementId agreement, PeriodKey period, CancellationToken cancellation) =>
        table.FindAsync<SecretariatTexts>(StreamId.Of(agreement), DonorReportRows.TextsKey(period), cancellation);

    /// <summary>Saves the Secretariat's texts about the whole programme. They replace all earlier ones.</summary>
    public Task<CommandResult> WriteTextsAsync(
        ReportEdit edit,
        IReadOnlyList<Narrative> narratives,
        IReadOnlyList<Deviation> deviations,
        IReadOnlyList<ActionPlans.Risk> risks,
        CancellationToken cancellation
    ) =>
        RefuseLonger(narratives, deviations, risks) is { } longer
            ? Task.FromResult<CommandResult>(longer)
            : ChangeTextsAsync(
                edit,
                new TextsChange(
                    "texts",
                    before =>
                        before with
                        {
                            Narratives = [.. narratives.Select(text => text with { By = edit.By, Administration = null })],
                            Deviations = deviations,
                            Risks = risks,
                        }
                ),
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

    /// <summary>Saves one text of the Secretariat, for one section in one language. It replaces the earlier one; an empty text removes
    /// it.</summary>
    public Task<CommandResult> WriteTextAsync(ReportEdit edit, Narrative text, CancellationToken cancellation) =>
        TextRefusals.RefuseRow(text) is { } longer
            ? Task.FromResult<CommandResult>(longer)
            : ChangeTextsAsync(
                edit,
                new TextsChange(
                    $"text {text.Section}",
                    before =>
                        before with
                        {
                            Narratives =
                            [
                                .. before.Narratives.Where(one => (one.Section, one.Language) != (text.Section, text.Language)),
                                .. string.IsNullOrWhiteSpace(text.Text)
                                    ? Array.Empty<Narrative>()
                                    : [text with { Text = text.Text.Trim(), By = edit.By, Administration = null }],
                            ],
                        }
                )
                {
                    Tag = before => SecretariatTags.OfText(before.Narratives, text.Section, text.Language),
                },
                cancellation
            );

    /// <summary>Saves the Secretariat's rating of one result of the framework, with a sentence. It replaces the earlier rating.</summary>
    public async Task<CommandResult> RateAsync(ReportEdit edit, OutcomeRating rating, CancellationToken cancellation) =>
        OutcomeRules.Refuse((await directory.ReadAsync(cancellation)).Agreements.GetValueOrDefault(edit.Agreement)?.Framework, rating)
            is { } refusal
            ? refusal
            : await ChangeTextsAsync(
                edit,
                new TextsChange($"rating {rating.Result}", before => OutcomeRules.Rated(before, rating, edit.By))
                {
                    Tag = before => SecretariatTags.OfRatings(before.Outcomes ?? []),
                },
                cancellation
            );

    private Task<CommandResult> ChangeTextsAsync(ReportEdit edit, TextsChange change, CancellationToken cancellation) =>
        EditAsync(
            edit,
            async (unit, now) =>
            {
                Row<SecretariatTexts>? was = await TextsAsync(edit.Agreement, edit.Period, cancellation);
                SecretariatTexts before = was?.Value ?? new SecretariatTexts(edit.By, now, [], [], []);
                if (
                    !edit.AsRead.Fits(was is null ? null : AsRead.TagOf(was))
                    && (change.Tag is not { } part || !edit.AsRead.Fits(part(before)))
                )
                {
                    return CommandResult.Refused.ChangedMeanwhile;
                }

                if (change.Refuse(before) is { } refused)
                {
                    return refused;
                }

                SecretariatTexts texts = change.Change(before).WrittenBy(edit.By, now);
                string hash = SnapshotDocument.Sha256(System.Text.Encoding.UTF8.GetBytes(Json.Write(texts)));
                unit.Put(DonorReportRows.TextsKey(edit.Period), was, texts)
                    .Record(new AuditEntry(AuditKind.DonorReportEdited, edit.Period.Value, edit.By, change.What, hash));
                return null;
            },
            cancellation
        );

    /// <param name="What">As the audit trail says it.</param>
    private sealed record TextsChange(string What, Func<SecretariatTexts, SecretariatTexts> Change)
    {
        /// <summary>Of what it replaces, where a form shows no more than that.</summary>
        public Func<SecretariatTexts, string?>? Tag { get; init; }

        public Func<SecretariatTexts, CommandResult.Refused?> Refuse { get; init; } = _ => null;
    }
}

/// <summary>Who adds something to which report.</summary>
/// <param name="AsRead">What it is based on: the tag of all texts that stand, or of those that are replaced.</param>
public sealed record ReportEdit(AgreementId Agreement, PeriodKey Period, PersonId By, AsRead AsRead = default);
