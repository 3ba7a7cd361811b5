using ACip.Workflows.Programme;

namespace ACip.Workflows.ReplyParsing;

/// <summary>What a form says about an item besides the question.</summary>
/// <param name="Last">The last value that was accepted; null where none was.</param>
/// <param name="TargetBy">Day of the target that the form shows.</param>
/// <param name="Due">When a benchmark is to be reached.</param>
/// <param name="Reached">A benchmark that was accepted as reached before: it is listed, and not asked again.</param>
/// <param name="Given">What was answered before; it stands filled in, and says nothing new when it comes back.</param>
/// <param name="SentBackBecause">The reviewer's reason; null where this item was not questioned.</param>
public sealed record FormContext(
    FormerValue? Last = null,
    DateOnly? TargetBy = null,
    DateOnly? Due = null,
    ReachedBefore? Reached = null,
    ReplyFigure? Given = null,
    string? SentBackBecause = null
)
{
    public static FormContext None { get; } = new();

    /// <summary>What a number counts; null for what is none.</summary>
    public FigureSpan? Span { get; init; }

    /// <summary>The counts behind the baseline; null where it is a number only.</summary>
    public Ratio? BaselineCounts { get; init; }

    /// <summary>As BaselineCounts.</summary>
    public Ratio? TargetCounts { get; init; }
}

/// <param name="Value">Null where it was told in words.</param>
/// <param name="Start">First day of its period.</param>
/// <param name="End">Last day of its period.</param>
/// <param name="Counts">Behind a share; null where it was given without.</param>
public sealed record FormerValue(decimal? Value, string? Words, DateOnly Start, DateOnly End, Ratio? Counts = null)
{
    /// <summary>Of a result or an activity.</summary>
    public ItemStatus? Status { get; init; }
}

/// <param name="Day">Day on which it was reached, where that was said.</param>
/// <param name="Start">First day of the period that it was reported in.</param>
/// <param name="End">Last day of that period.</param>
public sealed record ReachedBefore(DateOnly? Day, DateOnly Start, DateOnly End);
