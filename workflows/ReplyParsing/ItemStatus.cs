using System.Text.Json.Serialization;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing;

/// <summary>The status of a result (the first four) or of a planned activity (the others).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemStatus>))]
public enum ItemStatus
{
    OnTrack,
    Constrained,
    NoProgress,
    Met,
    Done,
    UnderWay,
    Delayed,
    Cancelled,
}

/// <summary>The statuses and the words for each.</summary>
public static class ItemStatuses
{
    private static readonly ItemStatus[] OfResults = [ItemStatus.OnTrack, ItemStatus.Constrained, ItemStatus.NoProgress, ItemStatus.Met];

    private static readonly ItemStatus[] OfActivities = [ItemStatus.Done, ItemStatus.UnderWay, ItemStatus.Delayed, ItemStatus.Cancelled];

    // the longer first: "no progress made" before "no progress"
    private static readonly (string Word, ItemStatus Status)[] Words =
    [
        .. Enum.GetValues<ItemStatus>()
            .SelectMany(status =>
                ReplyWords
                    .All(words => words.Statuses.GetValueOrDefault(Key(status), []))
                    .Concat(Language.OfMail.Select(language => CleanText.Fold(status.Label().In(language))))
                    .Distinct()
                    .Select(word => (word, status))
            )
            .OrderByDescending(one => one.word.Length),
    ];

    /// <returns>Empty for items that are answered otherwise.</returns>
    public static IReadOnlyList<ItemStatus> For(FormItemKind kind) =>
        kind switch
        {
            FormItemKind.ResultStatus => OfResults,
            FormItemKind.ActivityStatus => OfActivities,
            _ => [],
        };

    /// <summary>Delayed or cancelled; the reason is asked for.</summary>
    public static bool DeviatesFromPlan(this ItemStatus status) => status is ItemStatus.Delayed or ItemStatus.Cancelled;

    public static Text Label(this ItemStatus status) =>
        status switch
        {
            ItemStatus.OnTrack => Texts.StatusOnTrack,
            ItemStatus.Constrained => Texts.StatusConstrained,
            ItemStatus.NoProgress => Texts.StatusNoProgress,
            ItemStatus.Met => Texts.StatusMet,
            ItemStatus.Done => Texts.StatusDone,
            ItemStatus.UnderWay => Texts.StatusUnderWay,
            ItemStatus.Delayed => Texts.StatusDelayed,
            _ => Texts.StatusCancelled,
        };

    /// <param name="folded">Begins with the word.</param>
    /// <returns>With the length of the word; null where none of the kind's stands there.</returns>
    internal static (ItemStatus Status, int Length)? Read(FormItemKind kind, string folded)
    {
        foreach ((string word, ItemStatus status) in Words)
        {
            if (
                folded.StartsWith(word, StringComparison.Ordinal)
                && (folded.Length == word.Length || !char.IsLetterOrDigit(folded[word.Length]))
                && For(kind).Contains(status)
            )
            {
                return (status, word.Length);
            }
        }

        return null;
    }

    private static string Key(ItemStatus status) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
