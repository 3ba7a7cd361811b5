using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Overviews;

/// <summary>A plan with its reports and open tasks.</summary>
public sealed record PlanOverview(PlanRecord Record, IReadOnlyList<ReportRecord> Reports, IReadOnlyList<HumanTaskRecord> Open);

/// <param name="Subject">Whose matter it is.</param>
/// <param name="What">What is asked.</param>
public sealed record WaitingFor(Text Subject, Text What, IReadOnlyList<PersonId> People, DateTimeOffset Due);

/// <summary>Reads once a week what is open.</summary>
public sealed class OverviewQuery(ProgrammeTable table, TaskKinds kinds, IEnumerable<ITaskPlaces> places)
{
    public async Task<IReadOnlyList<PlanOverview>> PlansAsync(ProgrammeRegister register, CancellationToken cancellation)
    {
        var plans = new List<PlanOverview>();
        foreach (PlanListing listing in register.Plans.Values.OrderBy(plan => plan.Id.Value, StringComparer.Ordinal))
        {
            var stream = StreamId.Of(listing.Id);
            if ((await table.FindReadableAsync<PlanRecord>(stream, PlanRows.File, cancellation)).Row?.Value is { } record)
            {
                plans.Add(
                    new PlanOverview(
                        record,
                        await ReadableAsync<ReportRecord>(stream, ReportRows.Prefix, cancellation),
                        [
                            .. (await ReadableAsync<HumanTaskRecord>(stream, TaskRows.Prefix, cancellation)).Where(task =>
                                task.State == TaskState.Open
                            ),
                        ]
                    )
                );
            }
        }

        return plans;
    }

    /// <summary>The most urgent first.</summary>
    public async Task<IReadOnlyList<WaitingFor>> WaitingAsync(
        ProgrammeRegister register,
        IReadOnlyList<PlanOverview> plans,
        CancellationToken cancellation
    )
    {
        IEnumerable<HumanTaskRecord> elsewhere = (await OpenTasks.ReadAsync(table, places, cancellation)).Select(one => one.Task);
        return
        [
            .. plans
                .SelectMany(plan => plan.Open)
                .Concat(elsewhere)
                .OrderBy(task => task.Due)
                .ThenBy(task => task.Id.Value, StringComparer.Ordinal)
                .Select(task => new WaitingFor(
                    task.Administration is { } home ? register.NamesOf(home) : Secretariat,
                    kinds.TitleOf(task.Kind),
                    task.People,
                    task.Due
                )),
        ];
    }

    private static Text Secretariat { get; } = Texts.WeekSecretariat;

    private async Task<IReadOnlyList<T>> ReadableAsync<T>(StreamId stream, string prefix, CancellationToken cancellation)
        where T : class => [.. (await table.ListReadableAsync<T>(stream, prefix, cancellation)).Select(one => one.Row?.Value).OfType<T>()];
}
