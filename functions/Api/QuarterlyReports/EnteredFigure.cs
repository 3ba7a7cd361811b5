using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Functions.Api.QuarterlyReports;

/// <summary>One item's figure as sent by a program. Exactly one of value, reached, status, narrative and missingReason is given; groups
/// accompany a value, and a narrative may accompany a status.</summary>
/// <param name="Date">Day on which a benchmark was reached.</param>
public sealed record EnteredFigure(
    string Code,
    decimal? Value = null,
    bool? Reached = null,
    DateOnly? Date = null,
    string? Narrative = null,
    string? MissingReason = null,
    IReadOnlyDictionary<string, decimal>? Groups = null
)
{
    private static readonly Dictionary<string, decimal> NoGroups = [];

    /// <summary>The counts behind a share, in total and by group. The values follow from them and can be omitted.</summary>
    public GivenCounts? Counts { get; init; }

    /// <summary>The status of a result or an activity.</summary>
    public ItemStatus? Status { get; init; }

    /// <returns>The figures, or what is wrong with the first that cannot be taken.</returns>
    /// <param name="days">Days that a figure may name.</param>
    public static (IReadOnlyList<ReplyFigure> Figures, Text? Problem) Read(
        IReadOnlyList<EnteredFigure>? entered,
        IReadOnlyList<FormItem> items,
        DayRange days
    )
    {
        var figures = new List<ReplyFigure>();
        foreach (EnteredFigure sent in entered ?? [])
        {
            EnteredFigure one = sent.WithShares();
            if (items.FirstOrDefault(item => item.Code == one.Code) is not { } item || figures.Any(figure => figure.Code == one.Code))
            {
                return ([], Texts.OneCodeNoItemReportNamedTwice(oneCode: one.Code));
            }

            if (!one.Fits(item))
            {
                return ([], Texts.OneCodeGiveWhatItemAsksKind(oneCode: one.Code, kind: item.Kind.ToString()));
            }

            if (one.Date is { } day && one.Status is null or ItemStatus.Done && !days.Holds(day))
            {
                Text outside = new NotUnderstood("", one.Code, NotUnderstoodReason.DayOutside).HowToSay;
                return ([], Texts.OneCodeOutside(oneCode: one.Code, outside: outside));
            }

            figures.Add(
                new ReplyFigure(
                    one.Code,
                    one.Value,
                    one.Reached,
                    one.Date,
                    one.MissingReason,
                    one.Narrative,
                    one.Groups ?? NoGroups,
                    one.ToString(item)
                )
                {
                    IsWhole = true,
                    Counts = one.Counts,
                    Status = one.Status,
                }
            );
        }

        return (figures, null);
    }

    /// <returns>Null where nil can be handed in.</returns>
    public static Text? NilProblem(string reason, IReadOnlyList<ReplyFigure> figures) =>
        !GivenReason.IsOne(reason) ? new NotUnderstood("", null, NotUnderstoodReason.ReasonMissing).HowToSay
        : figures.Any(figure => figure.MissingReason is null)
            ? new NotUnderstood("", figures[0].Code, NotUnderstoodReason.NilOrItem).HowToSay
        : null;

    /// <summary>Adds shares that follow from the counts, if they are not given.</summary>
    private EnteredFigure WithShares()
    {
        if (Counts is not { } counts || !Sound(counts))
        {
            return this;
        }

        var groups = new Dictionary<string, decimal>(Groups ?? NoGroups);
        foreach ((string group, Ratio ratio) in counts.Groups ?? new Dictionary<string, Ratio>())
        {
            groups.TryAdd(group, ratio.Percent);
        }

        return this with
        {
            Value = Value ?? counts.Total?.Percent,
            Groups = groups,
            Counts = GivenCounts.Of(counts.Total, counts.Groups),
        };
    }

    private static bool Sound(GivenCounts counts) =>
        counts.Total?.IsSound != false && (counts.Groups?.Values.All(ratio => ratio is { IsSound: true }) ?? true);

    private bool CountsFit(FormItem item) =>
        Counts is not { } counts
        || (
            item.Ratio is not null
            && Sound(counts)
            && (counts.Total is null || counts.Total.IsAbout(Value!.Value))
            && counts.Groups.All(group => Groups!.TryGetValue(group.Key, out decimal share) && group.Value.IsAbout(share))
        );

    private bool Fits(FormItem item)
    {
        int given =
            (Value is null ? 0 : 1)
            + (Reached is null ? 0 : 1)
            + (Status is null ? 0 : 1)
            + (string.IsNullOrWhiteSpace(Narrative) || Status is not null ? 0 : 1)
            + (string.IsNullOrWhiteSpace(MissingReason) ? 0 : 1)
            + (item.Kind == FormItemKind.Date && Date is not null ? 1 : 0);
        return given == 1
            && (
                !string.IsNullOrWhiteSpace(MissingReason)
                || item.Kind switch
                {
                    FormItemKind.Number => Value is not null,
                    FormItemKind.Percentage => Value is >= 0 and <= 1000,
                    FormItemKind.YesNo => Reached is not null,
                    FormItemKind.Date => Date is not null,
                    FormItemKind.ResultStatus or FormItemKind.ActivityStatus => Status is { } status
                        && ItemStatuses.For(item.Kind).Contains(status),
                    _ => Narrative is not null,
                }
            )
            && (Groups ?? NoGroups).All(group => Value is not null && item.Groups?.Contains(group.Key) == true)
            && CountsFit(item);
    }

    private string ToString(FormItem item) =>
        $"{Code}: {MissingReason ?? (Status is { } status ? $"{status.Label().En}, {Narrative}".TrimEnd(',', ' ') : null) ?? Narrative ?? Value?.ToString(CultureInfo.InvariantCulture) ?? (Reached is { } reached ? (reached ? "yes" : "no") : Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}{(item.Kind == FormItemKind.Percentage && Value is not null ? " %" : "")}";
}
