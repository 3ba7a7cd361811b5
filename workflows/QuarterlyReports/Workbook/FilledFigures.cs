using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Workbook;

/// <param name="Items">By code; every item of the form is here, blank or not.</param>
public sealed record FilledFigures(IReadOnlyDictionary<string, FilledFigure> Items, string? Narrative);

/// <summary>What was filled in for one item. If everything is null, nothing was.</summary>
/// <param name="Reached">For yes or no.</param>
/// <param name="Text">For a narrative.</param>
/// <param name="Groups">By group, as the form names it.</param>
/// <param name="HasProblem">True: something in its rows was not understood and not taken.</param>
public sealed record FilledFigure(
    decimal? Number,
    bool? Reached,
    DateOnly? Date,
    string? Text,
    string? MissingReason,
    string? Comment,
    IReadOnlyDictionary<string, decimal> Groups,
    bool HasProblem
)
{
    /// <summary>The counts behind a share; null if it was filled in without.</summary>
    public GivenCounts? Counts { get; init; }

    /// <summary>The status of a result or an activity. Day and sentence are in the comment.</summary>
    public ItemStatus? Status { get; init; }

    public bool IsBlank =>
        Status is null
        && Number is null
        && Reached is null
        && Date is null
        && Text is null
        && MissingReason is null
        && Comment is null
        && Groups.Count == 0;
}
