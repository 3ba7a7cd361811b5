using ACip.Workflows.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Registers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Programme;

/// <summary>Begins a programme with the sample data. Repeating it adds what is missing and changes nothing else.</summary>
public sealed class SampleProgramme(ProgrammeTable table, ProgrammeDirectory directory, RegisterStore registers, TimeProvider clock)
{
    /// <summary>A transaction holds 100 rows; the audit takes two.</summary>
    private const int RowsAtOnce = 90;

    /// <param name="administrations">How many, in the order of the seed file; null: all.</param>
    /// <param name="start">First day of the plans.</param>
    /// <returns>The plans, whose lifecycles the caller starts.</returns>
    public async Task<IReadOnlyList<PlanFile>> LoadAsync(int? administrations, DateOnly start, CancellationToken cancellation)
    {
        ProgrammeSeed seed = ProgrammeSeed.Load(start);
        AdministrationId[] taken = [.. seed.Administrations.Take(administrations ?? int.MaxValue).Select(a => a.Id)];
        DateTimeOffset now = clock.GetUtcNow();
        var plans = new List<PlanFile>();
        foreach (ActionPlan plan in seed.Plans.Where(p => taken.Contains(p.Administration)))
        {
            var file = new PlanFile(plan.Id, plan.Administration, plan.Title, plan.Start, plan.End, PlanState.Drafting, 0, null, [], [], 0, now);
            await table.TryCommitAsync(new Unit(StreamId.Of(plan.Id)).Add(PlanRows.File, file).Add(PlanRows.Draft, plan).Record(new AuditEntry(AuditKind.PlanDrafted, plan.Id.Value, Reason: "sample")), cancellation);
            plans.Add(file);
        }

        Action<Unit>[] rows =
        [
            unit => unit.Add(ProgrammeRows.Sample, new SampleMark(now)),
            .. seed.Administrations.Where(a => taken.Contains(a.Id)).Select(a => (Action<Unit>)(unit => unit.Add(ProgrammeRows.Key(a.Id), a))),
            .. seed.Donors.Select(d => (Action<Unit>)(unit => unit.Add(ProgrammeRows.Key(d.Id), d))),
            .. seed.Agreements.Select(a => a with { Administrations = [.. a.Administrations.Where(taken.Contains)] }).Where(a => a.Administrations.Count > 0)
                .Select(a => (Action<Unit>)(unit => unit.Add(ProgrammeRows.Key(a.Id), a))),
            .. seed.People.Where(p => p.Roles.All(r => r.Administration is null || taken.Contains(r.Administration.Value))).Select(p => (Action<Unit>)(unit => unit.Add(ProgrammeRows.Key(p.Id), p))),
            .. plans.Select(p => (Action<Unit>)(unit => unit.Add(ProgrammeRows.Key(p.Id), new PlanListing(p.Id, p.Administration, p.Start, p.End)))),
        ];
        foreach (Action<Unit>[] batch in rows.Chunk(RowsAtOnce))
        {
            var unit = new Unit(StreamId.Programme);
            foreach (Action<Unit> add in batch)
            {
                add(unit);
            }

            await table.TryCommitAsync(unit.Record(new AuditEntry(AuditKind.ProgrammeChanged, "sample", Reason: "sample data loaded, with the approvers, integrity officers and auditors that it names")), cancellation);
        }

        directory.Forget();
        foreach ((RegisterKind kind, byte[] csv) in new[] { (RegisterKind.Deliveries, SampleRegisters.Deliveries(start, taken.ToHashSet())), (RegisterKind.Cips, SampleRegisters.Cips(start)) })
        {
            if (await registers.StateAsync(kind, cancellation) is null)
            {
                await registers.ImportAsync(kind, csv, null, cancellation);
            }
        }

        return plans;
    }
}
