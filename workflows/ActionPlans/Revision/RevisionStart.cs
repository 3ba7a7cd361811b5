using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>From when an approved revision is in force. Its first day is chosen when it is opened; it may be approved after that
/// day.</summary>
internal static class RevisionStart
{
    /// <param name="periods">Of the revised plan.</param>
    /// <param name="started">How many of them have their report begun: those are measured as they began.</param>
    /// <returns>The chosen day, or else the first day of the next period that has not begun, or the day behind the last.</returns>
    public static DateOnly Of(DateOnly chosen, IReadOnlyList<ReportingPeriod> periods, int started)
    {
        DateOnly[] coming = [.. periods.Skip(started).Select(period => period.Start).Where(start => start >= chosen).Order()];
        return coming is [var first, ..] ? first : periods.Select(period => period.End.AddDays(1)).Append(chosen).Max();
    }

    /// <summary>The draft with its revised indicators measured the new way from that day.</summary>
    /// <param name="approved">The version that it revises: changes approved earlier keep their day.</param>
    public static ActionPlan Move(ActionPlan draft, ActionPlan approved, DateOnly chosen, DateOnly from) =>
        chosen == from
            ? draft
            : draft with
            {
                Indicators =
                [
                    .. draft.Indicators.Select(indicator =>
                        indicator.Change is { } change && change.From == chosen && !WasApproved(indicator, approved)
                            ? indicator with
                            {
                                Change = change with { From = from },
                            }
                            : indicator
                    ),
                ],
            };

    private static bool WasApproved(Indicator indicator, ActionPlan approved) =>
        approved.Indicators.Any(was => was.Code == indicator.Code && was.Revision == indicator.Revision);
}
