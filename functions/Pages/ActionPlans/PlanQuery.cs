using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.EarlierYears;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Functions.Pages.ActionPlans;

/// <summary>All that is known of one plan.</summary>
public sealed class PlanQuery(ProgrammeTable table, ProgrammeDirectory directory, PlanVersions versions, EarlierYearsService years)
{
    /// <returns>Null where there is no such plan.</returns>
    public async Task<PlanReadModel?> ReadAsync(PlanId id, CancellationToken cancellation)
    {
        if (!Slug.Is(id.Value) || await PlanRows.FindAsync(table, id, cancellation) is not { } file)
        {
            return null;
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        ActionPlan draft = (await PlanRows.DraftAsync(table, id, cancellation))!.Value;
        ActionPlan? inForce = file.Value.Version == 0 ? null : await versions.ReadAsync(id, file.Value.Version, cancellation);
        IReadOnlyList<Row<ReportRecord>> reports = await table.ListAsync<ReportRecord>(StreamId.Of(id), ReportRows.Prefix, cancellation);
        IReadOnlyList<Row<AcceptedFigures>> accepted = await table.ListAsync<AcceptedFigures>(
            StreamId.Of(id),
            ReportRows.ObservationPrefix,
            cancellation
        );
        var plan = new PlanReadModel(
            file,
            register.NamesOf(file.Value.Administration),
            draft,
            inForce,
            reports.ToDictionary(row => row.Value.Period.Key, row => row.Value),
            new Series(accepted.OrderBy(row => row.Value.At).SelectMany(row => row.Value.Observations)),
            [
                .. PlanRules.Check(
                    inForce is null || file.Value.DraftStage is PlanState.Submitted or PlanState.Returned ? draft : inForce,
                    [.. register.Agreements.Values]
                ),
            ],
            register
        )
        {
            Historic = await years.ListAsync(id, cancellation),
        };
        IEnumerable<int> under = plan.Accepted.All.Select(one => one.PlanVersion);
        IReadOnlyList<ActionPlan> since = await MeasuredAlike.ReadAsync(versions, plan.Shown, under, cancellation);
        return plan with { Measured = MeasuredAlike.Of(plan.Accepted, since), Since = since };
    }

    /// <returns>Null where the plan has no such version.</returns>
    public async Task<ActionPlan?> VersionAsync(PlanRecord plan, int version, CancellationToken cancellation) =>
        version < 1 || version > plan.Version ? null : await versions.ReadAsync(plan.Id, version, cancellation);
}

/// <param name="InForce">Null before the first approval.</param>
/// <param name="Reports">By period key; only those that have begun.</param>
public sealed record PlanReadModel(
    Row<PlanRecord> File,
    Text AdministrationNames,
    ActionPlan Draft,
    ActionPlan? InForce,
    IReadOnlyDictionary<PeriodKey, ReportRecord> Reports,
    Series Accepted,
    IReadOnlyList<RuleFinding> Findings,
    ProgrammeRegister Register
)
{
    /// <summary>The accepted figures as the version shown measures them.</summary>
    public Series Measured { get; init; } = Accepted;

    /// <summary>The versions from the first that something was reported under to the one shown.</summary>
    public IReadOnlyList<ActionPlan> Since { get; init; } = [];

    /// <summary>Accepted figures from before the programme, oldest first.</summary>
    public IReadOnlyList<HistoricReport> Historic { get; init; } = [];

    /// <summary>True if the version shown has not been approved.</summary>
    public bool ShowsDraft => InForce is null || File.Value.DraftStage is PlanState.Submitted or PlanState.Returned;

    /// <summary>The version awaiting approval if there is one, otherwise the one in force.</summary>
    public ActionPlan Shown => ShowsDraft ? Draft : InForce!;

    /// <summary>What approval would change; null for a first version.</summary>
    public PlanComparison? Change => InForce is not null && ShowsDraft ? PlanComparison.Compare(InForce, Draft) : null;

    public string NameOf(PersonId person) => Register.People.GetValueOrDefault(person)?.Name ?? person.Value;
}
