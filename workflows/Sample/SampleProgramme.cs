using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.RegisterImports;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Sample;

/// <summary>Starts a programme with the sample data. Repeating it adds what is missing and changes nothing else; a second load may name
/// more administrations than the first.</summary>
public sealed class SampleProgramme(ProgrammeTable table, ProgrammeDirectory directory, RegisterStore registers, TimeProvider clock)
{
    /// <summary>A transaction holds 100 rows; the audit takes two.</summary>
    private const int RowsAtOnce = 90;

    /// <param name="administrations">How many, in the order of the seed file; null: all.</param>
    /// <param name="start">First day of the plans.</param>
    /// <returns>Null where the programme is a real one: fictional data must not get into it.</returns>
    public async Task<SampleLoaded?> LoadAsync(int? administrations, DateOnly start, CancellationToken cancellation)
    {
        if (await ProgrammeRows.ReadAsync(table, cancellation) is { IsEmpty: false, Fictional: false })
        {
            return null;
        }

        ProgrammeSeed seed = ProgrammeSeed.Load(start);
        AdministrationId[] taken = [.. seed.Administrations.Take(administrations ?? int.MaxValue).Select(a => a.Id)];
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<PlanRecord> plans = await AddPlansAsync(
            seed.Plans.Where(plan => taken.Contains(plan.Administration)),
            now,
            cancellation
        );
        var added = new List<SampleRow>();
        foreach (SampleRow[] some in Rows(seed, taken, plans, now).Chunk(RowsAtOnce))
        {
            added.AddRange(await AddMissingAsync(some, cancellation));
        }

        await CoverAsync(seed, [.. taken.Where(id => added.Any(row => row.Key == ProgrammeRows.Key(id)))], cancellation);
        directory.Forget();
        await ImportAsync(start, [.. taken], cancellation);
        return new SampleLoaded(plans, [.. added.Select(row => row.Name).OfType<string>()]);
    }

    private async Task<IReadOnlyList<PlanRecord>> AddPlansAsync(
        IEnumerable<ActionPlan> drafts,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var plans = new List<PlanRecord>();
        foreach (ActionPlan plan in drafts)
        {
            PlanRecord file = PlanRecord.Begun(plan, now);
            // it may stand already, and have come a long way since
            var stream = StreamId.Of(plan.Id);
            await table.AddOnceAsync<PlanRecord>(
                stream,
                PlanRows.File,
                () =>
                    new UnitOfWork(stream)
                        .Add(PlanRows.File, file)
                        .Add(PlanRows.Draft, plan)
                        .Record(new AuditEntry(AuditKind.PlanDrafted, plan.Id.Value, Reason: "sample")),
                cancellation
            );
            plans.Add(file);
        }

        return plans;
    }

    private Task<SampleRow[]> AddMissingAsync(SampleRow[] some, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                SampleRow[] wanted = await MissingAsync(some, cancellation);
                var unit = new UnitOfWork(StreamId.Programme);
                foreach (SampleRow row in wanted)
                {
                    row.Add(unit);
                }

                var loaded = new AuditEntry(
                    AuditKind.ProgrammeChanged,
                    "sample",
                    Reason: $"sample data loaded, with the approvers, integrity officers and auditors that it names: {wanted.Length} rows"
                );
                return (wanted.Length == 0 ? null : unit.Record(loaded), wanted);
            },
            cancellation
        );

    private async Task ImportAsync(DateOnly start, HashSet<AdministrationId> taken, CancellationToken cancellation)
    {
        foreach (
            (RegisterKind kind, byte[] csv) in new[]
            {
                (RegisterKind.Deliveries, SampleRegisters.Deliveries(start, taken)),
                (RegisterKind.Cips, SampleRegisters.Cips(start)),
            }
        )
        {
            if (await registers.StateAsync(kind, cancellation) is null)
            {
                await registers.ImportAsync(kind, csv, null, cancellation);
            }
        }
    }

    private static SampleRow[] Rows(ProgrammeSeed seed, AdministrationId[] taken, IReadOnlyList<PlanRecord> plans, DateTimeOffset now) =>
        [
            new(ProgrammeRows.Sample, null, unit => unit.Add(ProgrammeRows.Sample, new SampleMark(now))),
            .. seed.Administrations.Where(a => taken.Contains(a.Id)).Select(a => Row(ProgrammeRows.Key(a.Id), a)),
            .. seed.Donors.Select(d => Row(ProgrammeRows.Key(d.Id), d)),
            .. seed
                .Agreements.Select(a => a with { Administrations = [.. a.Administrations.Where(taken.Contains)] })
                .Where(a => a.Administrations.Count > 0)
                .Select(a => Row(ProgrammeRows.Key(a.Id), a)),
            .. seed
                .People.Where(p => p.Roles.All(r => r.Administration is null || taken.Contains(r.Administration.Value)))
                .Select(p => Row(ProgrammeRows.Key(p.Id), p)),
            .. plans.Select(p => Row(ProgrammeRows.Key(p.Id), new PlanListing(p.Id, p.Administration, p.Start, p.End))),
        ];

    private static SampleRow Row<T>(string key, T value) => new(key, key, unit => unit.Add(key, value));

    private async Task<SampleRow[]> MissingAsync(IReadOnlyList<SampleRow> rows, CancellationToken cancellation)
    {
        IReadOnlySet<string> known = await ProgrammeRows.KeysAsync(table, cancellation);
        return [.. rows.Where(row => !known.Contains(row.Key))];
    }

    /// <summary>Administrations that came in later are paid for by agreements that stand already.</summary>
    private Task<bool> CoverAsync(ProgrammeSeed seed, AdministrationId[] later, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                var unit = new UnitOfWork(StreamId.Programme);
                foreach (GrantAgreement sample in seed.Agreements)
                {
                    if (
                        await table.FindAsync<GrantAgreement>(StreamId.Programme, ProgrammeRows.Key(sample.Id), cancellation) is { } row
                        && later.Where(id => sample.Administrations.Contains(id) && !row.Value.Administrations.Contains(id)).ToArray()
                            is { Length: > 0 } more
                    )
                    {
                        unit.Replace(row, row.Value with { Administrations = [.. row.Value.Administrations, .. more] })
                            .Record(
                                new AuditEntry(
                                    AuditKind.ProgrammeChanged,
                                    sample.Id.Value,
                                    Reason: "sample data loaded: more administrations"
                                )
                            );
                    }
                }

                return (unit.Actions.Count == 0 ? null : unit, true);
            },
            cancellation
        );

    /// <param name="Name">What is told to have been added; null for what nobody asks about.</param>
    private sealed record SampleRow(string Key, string? Name, Action<UnitOfWork> Add);
}

/// <summary>What came of loading the sample.</summary>
/// <param name="Plans">Of all administrations asked for; the caller sees to it that their lifecycles run.</param>
/// <param name="Added">Keys of the rows that were not there before, such as <c>administration|GH</c>.</param>
public sealed record SampleLoaded(IReadOnlyList<PlanRecord> Plans, IReadOnlyList<string> Added);
