using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Obligations;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.Dossiers;

/// <summary>Where a plan, a report or a grant stands.</summary>
public sealed class DossierQuery(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    ObligationService obligations,
    RecommendationService recommendations
)
{
    /// <returns>Null where there is no such plan.</returns>
    public async Task<DossierMatter?> PlanAsync(PlanId plan, CancellationToken cancellation) =>
        await PlanRows.FindAsync(table, plan, cancellation) is { Value: var file }
            ? new DossierMatter(
                $"plan-{plan}",
                file.Title,
                [
                    new DossierStream(StreamId.Of(plan)),
                    .. (await recommendations.ListAsync(plan, cancellation)).Select(one => new DossierStream(one.Ref.Stream)),
                ]
            )
            : null;

    /// <returns>Null where there is no such report.</returns>
    public async Task<DossierMatter?> ReportAsync(PlanId plan, PeriodKey period, CancellationToken cancellation) =>
        await ReportRows.FindAsync(table, new ReportRef(plan, period), cancellation) is not null
        && await PlanRows.FindAsync(table, plan, cancellation) is { Value: var file }
            ? new DossierMatter($"report-{plan}-{period}", $"{file.Title}, {period}", [new DossierStream(StreamId.Of(plan), period.Value)])
            : null;

    /// <returns>Null where there is no such agreement.</returns>
    public async Task<DossierMatter?> GrantAsync(AgreementId agreement, CancellationToken cancellation) =>
        await directory.ReadAsync(cancellation) is var register && register.Agreements.GetValueOrDefault(agreement) is { } grant
            ? new DossierMatter(
                $"grant-{agreement}",
                $"{grant.Title} ({grant.OfficialNumber})",
                [
                    new DossierStream(StreamId.Of(agreement)),
                    new DossierStream(StreamId.Programme, agreement.Value, Containing(agreement, register)),
                    .. (await obligations.ListAsync(agreement, cancellation)).Select(one => new DossierStream(one.Ref.Stream)),
                ]
            )
            : null;

    private static IReadOnlyList<string> Containing(AgreementId agreement, ProgrammeRegister register) =>
        [
            .. register
                .Agreements.Keys.Where(one => one != agreement)
                .Select(one => one.Value)
                .Where(one => one.Contains(agreement.Value, StringComparison.Ordinal)),
        ];
}
