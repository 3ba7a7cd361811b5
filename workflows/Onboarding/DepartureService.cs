using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Onboarding;

/// <param name="LastDay">Last day on which the roles hold.</param>
/// <param name="Successor">Takes over the roles; null: the administration's alternate does.</param>
public sealed record Departure(DateOnly LastDay, PersonId? Successor = null, string? Reason = null);

/// <summary>Handles departures: passes on roles, moves open tasks, revokes tokens.</summary>
public sealed class DepartureService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    TokenIndex tokens,
    RoleMails mails,
    IEnumerable<ITaskPlaces> places,
    TimeProvider clock
)
{
    /// <summary>Roles that ended longer ago have been handled before.</summary>
    private const int DaysLookedBack = 7;

    /// <summary>Ends all roles of a person and gives them to a successor. Tasks move at once if the last day is past, otherwise on the day
    /// after it.</summary>
    public async Task<CommandResult> DepartAsync(
        PersonId leaver,
        Departure departure,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    )
    {
        if (by == leaver)
        {
            return new CommandResult.Refused(RoleGranting.OwnRoles, "Nobody changes their own roles.");
        }

        CommandResult result = await table.DecideAsync<CommandResult>(
            async () =>
            {
                directory.Forget();
                ProgrammeRegister register = await directory.ReadAsync(cancellation);
                if (await table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(leaver), cancellation) is not { } row)
                {
                    return (null, new CommandResult.Refused("no-such-person", $"Nobody is registered as {leaver}."));
                }

                if (TextRefusals.Refuse(TextBounds.Reason, departure.Reason) is { } longer)
                {
                    return (null, longer);
                }

                if (!asRead.Fits(ContentTag.Of(row.Value)))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                return await PassOnAsync(row, departure, by, register, cancellation);
            },
            cancellation
        );
        directory.Forget();
        return result is CommandResult.Recorded recorded ? recorded with { Also = await MoveTasksAsync([leaver], cancellation) } : result;
    }

    private async Task<(UnitOfWork?, CommandResult)> PassOnAsync(
        Row<Person> leaver,
        Departure departure,
        PersonId by,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        RoleHeld[] ending =
        [
            .. leaver.Value.Roles.Where(held => held.From <= departure.LastDay && (held.Until is null || held.Until > departure.LastDay)),
        ];
        var unit = new UnitOfWork(StreamId.Programme);
        var told = new List<string>();
        string why = string.IsNullOrWhiteSpace(departure.Reason) ? "leaves" : departure.Reason.Trim();
        Person gone = leaver.Value with
        {
            Roles =
            [
                .. leaver
                    .Value.Roles.Where(held => held.From <= departure.LastDay)
                    .Select(held => ending.Contains(held) ? held with { Until = departure.LastDay } : held),
            ],
        };
        DateOnly from = departure.LastDay.AddDays(1);
        foreach (
            IGrouping<PersonId?, RoleHeld> passed in ending.GroupBy(held =>
                departure.Successor ?? Alternate(register, held, from, leaver.Value.Id)
            )
        )
        {
            (Row<Person>? heir, CommandResult.Refused? refused) = await HeirAsync(passed, leaver.Value.Id, by, cancellation);
            if (refused is not null)
            {
                return (null, refused);
            }

            if (heir is not null)
            {
                Person taking = Taking(heir.Value, passed, from, by);
                told.AddRange((await mails.WriteAsync(unit, heir.Value, taking, by, why, cancellation))?.Keys ?? []);
                unit.Replace(heir, taking).Record(PeopleService.Entry(heir.Value, taking, by, $"{leaver.Value.Id} {why}"));
            }
        }

        told.AddRange((await mails.WriteAsync(unit, leaver.Value, gone, by, why, cancellation))?.Keys ?? []);
        unit.Replace(leaver, gone).Record(PeopleService.Entry(leaver.Value, gone, by, why));
        return (unit, new CommandResult.Recorded(null) { Mails = told.Count == 0 ? null : new MailsOfStream(unit.Stream, told) });
    }

    /// <returns>Neither where nobody has to take the roles over.</returns>
    private async Task<(Row<Person>? Heir, CommandResult.Refused? Refused)> HeirAsync(
        IGrouping<PersonId?, RoleHeld> passed,
        PersonId leaver,
        PersonId by,
        CancellationToken cancellation
    )
    {
        if (passed.Key is not { } successor)
        {
            return passed.Any(held => held.Role == Role.Coordinator)
                ? (null, new CommandResult.Refused("no-successor", "The administration has no alternate: name who takes over."))
                : (null, null);
        }

        if (successor == by)
        {
            return (null, new CommandResult.Refused(RoleGranting.OwnRoles, "Nobody changes their own roles."));
        }

        Row<Person>? heir =
            successor == leaver ? null : await table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(successor), cancellation);
        return heir is null
            ? (null, new CommandResult.Refused("no-such-person", $"Nobody else is registered as {successor}."))
            : (heir, null);
    }

    private Person Taking(Person heir, IEnumerable<RoleHeld> passed, DateOnly from, PersonId by) =>
        RoleGranting.Apply(heir, heir with { Roles = Taken(heir.Roles, passed, from) }, by, clock.GetUtcNow());

    /// <summary>The heir's roles with those that are passed on. One that the heir holds for a while only goes on.</summary>
    internal static IReadOnlyList<RoleHeld> Taken(IReadOnlyList<RoleHeld> heirs, IEnumerable<RoleHeld> passed, DateOnly from)
    {
        List<RoleHeld> roles = [.. heirs];
        foreach (RoleHeld held in passed)
        {
            RoleHeld[] now =
            [
                .. roles.Where(own =>
                    own.Role == held.Role
                    && own.IsValidOn(from)
                    && (own.Administration is null || own.Administration == held.Administration)
                    && (own.Donor is null || own.Donor == held.Donor)
                ),
            ];
            if (now.Length == 0)
            {
                roles.Add(held with { From = from, Until = null });
            }
            else if (now.All(own => own.Until is not null) && now.MaxBy(own => own.Until) is { Until: { } last } ends)
            {
                // one that needs a second person's word keeps it for as long as that was given
                if (RoleGranting.NeedsTwo(held.Role))
                {
                    roles.Add(held with { From = last.AddDays(1), Until = null });
                }
                else
                {
                    roles[roles.IndexOf(ends)] = ends with { Until = null };
                }
            }
        }

        return roles;
    }

    /// <summary>Where an entry that was saved takes a role away at once, its tasks move at once.</summary>
    /// <returns>The workflows to wake.</returns>
    public Task<IReadOnlyList<WakeUp>> MoveTasksAsync(Person? before, Person? saved, CancellationToken cancellation)
    {
        DateOnly today = clock.UtcToday();
        return
            before is not null
            && saved is not null
            && before.Roles.Any(held => held.IsValidOn(today) && !saved.Holds(held.Role, today, held.Administration, held.Donor))
            ? MoveTasksAsync([saved.Id], cancellation)
            : Task.FromResult<IReadOnlyList<WakeUp>>([]);
    }

    /// <summary>Removes people whose roles have ended from all open tasks, in whichever stream, whose workflows then ask the present
    /// holders of the role. Repeating it is harmless.</summary>
    /// <returns>The workflows to wake.</returns>
    private async Task<IReadOnlyList<WakeUp>> MoveTasksAsync(IReadOnlyList<PersonId> leavers, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        DateOnly today = clock.UtcToday();
        IReadOnlyDictionary<StreamId, IReadOnlyList<HumanTaskRecord>> open = await OpenTasks.ReadAsync(
            table,
            [
                .. PlansOf(leavers, register).Select(StreamId.Of),
                .. register.Agreements.Keys.Select(StreamId.Of),
                .. await OpenTasks.StreamsAsync(places, cancellation),
            ],
            cancellation
        );
        var waiting = new List<WakeUp>();
        foreach (
            (TaskRef at, HumanTaskRecord task) in open.SelectMany(one => one.Value.Select(task => (new TaskRef(one.Key, task.Id), task)))
        )
        {
            foreach (PersonId leaver in leavers.Where(one => Leaves(task, one, register, today)))
            {
                if (await MoveAsync(at, task, leaver, cancellation) is { } moved)
                {
                    waiting.Add(new WakeUp(moved.InstanceId, HumanTask.Answered));
                }
            }
        }

        return waiting;
    }

    /// <summary>Plans whose tasks may be theirs: of their administrations, or all where one of them was of the Secretariat.</summary>
    internal static IEnumerable<PlanId> PlansOf(IReadOnlyList<PersonId> leavers, ProgrammeRegister register)
    {
        Person?[] people = [.. leavers.Select(leaver => register.People.GetValueOrDefault(leaver))];
        RoleHeld[] held = [.. people.SelectMany(person => person?.Roles ?? [])];
        bool all = people.Contains(null) || held.Any(role => role.Role is Role.Approver or Role.ProgrammeOfficer);
        HashSet<AdministrationId> homes = [.. held.Select(role => role.Administration).OfType<AdministrationId>()];
        return register.Plans.Values.Where(plan => all || homes.Contains(plan.Administration)).Select(plan => plan.Id);
    }

    /// <summary>Whoever was asked, or may have had a link to it as one of the administration, and is not asked any more.</summary>
    internal static bool Leaves(HumanTaskRecord task, PersonId leaver, ProgrammeRegister register, DateOnly today)
    {
        if (task.State != TaskState.Open)
        {
            return false;
        }

        Person? person = register.People.GetValueOrDefault(leaver);
        return person is null
            || (
                (task.People.Contains(leaver) || person.Roles.Any(held => Concerns(held, task)))
                && !TaskPeople.IsAsked(task, person, register, today)
            );
    }

    private static bool Concerns(RoleHeld held, HumanTaskRecord task) =>
        (held.Administration is { } home && home == task.Administration) || held.Role is Role.Approver or Role.ProgrammeOfficer;

    /// <summary>Once a day, handles roles that end by their dates. A missed day is made up for by the next.</summary>
    public async Task MoveAllAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        IReadOnlyList<PersonId> leavers = await DepartedAsync(cancellation);
        await workflows.WakeAsync(leavers.Count == 0 ? [] : await MoveTasksAsync(leavers, cancellation), cancellation);
    }

    /// <summary>Everybody whose role has ended within the last days.</summary>
    public async Task<IReadOnlyList<PersonId>> DepartedAsync(CancellationToken cancellation)
    {
        DateOnly today = clock.UtcToday();
        return
        [
            .. (await directory.ReadAsync(cancellation))
                .People.Values.Where(person => person.Roles.Any(held => held.Until < today && held.Until >= today.AddDays(-DaysLookedBack)))
                .Select(person => person.Id)
                .OrderBy(id => id.Value, StringComparer.Ordinal),
        ];
    }

    private static PersonId? Alternate(ProgrammeRegister register, RoleHeld held, DateOnly from, PersonId leaver) =>
        held is { Role: Role.Coordinator, Administration: { } home }
        && register.Holding(Role.Alternate, from, home).Where(id => id != leaver).ToArray() is [var alternate, ..]
            ? alternate
            : null;

    /// <param name="read">As it was a moment ago: nobody is asked anew who has left.</param>
    private async Task<TaskRef?> MoveAsync(TaskRef task, HumanTaskRecord read, PersonId leaver, CancellationToken cancellation)
    {
        bool moved =
            read.People.Contains(leaver)
            && await table.DecideAsync(
                async () =>
                {
                    Row<HumanTaskRecord> row = (await TaskRows.FindAsync(table, task, cancellation))!;
                    return row.Value.State == TaskState.Open && row.Value.People.Contains(leaver)
                        ? (
                            new UnitOfWork(task.Stream)
                                .Replace(row, row.Value with { People = [.. row.Value.People.Where(person => person != leaver)] })
                                .Record(new AuditEntry(AuditKind.TaskMoved, task.Task.Value, leaver, "the role has ended")),
                            true
                        )
                        : ((UnitOfWork?)null, false);
                },
                cancellation
            );
        // after the commit, and again on a repeat: a token without a task's person leads nowhere anyway
        await tokens.ForgetAsync(task.Task, leaver, cancellation);
        return moved ? task : null;
    }
}
