using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Workflows.Overviews;

/// <summary>One plan's report of a period that has fallen due.</summary>
/// <param name="Report">Null where none was opened.</param>
public sealed record CoverageLine(Text Administration, ReportingPeriod Period, ReportState? Report)
{
    public bool IsHandedIn =>
        Report is ReportState.Submitted or ReportState.Accepted or ReportState.Locked or ReportState.NilReturn or ReportState.Waived;
}

/// <summary>Tells the Secretariat who has submitted for the periods that fell due, and who has not.</summary>
public sealed record PeriodCoverage(IReadOnlyList<CoverageLine> Lines, Uri Page) : Notice
{
    public override Text Subject
    {
        get
        {
            int handedIn = Lines.Count(line => line.IsHandedIn);
            return Texts.CoverageSubject(handedIn: handedIn, linesCount: Lines.Count);
        }
    }

    public override Uri? Link => Page;

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.CoverageIntroduction,
            .. Lines
                .OrderBy(line => line.IsHandedIn)
                .ThenBy(line => line.Administration.En, Language.En.Order)
                .Select(line => Of(line, dates)),
        ];

    /// <summary>Periods whose due date lies between the two. Pure.</summary>
    public static IEnumerable<CoverageLine> Since(IEnumerable<PlanOverview> plans, DateTimeOffset after, DateTimeOffset until) =>
        from plan in plans
        from period in plan.Record.Periods
        let report = plan.Reports.FirstOrDefault(one => one.Period.Key == period.Key)
        let due = report?.Period.Due ?? period.Due
        where due > after && due <= until && !(report is null && (plan.Record.IsOver || plan.Record.State == PlanState.Suspended))
        select new CoverageLine(CountryNames.Of(plan.Record.Administration), period, report?.State);

    private static Text Of(CoverageLine line, Func<Language, DateWords> dates)
    {
        Text period = Text.For(language => dates(language).Range(line.Period.Start, line.Period.End));
        return line.IsHandedIn
            ? Texts.CoverageHandedIn(administration: line.Administration, period: period)
            : Texts.CoverageMissing(administration: line.Administration, period: period);
    }
}
