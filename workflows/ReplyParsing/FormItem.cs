using System.Text.Json.Serialization;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ReplyParsing;

/// <summary>One item that a task asks for, as the form in the mail shows it.</summary>
/// <param name="Code">Code of the indicator or benchmark: a letter or more and a number, such as B3.</param>
/// <param name="Label">Its statement in words, printed beside the code.</param>
/// <param name="Unit">For numbers; printed, and accepted behind the figure.</param>
/// <param name="Groups">Groups that a value may be broken down by, such as women and men, as people write them.</param>
/// <param name="Baseline">Printed for the coordinator's convenience; never read back.</param>
/// <param name="Target">As Baseline.</param>
/// <param name="Sensitive">True: neither label nor figures ever stand in a mail, only the code and a link.</param>
public sealed record FormItem(
    string Code,
    FormItemKind Kind,
    string Label,
    string? Unit = null,
    IReadOnlyList<string>? Groups = null,
    decimal? Baseline = null,
    decimal? Target = null,
    bool Sensitive = false
)
{
    /// <summary>What a share counts, and out of what; null if only a number is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RatioNames? Ratio { get; init; }

    /// <summary>Further facts about it. They guide the reporter and are neither read back nor used to recognise a form.</summary>
    [JsonIgnore]
    public FormContext Context { get; init; } = FormContext.None;

    /// <summary>The words for its groups, with the group meant: its own words first, then those of the other languages.</summary>
    internal IReadOnlyList<(string Word, string Group)> GroupNames =>
        [
            .. (Groups ?? []).Select(group => (group, group)),
            .. (Groups ?? []).SelectMany(group =>
                GroupWords
                    .AllFor(group)
                    .Where(word => !Groups!.Contains(word, StringComparer.OrdinalIgnoreCase))
                    .Select(word => (word, group))
            ),
        ];
}

public enum FormItemKind
{
    Number,
    Percentage,
    YesNo,
    Date,
    Narrative,

    /// <summary>How a result stands, and one sentence why.</summary>
    ResultStatus,

    /// <summary>What has become of a planned activity, with a day, and why where it deviates.</summary>
    ActivityStatus,
}

internal static class FormItemKinds
{
    /// <summary>Answered by words, or ending in them, so that what looks like another answer among them is none.</summary>
    public static bool EndsInWords(this FormItemKind kind) =>
        kind is FormItemKind.Narrative or FormItemKind.ResultStatus or FormItemKind.ActivityStatus;
}
