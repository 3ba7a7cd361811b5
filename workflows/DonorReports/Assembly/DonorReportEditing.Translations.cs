using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Assembly;

public sealed partial class DonorReportEditing
{
    /// <summary>The most translations that one report keeps.</summary>
    public const int MostTranslations = 200;

    /// <summary>Saves an officer's translations into a report's language of text written in another. A translation of the same text is
    /// replaced, an empty one removed; the others stay.</summary>
    public Task<CommandResult> TranslateAsync(
        AgreementId agreement,
        PeriodKey period,
        IReadOnlyList<Translated> given,
        PersonId by,
        CancellationToken cancellation
    ) =>
        TextRefusals.RefuseRow(new { given }) is { } longer
            ? Task.FromResult<CommandResult>(longer)
            : ChangeTextsAsync(
                agreement,
                period,
                "translations",
                before => before with { Translations = Together(before.Translations ?? [], given) },
                by,
                cancellation
            );

    /// <summary>Sets which texts come first if there is no room for all. It replaces the earlier choice; an empty choice leaves the order
    /// to the programme.</summary>
    public Task<CommandResult> PreferAsync(
        AgreementId agreement,
        PeriodKey period,
        IReadOnlyList<string> first,
        PersonId by,
        CancellationToken cancellation
    ) =>
        ChangeTextsAsync(
            agreement,
            period,
            "choice",
            before => before with { Preferred = [.. first.Select(Translation.KeyOf).Distinct().Take(MostTranslations)] },
            by,
            cancellation
        );

    /// <summary>Saves one text of the Secretariat, for one section in one language. It replaces the earlier one; an empty text removes
    /// it.</summary>
    public Task<CommandResult> WriteTextAsync(
        AgreementId agreement,
        PeriodKey period,
        Narrative text,
        PersonId by,
        CancellationToken cancellation
    ) =>
        TextRefusals.RefuseRow(text) is { } longer
            ? Task.FromResult<CommandResult>(longer)
            : ChangeTextsAsync(
                agreement,
                period,
                $"text {text.Section}",
                before =>
                    before with
                    {
                        Narratives =
                        [
                            .. before.Narratives.Where(one => (one.Section, one.Language) != (text.Section, text.Language)),
                            .. string.IsNullOrWhiteSpace(text.Text)
                                ? Array.Empty<Narrative>()
                                : [text with { Text = text.Text.Trim(), By = by, Administration = null }],
                        ],
                    },
                by,
                cancellation
            );

    private Task<CommandResult> ChangeTextsAsync(
        AgreementId agreement,
        PeriodKey period,
        string what,
        Func<SecretariatTexts, SecretariatTexts> change,
        PersonId by,
        CancellationToken cancellation
    ) =>
        EditAsync(
            agreement,
            period,
            async (stream, unit, now) =>
            {
                string key = DonorReportRows.TextsKey(period);
                Row<SecretariatTexts>? was = await table.FindAsync<SecretariatTexts>(stream, key, cancellation);
                SecretariatTexts before = was?.Value ?? new SecretariatTexts(by, now, [], [], []);
                SecretariatTexts texts = change(before) with
                {
                    By = by,
                    At = now,
                    Authors = [.. before.Authors.Where(one => one != by), by],
                };
                string hash = SnapshotDocument.Sha256(System.Text.Encoding.UTF8.GetBytes(Json.Write(texts)));
                unit.Put(key, was, texts).Record(new AuditEntry(AuditKind.DonorReportEdited, period.Value, by, what, hash));
            },
            cancellation
        );

    private static Translation[] Together(IReadOnlyList<Translation> before, IReadOnlyList<Translated> given)
    {
        Translation[] added = [.. given.Select(one => new Translation(Translation.KeyOf(one.Original), one.Language, one.Text.Trim()))];
        return
        [
            .. before
                .Where(one => added.All(now => (now.Of, now.Language) != (one.Of, one.Language)))
                .Concat(added.Where(one => one.Text.Length > 0))
                .OrderBy(one => one.Of, StringComparer.Ordinal)
                .ThenBy(one => one.Language)
                .TakeLast(MostTranslations),
        ];
    }
}

/// <param name="Original">The words as they stand in the report.</param>
/// <param name="Language">That of the translation.</param>
public sealed record Translated(string Original, Language Language, string Text);
