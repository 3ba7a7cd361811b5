using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Assembly;

public sealed partial class DonorReportEditingService
{
    /// <summary>The most translations that one report keeps.</summary>
    public const int MostTranslations = 200;

    /// <summary>Saves an officer's translations into a report's language of text written in another. A translation of the same text is
    /// replaced, an empty one removed; the others stay.</summary>
    public Task<CommandResult> TranslateAsync(ReportEdit edit, IReadOnlyList<Translated> given, CancellationToken cancellation) =>
        TextRefusals.RefuseRow(new { given }) is { } longer
            ? Task.FromResult<CommandResult>(longer)
            : ChangeTextsAsync(
                edit,
                new TextsChange("translations", before => before with { Translations = Together(before.Translations ?? [], given) })
                {
                    Refuse = before =>
                        Together(before.Translations ?? [], given).Length > MostTranslations
                            ? new CommandResult.Refused("translations-full", $"A report keeps at most {MostTranslations} translations.")
                            : null,
                },
                cancellation
            );

    /// <summary>Sets which texts come first if there is no room for all. It replaces the earlier choice; an empty choice leaves the order
    /// to the programme.</summary>
    /// <param name="first">Each by <see cref="Translation.KeyOf"/>.</param>
    public Task<CommandResult> PreferAsync(ReportEdit edit, IReadOnlyList<string> first, CancellationToken cancellation) =>
        ChangeTextsAsync(
            edit,
            new TextsChange("choice", before => before with { Preferred = [.. first.Distinct()] })
            {
                Refuse = _ => first.Distinct().Count() > MostTranslations ? CommandResult.Refused.MoreThan(MostTranslations) : null,
                Tag = before => SecretariatTags.OfChoice(before.Preferred ?? []),
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
                .ThenBy(one => one.Language),
        ];
    }
}

/// <param name="Original">The words as they stand in the report.</param>
/// <param name="Language">That of the translation.</param>
public sealed record Translated(string Original, Language Language, string Text);
