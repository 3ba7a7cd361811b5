using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Drafting;

/// <summary>Where a new plan's draft comes from.</summary>
/// <param name="FromLast">True: out of the administration's last plan, with its last accepted values as baselines; else out of the
/// library.</param>
/// <param name="KeyFactors">Out of the library: only these; null or empty: all.</param>
/// <param name="Agreement">Whose indicators a draft out of the library is linked to; null: the first agreement that pays for the
/// administration.</param>
public sealed record NewPlan(
    AdministrationId Administration,
    DateOnly Start,
    bool FromLast = false,
    IReadOnlyList<int>? KeyFactors = null,
    AgreementId? Agreement = null
);

/// <summary>Starts a plan: creates its draft, which is never empty, and adds it to the programme's list.</summary>
public sealed class NewPlanService(
    ProgrammeTable table,
    IPlanReports reports,
    ProgrammeDirectory directory,
    PlanVersions versions,
    TimeProvider clock
)
{
    /// <returns>The plan, whose lifecycle the caller starts; or why there is none.</returns>
    public async Task<(PlanRecord? Plan, CommandResult.Refused? Refusal)> BeginAsync(
        NewPlan wanted,
        PersonId by,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (!register.Administrations.TryGetValue(wanted.Administration, out Administration? home))
        {
            return (
                null,
                new CommandResult.Refused("no-such-administration", $"No administration is registered as {wanted.Administration}.")
            );
        }

        PlanId id = FirstDraft.IdFor(home.Id, wanted.Start);
        if (await PlanRows.FindAsync(table, id, cancellation) is { } there)
        {
            // begun before, and perhaps not listed: a repeat completes it
            return register.Plans.ContainsKey(id)
                ? (null, new CommandResult.Refused("plan-exists", $"There is a plan {id} already."))
                : (await ListAsync(there.Value, by, cancellation), null);
        }

        ActionPlan? draft = wanted.FromLast
            ? await FromLastAsync(register, home, wanted.Start, cancellation)
            : FromLibrary(register, home, wanted);
        if (draft is null)
        {
            return (null, new CommandResult.Refused("no-last-plan", "The administration has no approved plan to begin from."));
        }

        draft = draft with { Notice = register.Fictional ? Fictional.Notices.In(home.Language) : null };
        PlanRecord plan = PlanRecord.Begun(draft with { Id = id, Administration = home.Id }, clock.GetUtcNow());
        var unit = new UnitOfWork(StreamId.Of(id))
            .Add(PlanRows.File, plan)
            .Add(PlanRows.Draft, draft)
            .Add(PlanRows.DraftMark, DraftMark.After(null, by, clock.GetUtcNow(), EntrySource.Page("new")))
            .Record(
                new AuditEntry(
                    AuditKind.PlanDrafted,
                    id.Value,
                    by,
                    wanted.FromLast ? "from the last plan" : "from the library",
                    PlanDocument.Hash(draft)
                )
            );
        return await table.TryCommitAsync(unit, cancellation)
            ? (await ListAsync(plan, by, cancellation), null)
            : (null, new CommandResult.Refused("plan-exists", $"There is a plan {id} already."));
    }

    private static ActionPlan FromLibrary(ProgrammeRegister register, Administration home, NewPlan wanted)
    {
        GrantAgreement? agreement = register
            .Agreements.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault(one => one.Administrations.Contains(home.Id) && (wanted.Agreement is null || one.Id == wanted.Agreement));
        return FirstDraft.FromLibrary(PlanLibrary.Shipped, home, agreement, wanted.Start, wanted.KeyFactors?.ToHashSet());
    }

    private async Task<ActionPlan?> FromLastAsync(
        ProgrammeRegister register,
        Administration home,
        DateOnly start,
        CancellationToken cancellation
    )
    {
        foreach (
            PlanListing listing in register.Plans.Values.Where(plan => plan.Administration == home.Id).OrderByDescending(plan => plan.Start)
        )
        {
            if (await PlanRows.FindAsync(table, listing.Id, cancellation) is { Value: { Version: > 0 } last })
            {
                IReadOnlyDictionary<string, (decimal Value, DateOnly On)> accepted = await reports.LastAcceptedAsync(last, cancellation);
                return FirstDraft.FromLast(await versions.ReadAsync(last.Id, last.Version, cancellation), start, accepted, last.Title);
            }
        }

        return null;
    }

    /// <summary>Updates the programme's list of plans, because an approved draft may have changed a plan's dates.</summary>
    internal static Task KeepListedAsync(ProgrammeTable table, PlanRecord plan, PersonId? by, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                var listing = new PlanListing(plan.Id, plan.Administration, plan.Start, plan.End);
                Row<PlanListing>? row = await table.FindAsync<PlanListing>(StreamId.Programme, ProgrammeRows.Key(plan.Id), cancellation);
                UnitOfWork? unit =
                    row?.Value == listing
                        ? null
                        : new UnitOfWork(StreamId.Programme)
                            .Put(ProgrammeRows.Key(plan.Id), row, listing)
                            .Record(
                                new AuditEntry(
                                    AuditKind.ProgrammeChanged,
                                    plan.Id.Value,
                                    by,
                                    row is null ? "plan begun" : "the plan's days have moved"
                                )
                            );
                return (unit, true);
            },
            cancellation
        );

    private async Task<PlanRecord> ListAsync(PlanRecord plan, PersonId by, CancellationToken cancellation)
    {
        await KeepListedAsync(table, plan, by, cancellation);
        directory.Forget();
        return plan;
    }
}
