using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Merges an answer into the previous one. What it does not mention stays: a new total keeps the groups, a new group keeps the
/// total.</summary>
internal static class AnswerMerge
{
    /// <param name="was">The answer before; null where there is none.</param>
    public static ReportEntry Of(
        ReportRecord report,
        ReportEntry? was,
        ReplyFigure figure,
        PersonId by,
        DateTimeOffset at,
        EntrySource source
    )
    {
        ReportEntry now = Of(was, figure, by, at, source);
        IReadOnlyList<SentBackAnswer> before = was?.SentBack ?? [];
        bool isFirst = report.Round > 1 && !before.Any(kept => kept.Round == report.Round);
        return now with { SentBack = isFirst ? [.. before, new SentBackAnswer(report.Round, was?.ToFigure())] : before };
    }

    /// <summary>Without regard to rounds.</summary>
    public static ReportEntry Of(ReportEntry? was, ReplyFigure figure, PersonId by, DateTimeOffset at, EntrySource source)
    {
        bool missing = figure.MissingReason is not null;
        ReportEntry? stands = missing || figure.IsWhole ? null : was;
        // the day and the sentence were of what it said before
        bool restated = figure.Status is not null && figure.Status != stands?.Status;
        return new ReportEntry(
            figure.Code,
            figure.Value ?? stands?.Value,
            figure.Reached ?? stands?.Reached,
            figure.Date ?? (figure.Reached == false || restated ? null : stands?.Date),
            figure.Narrative ?? (restated ? null : stands?.Narrative),
            figure.MissingReason,
            Groups(stands, figure),
            was?.EvidenceSha256 ?? [],
            by,
            at,
            source,
            figure.Line
        )
        {
            Counts = Counts(stands, figure),
            Status = figure.Status ?? stands?.Status,
        };
    }

    /// <summary>A share given anew without counts loses its counts; a group that is not mentioned keeps them.</summary>
    private static GivenCounts? Counts(ReportEntry? was, ReplyFigure figure)
    {
        var groups = new Dictionary<string, Ratio>(figure.Counts?.Groups ?? new Dictionary<string, Ratio>());
        foreach ((string group, Ratio kept) in was?.Counts?.Groups ?? new Dictionary<string, Ratio>())
        {
            if (!figure.Groups.ContainsKey(group))
            {
                groups[group] = kept;
            }
        }

        return GivenCounts.Of(figure.Value is null ? figure.Counts?.Total ?? was?.Counts?.Total : figure.Counts?.Total, groups);
    }

    /// <summary>If the groups no longer add up to the total, the coordinator is asked; nothing is deleted.</summary>
    private static IReadOnlyDictionary<string, decimal> Groups(ReportEntry? was, ReplyFigure figure)
    {
        if (was is null || was.Groups.Count == 0)
        {
            return figure.Groups;
        }

        var groups = new Dictionary<string, decimal>(was.Groups);
        foreach ((string group, decimal value) in figure.Groups)
        {
            groups[group] = value;
        }

        return groups;
    }
}
