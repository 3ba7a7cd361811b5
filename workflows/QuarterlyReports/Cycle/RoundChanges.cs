using System.Text.Json.Serialization;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>How each item of a report has changed since it was sent back. Pure.</summary>
public static class RoundChanges
{
    /// <param name="items">All that the report asks for.</param>
    /// <returns>What was questioned, and what was answered anew; in the order of the form. Empty where nothing was sent back.</returns>
    public static IReadOnlyList<RoundChange> Of(ReportRecord report, IReadOnlyList<FormItem> items) =>
        report.Submissions.LastOrDefault(one => one.SentBack is not null)?.SentBack is not { } sentBack
            ? []
            :
            [
                .. from item in items
                let entry = report.Entries.GetValueOrDefault(item.Code)
                let kept = entry?.SentBack.FirstOrDefault(one => one.Round == report.Round)
                let why = sentBack.Items.GetValueOrDefault(item.Code)
                where kept is not null || why is not null
                let now = entry is null ? null : SaidAnswer.Of(entry)
                let was = kept is null ? now
                : kept.Answer is null ? null
                : SaidAnswer.Of(kept.Answer)
                select new RoundChange(
                    item.Code,
                    why,
                    was,
                    now,
                    kept is null ? RoundChangeKind.NotAnswered
                        : was is not null && now is not null && was.IsSame(now) ? RoundChangeKind.SaidAgain
                        : RoundChangeKind.Changed
                ),
            ];
}

/// <param name="Asked">Why it was sent back; null where it was changed unasked.</param>
/// <param name="Was">What stood there when it was sent back; null for nothing.</param>
/// <param name="Now">What stands there now; null for nothing.</param>
public sealed record RoundChange(string Item, string? Asked, SaidAnswer? Was, SaidAnswer? Now, RoundChangeKind Kind);

[JsonConverter(typeof(JsonStringEnumConverter<RoundChangeKind>))]
public enum RoundChangeKind
{
    /// <summary>Questioned and not answered since.</summary>
    NotAnswered,

    /// <summary>Answered again with the same value.</summary>
    SaidAgain,
    Changed,
}
