using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Workflows.Overviews;

/// <summary>Tells a coordinator the status of their own plan.</summary>
/// <param name="Accepted">Reports accepted so far.</param>
/// <param name="Due">Reports whose day has come so far.</param>
/// <param name="Open">What is asked of the administration now.</param>
/// <param name="Next">The next period that is to be reported on; null where none is left.</param>
public sealed record PlanStatusNotice(
    Text Administration,
    string Plan,
    PlanState State,
    int Accepted,
    int Due,
    int Open,
    ReportingPeriod? Next
) : Notice
{
    public override Text Subject => Texts.StatusSubject(administration: Administration);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.StatusReports(plan: Plan, state: Of(State), accepted: Accepted, due: Due),
            Open == 0 ? Texts.StatusNothingOpen : Texts.StatusOpen(open: Open),
            .. Next is { } next
                ? new[]
                {
                    Texts.StatusNextReport(
                        end: Text.For(eachLanguage => dates(eachLanguage).Range(next.Start, next.End)),
                        due: Text.For(eachLanguage => dates(eachLanguage).Deadline(next.Due))
                    ),
                }
                : [],
        ];

    /// <summary>Pure.</summary>
    public static PlanStatusNotice Of(PlanOverview plan, Text administration, DateTimeOffset now) =>
        new(
            administration,
            plan.Record.Title,
            plan.Record.State,
            plan.Reports.Count(report => report.State is ReportState.Accepted or ReportState.Locked or ReportState.NilReturn),
            plan.Record.Periods.Count(period => period.Due <= now),
            plan.Open.Count(task => task.AsksCoordinator),
            plan.Record.State == PlanState.Suspended ? null : NextOf(plan, now)
        );

    /// <summary>The first that is still to be handed in, with the day that it is due by now.</summary>
    private static ReportingPeriod? NextOf(PlanOverview plan, DateTimeOffset now) =>
        (
            from period in plan.Record.Periods
            let report = plan.Reports.FirstOrDefault(one => one.Period.Key == period.Key)
            where report is null || report.State is ReportState.NotDue or ReportState.Open or ReportState.Returned
            select report?.Period ?? period
        )
            .Where(period => period.Due > now)
            .MinBy(period => period.Due);

    private static Text Of(PlanState state) =>
        state switch
        {
            PlanState.Active => Texts.StatusActive,
            PlanState.UnderRevision => Texts.StatusRevising,
            PlanState.Submitted => Texts.StatusSubmitted,
            PlanState.Suspended => Texts.StatusSuspended,
            PlanState.Approved => Texts.StatusApproved,
            _ => Texts.StatusDrafting,
        };
}
