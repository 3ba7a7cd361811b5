using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Bench.Cycle;

/// <summary>As many administrations as wanted: the sample ones over and over under other names, with their plans approved.</summary>
internal static class ManyAdministrations
{
    /// <summary>Ethiopia and Nepal have calendars of their own, and would not end with the quarter.</summary>
    private static readonly string[] LeftOut = ["ET", "NP"];

    /// <param name="past">What a plan has behind it: adds rows to its stream, and says how its file stands after them.</param>
    public static async Task<IReadOnlyDictionary<PlanId, ActionPlan>> LoadAsync(
        ProgrammeTable table,
        ProgrammeDirectory directory,
        PlanVersions versions,
        DurableTaskClient workflows,
        int count,
        Func<PlanRecord, UnitOfWork, PlanRecord>? past = null
    )
    {
        ProgrammeSeed seed = ProgrammeSeed.Load(new DateOnly(2026, 1, 1));
        Administration[] models = [.. seed.Administrations.Where(one => !LeftOut.Contains(one.Id.Value))];
        var plans = new Dictionary<PlanId, ActionPlan>();
        var rows = new List<Action<UnitOfWork>>
        {
            unit => unit.Add(ProgrammeRows.Sample, new SampleMark(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))),
            unit =>
                seed.People.Where(one => one.Roles.All(role => role.Administration is null))
                    .ToList()
                    .ForEach(one => unit.Add(ProgrammeRows.Key(one.Id), one)),
        };
        var files = new List<PlanRecord>();
        for (int number = 0; number < count; number++)
        {
            Administration model = models[number % models.Length];
            string name = string.Create(CultureInfo.InvariantCulture, $"X{number:D4}");
            Administration administration = model with { Id = new AdministrationId(name), Name = $"{model.Name} {number}" };
            ActionPlan plan = seed.Plans.Single(one => one.Administration == model.Id) with
            {
                Id = new PlanId($"{name.ToLowerInvariant()}-2026"),
                Administration = administration.Id,
                Version = 1,
            };
            plans[plan.Id] = plan;
            var file = new PlanRecord(
                plan.Id,
                administration.Id,
                plan.Title,
                plan.Start,
                plan.End,
                PlanState.Active,
                1,
                PlanDocument.Hash(plan),
                [],
                CycleSettings.Standard.Periods(administration, plan.Start, plan.End),
                0,
                default
            );
            var life = new UnitOfWork(StreamId.Of(plan.Id));
            file = past?.Invoke(file, life) ?? file;
            await table.TryCommitAsync(
                life.Add(PlanRows.File, file)
                    .Add(PlanRows.Draft, plan)
                    .Add(PlanRows.VersionKey(1), plan)
                    .Record(new AuditEntry(AuditKind.PlanActivated, plan.Id.Value)),
                CancellationToken.None
            );
            await versions.ReadAsync(plan.Id, 1, CancellationToken.None); // once a process, not once a quarter
            files.Add(file);
            rows.Add(unit => unit.Add(ProgrammeRows.Key(administration.Id), administration));
            rows.Add(unit => unit.Add(ProgrammeRows.Key(plan.Id), new PlanListing(plan.Id, administration.Id, plan.Start, plan.End)));
            foreach (Person person in seed.People.Where(one => one.Roles.Any(role => role.Administration == model.Id)))
            {
                Person own = person with
                {
                    Id = new PersonId($"{person.Id}-{number}"),
                    Email = $"{name}.{person.Email}".ToLowerInvariant(),
                    Roles = [.. person.Roles.Select(role => role with { Administration = administration.Id })],
                };
                rows.Add(unit => unit.Add(ProgrammeRows.Key(own.Id), own));
            }
        }

        foreach (Action<UnitOfWork>[] batch in rows.Chunk(60))
        {
            var unit = new UnitOfWork(StreamId.Programme);
            foreach (Action<UnitOfWork> add in batch)
            {
                add(unit);
            }

            if (!await table.TryCommitAsync(unit, CancellationToken.None))
            {
                throw new InvalidOperationException("The programme could not be loaded.");
            }
        }

        directory.Forget();
        foreach (PlanRecord file in files)
        {
            await workflows.StartOnceAsync(nameof(ActionPlanLifecycle), file.Id, file.InstanceId, CancellationToken.None);
        }

        return plans;
    }
}
