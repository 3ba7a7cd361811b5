using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks;

/// <summary>A task to be created: for the people of an administration, or for the Secretariat if that is null.</summary>
public sealed record TaskWanted(TaskId Id, string Subject, AdministrationId? Administration);

/// <summary>Asks several administrations at once, each by its own calendar, and recognises those that were asked before.</summary>
public sealed class TaskAsking(ProgrammeTable table, ProgrammeDirectory directory, CycleSettingsService settings, TimeProvider clock)
{
    /// <summary>Tasks per transaction; a transaction holds a hundred rows.</summary>
    private const int AtOnce = 40;

    /// <param name="due">Last day in time.</param>
    /// <param name="expires">On this day nobody is asked any more.</param>
    /// <returns>Those that are open.</returns>
    public async Task<IReadOnlyList<TaskAsked>> AskAsync(
        StreamId stream,
        TaskDefinition kind,
        IReadOnlyList<TaskWanted> wanted,
        DateOnly due,
        DateOnly expires,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        ProgrammeRegister register = await directory.ReadForAsync(
            known => wanted.All(one => one.Administration is not { } own || known.Administrations.ContainsKey(own)),
            cancellation
        );
        CycleSettings rules = await settings.ReadAsync(cancellation);
        var open = new List<TaskAsked>();
        foreach (TaskWanted[] some in wanted.Chunk(AtOnce))
        {
            open.AddRange(
                await table.DecideAsync(
                    async () =>
                    {
                        Dictionary<TaskId, HumanTaskRecord> asked = (
                            await table.ListAsync<HumanTaskRecord>(stream, TaskRows.Prefix, cancellation)
                        ).ToDictionary(row => row.Value.Id, row => row.Value);
                        HumanTaskRecord[] fresh =
                        [
                            .. some.Where(one => !asked.ContainsKey(one.Id))
                                .Select(one => Ask(one, kind, register, rules, (due, expires), now)),
                        ];
                        UnitOfWork? unit = fresh.Length == 0 ? null : new UnitOfWork(stream);
                        foreach (HumanTaskRecord task in fresh)
                        {
                            unit!
                                .Add(TaskRows.Key(task.Id), task)
                                .Record(new AuditEntry(AuditKind.TaskAsked, task.Id.Value, Reason: "opened"));
                        }

                        return (
                            unit,
                            some.Select(one => asked.GetValueOrDefault(one.Id) ?? fresh.First(task => task.Id == one.Id))
                                .Where(task => task.State == TaskState.Open)
                                .Select(task => new TaskAsked(stream, task.Id))
                                .ToArray()
                        );
                    },
                    cancellation
                )
            );
        }

        return open;
    }

    private static HumanTaskRecord Ask(
        TaskWanted one,
        TaskDefinition kind,
        ProgrammeRegister register,
        CycleSettings rules,
        (DateOnly Due, DateOnly Expires) days,
        DateTimeOffset now
    )
    {
        WorkingCalendar home =
            one.Administration is { } own && register.Administrations.TryGetValue(own, out Administration? known)
                ? rules.CalendarOf(known)
                : rules.Secretariat;
        DateOnly today = home.DayOf(now);
        IReadOnlyList<PersonId> asked =
            !kind.AsksCoordinator ? register.Holding(Role.ProgrammeOfficer, today, one.Administration)
            : kind.AsksHead ? register.Holding(Role.HeadOfCustoms, today, one.Administration)
            : register.Answering(one.Administration, today);
        DateTimeOffset end = home.StartOfDay(days.Expires);
        DateTimeOffset last = home.EndOfWorkingDay(days.Due < today ? today : days.Due);
        return HumanTaskRecord.Ask(
            one.Id,
            kind,
            TaskSubject.From(one.Subject),
            1,
            one.Administration,
            asked,
            now,
            last < end ? last : end,
            end
        );
    }
}
