using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What an overview says of some administrations. Pure.</summary>
internal static class NarrowedOverview
{
    public static ProgrammeOverview Of(ProgrammeFacts facts, IReadOnlyList<AdministrationRow> left, ProgrammeRegister register)
    {
        ProgrammeOverview all = facts.Overview;
        HashSet<AdministrationId> homes = [.. left.Select(row => row.Id)];
        HashSet<StreamId> plans = [.. left.SelectMany(row => row.Plans).Select(plan => StreamId.Of(plan.Id))];
        PlanId[] ids = [.. left.SelectMany(row => row.Plans).Select(plan => plan.Id)];
        bool[] due = [.. left.SelectMany(row => row.Plans).SelectMany(plan => plan.Reports).Select(report => report.OnTime).OfType<bool>()];
        DonorReportRow[] reports =
        [
            .. all.DonorReports.Where(report =>
                register.Agreements.TryGetValue(report.Agreement, out GrantAgreement? paid) && paid.Administrations.Any(homes.Contains)
            ),
        ];
        HashSet<string> pages = [.. reports.Select(report => $"/donor-reports/{report.Agreement}/{report.Period}")];
        return all with
        {
            Administrations = left,
            OnTime = new Punctuality(due.Length, due.Count(onTime => onTime)),
            Waiting =
            [
                .. all.Waiting.Where(task =>
                    (task.Home is { } home && homes.Contains(home))
                    || (task.Ref is { } place && plans.Contains(place.Stream))
                    || pages.Contains(task.Page)
                ),
            ],
            KeyFactors = KeyFactorCalculator.Of(
                facts
                    .Plans.Where(plan => plan.Version is not null && homes.Contains(plan.File.Administration))
                    .Select(plan => (plan.Version!, plan.Reports))
            ),
            DonorReports = reports,
            Stuck = [.. all.Stuck.Where(stuck => ids.Any(plan => stuck.Subject.Contains(plan.Value, StringComparison.Ordinal)))],
        };
    }
}
