using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>Makes the overview of what was read; reads nothing.</summary>
public sealed class OverviewComposition(WaitingTasks waiting)
{
    internal ProgrammeFacts Of(ProgrammeRegister register, IReadOnlyList<ReadPlan> read, ReadProgramme programme, DateTimeOffset now)
    {
        PlanStatus[] plans = [.. read.Select(plan => plan.Status)];
        bool[] due = [.. plans.SelectMany(plan => plan.Reports).Select(report => report.WasOnTime(now)).OfType<bool>()];
        ILookup<AdministrationId, PlanStatus> byHome = plans.ToLookup(plan => plan.File.Administration);
        var overview = new ProgrammeOverview(
            register.Fictional,
            now,
            new Punctuality(due.Length, due.Count(onTime => onTime)),
            [
                .. register
                    .Administrations.Values.OrderBy(one => one.Name, StringComparer.Ordinal)
                    .Select(one => Row(one, byHome[one.Id], now)),
            ],
            [.. Waiting(register, read, programme, now).OrderBy(task => task.Due).ThenBy(task => task.Id.Value, StringComparer.Ordinal)],
            KeyFactorCalculator.Of(plans.Where(plan => plan.Version is not null).Select(plan => (plan.Version!, plan.Reports))),
            [.. programme.DonorReports.Select(one => Row(register, one.Report, now))]
        )
        {
            Stuck = programme.Stuck,
        };
        return new ProgrammeFacts(overview, plans)
        {
            DonorReports = [.. programme.DonorReports.Select(one => (one.Report, register.Agreements[one.Report.Agreement]))],
        };
    }

    /// <summary>Until which instant the same readings make the same overview: then something falls due, or another day begins.</summary>
    internal static DateTimeOffset SameUntil(ProgrammeFacts facts, DateTimeOffset now) =>
        facts
            .Plans.SelectMany(plan => plan.Reports.Select(report => report.Due))
            .Concat(facts.Overview.Waiting.Select(task => task.Due))
            .Concat(facts.Overview.DonorReports.Select(report => report.Deadline))
            .Where(due => due >= now)
            .Append(new DateTimeOffset(now.UtcDateTime.Date.AddDays(1).AddTicks(-1), TimeSpan.Zero))
            .Min();

    private IEnumerable<WaitingTask> Waiting(
        ProgrammeRegister register,
        IEnumerable<ReadPlan> plans,
        ReadProgramme programme,
        DateTimeOffset now
    ) =>
        [
            .. plans.SelectMany(plan => plan.Tasks.Select(task => Waiting(register, plan.Status.File, task, now))),
            .. from one in programme.DonorReports where one.Signing is not null select Signing(register, one, now),
            .. programme.Elsewhere.Select(task => waiting.Of(task, register, now)),
        ];

    private WaitingTask Waiting(ProgrammeRegister register, PlanRecord file, OpenPlanTask task, DateTimeOffset now) =>
        waiting.Of(
            task.Task,
            register,
            register.Administrations.GetValueOrDefault(file.Administration)?.Name ?? file.Administration.Value,
            task.Period?.Value,
            task.Page(file.Id),
            now
        ) with
        {
            Ref = task.Ref,
        };

    private WaitingTask Signing(ProgrammeRegister register, ReadDonorReport one, DateTimeOffset now)
    {
        DonorReportRecord report = one.Report;
        string title = register.Agreements[report.Agreement].Title;
        return waiting.Of(
            one.Signing!,
            register,
            title,
            report.Period.Value,
            $"/donor-reports/{report.Agreement}/{report.Period}",
            now
        ) with
        {
            Ref = new TaskRef(report.Stream, one.Signing!.Id),
        };
    }

    private static AdministrationRow Row(Administration administration, IEnumerable<PlanStatus> plans, DateTimeOffset now) =>
        new(
            administration.Id,
            administration.Name,
            administration.WcoRegion,
            administration.Donor,
            [
                .. plans
                    .OrderBy(plan => plan.File.Start)
                    .Select(plan => new PlanRow(
                        plan.File.Id,
                        plan.File.Title,
                        plan.File.State,
                        plan.File.Version,
                        plan.File.Start,
                        plan.File.End,
                        [.. plan.Reports.Select(report => Cell(report, now))]
                    )),
            ]
        );

    private static ReportCell Cell(ReportStatus report, DateTimeOffset now) =>
        new(
            report.Period.Key,
            report.Period.Start,
            report.Period.End,
            report.Due,
            report.State,
            report.IsOverdue(now),
            report.WasOnTime(now)
        );

    private static DonorReportRow Row(ProgrammeRegister register, DonorReportRecord report, DateTimeOffset now)
    {
        GrantAgreement agreement = register.Agreements[report.Agreement];
        bool late = now > report.Deadline && report.State is not (DonorReportState.Issued or DonorReportState.Superseded);
        return new DonorReportRow(
            report.Agreement,
            agreement.Title,
            agreement.Donor,
            report.Period,
            report.Label,
            report.State,
            report.Versions.Count,
            report.Deadline,
            late
        );
    }
}
