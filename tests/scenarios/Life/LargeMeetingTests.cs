using ACip.Local.Mail;
using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Meetings;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.Life;

/// <summary>A meeting of more people than one commit takes: 105 coordinators get the briefing pack and the minutes, each once, and
/// invitations beyond a hundred rows are taken back.</summary>
public sealed class LargeMeetingTests
{
    private const int Coordinators = 105;

    private static readonly PersonId Officer = new("officer-one");

    [Fact]
    public async Task More_coordinators_than_a_commit_has_rows_are_briefed_and_get_the_minutes_each_once()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(5);
        PersonId[] coordinators = await AppointAsync(world);
        Assert.Equal(Coordinators, coordinators.Length);

        await MeetingOfAYear.CallMeetingAsync(world);
        await world.ToAsync(2026, 6, 18);
        await AssertEachOnceAsync(world, "briefing", coordinators);

        await world.SubmitAsync("/meetings/2026", new("act", "minutes"), new("minutes", "Members agreed to share their registers."));
        await world.ToAsync(2026, 6, 19);
        await AssertEachOnceAsync(world, "minutes", coordinators);
        MeetingRecord meeting = Assert.Single(await MeetingsAsync(world)).Value;
        Assert.Equal((MeetingState.Closed, true), (meeting.State, meeting.Untold is null));
        Assert.Equal([], await ACip.Tests.Faults.Auditor.StorageAudit.RunAsync(world.Inner.Platform.Storage!));
    }

    [Fact]
    public async Task What_ends_midway_is_taken_up_and_a_large_meeting_is_cancelled_whole()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(5);
        PersonId[] coordinators = await AppointAsync(world);
        MeetingRef id = await CallAsync(world);
        await world
            .Inner.Platform.Get<ProgrammeTable>()
            .DecideAsync(
                async () =>
                {
                    Row<MeetingRecord> row = (await FindAsync(world, id))!;
                    return (new UnitOfWork(id.Stream).Replace(row, row.Value with { Untold = coordinators }), true);
                },
                CancellationToken.None
            );
        MeetingMails papers = world.Inner.Platform.Get<MeetingMails>();
        int asked = 0;

        Task Send(int until) =>
            papers.SendAsync(
                id,
                MeetingState.Called,
                "briefing",
                (meeting, _) =>
                    ++asked > until
                        ? throw new InvalidOperationException("the worker was stopped")
                        : Task.FromResult<MailContent?>(new BriefingPack(meeting, Text.Same("Home"), [], [])),
                CancellationToken.None
            );

        await Assert.ThrowsAsync<InvalidOperationException>(() => Send(until: 100));
        Assert.InRange((await FindAsync(world, id))!.Value.Untold!.Count, 1, Coordinators - 1);
        await Send(until: int.MaxValue);
        await AssertEachOnceAsync(world, "briefing", coordinators);

        await CancelAsync(world, id);
        // nobody has begun its workflow: the reconciliation does
        await world
            .Inner.Platform.Get<ReconciliationService>()
            .RunAsync(late: true, world.Inner.Platform.Workflows, CancellationToken.None);
        await AssertEachOnceAsync(world, "cancelled", coordinators);
        Assert.Null((await FindAsync(world, id))!.Value.Untold);
        ProgrammeRegister register = await RegisterAsync(world);
        LocalMessage[] told = [.. world.Inner.Platform.Mail.List().Where(mail => IsOf(mail, "cancelled"))];
        Assert.Equal(coordinators.Select(one => register.People[one].Email).Order(), told.Select(mail => mail.Recipient.Email).Order());
        Assert.All(told, mail => Assert.Contains("The venue is closed.", mail.Text, StringComparison.Ordinal));
        // the pack was sent past the workflow, which would have told of it
        Assert.All(
            await ACip.Tests.Faults.Auditor.StorageAudit.RunAsync(world.Inner.Platform.Storage!),
            finding => Assert.Contains("-briefing-", finding.Key, StringComparison.Ordinal)
        );
    }

    private static async Task CancelAsync(LifeWorld world, MeetingRef id)
    {
        AdministrationId[] homes = [.. (await RegisterAsync(world)).Administrations.Keys];
        await world
            .Inner.Platform.Get<TaskAsking>()
            .AskAsync(
                id.Stream,
                MeetingTaskKinds.Invite,
                [
                    .. Enumerable
                        .Range(0, 120)
                        .Select(at => new TaskWanted(new TaskId($"{id.Id}-invite-{at}"), id.Id, homes[at % homes.Length])),
                ],
                new DateOnly(2027, 5, 1),
                new DateOnly(2027, 6, 1),
                CancellationToken.None
            );
        CommandResult cancelled = await world
            .Inner.Platform.Get<MeetingService>()
            .CancelAsync(id, "The venue is closed.", Officer, AsRead.Anything, CancellationToken.None);
        Assert.Equal(121, Assert.IsType<CommandResult.Recorded>(cancelled).Also.Count);
        IReadOnlyList<Row<HumanTaskRecord>> tasks = await world
            .Inner.Platform.Get<ProgrammeTable>()
            .ListAsync<HumanTaskRecord>(id.Stream, "task|", CancellationToken.None);
        Assert.Equal(120, tasks.Count(task => task.Value.State == TaskState.Cancelled && task.Value.AnsweredBy == Officer));
        Assert.Equal(MeetingState.Cancelled, (await FindAsync(world, id))!.Value.State);
    }

    private static async Task<MeetingRef> CallAsync(LifeWorld world)
    {
        var wanted = new MeetingRecord(
            new MeetingRef(2027),
            "Annual meeting",
            new DateOnly(2027, 6, 14),
            new DateOnly(2027, 6, 16),
            "Brussels",
            "Results of the year.",
            MeetingState.Called
        );
        (_, MeetingRef? called) = await world.Inner.Platform.Get<MeetingService>().CallAsync(wanted, Officer, CancellationToken.None);
        return called!;
    }

    /// <summary>Twenty-one coordinators for each administration.</summary>
    private static async Task<PersonId[]> AppointAsync(LifeWorld world)
    {
        ProgrammeRegister register = await RegisterAsync(world);
        Person[] first = [.. register.People.Values.Where(person => person.Roles.Any(held => held.Role == Role.Coordinator))];
        ProgrammeTable table = world.Inner.Platform.Get<ProgrammeTable>();
        foreach (Person one in first)
        {
            Assert.True(
                await table.TryCommitAsync(
                    Enumerable
                        .Range(2, (Coordinators / first.Length) - 1)
                        .Select(at =>
                            one with
                            {
                                Id = new PersonId($"{one.Id}-{at}"),
                                Email = $"{at}.{one.Email}",
                                Roles = [.. one.Roles.Where(held => held.Role == Role.Coordinator)],
                            }
                        )
                        .Aggregate(new UnitOfWork(StreamId.Programme), (unit, person) => unit.Add(ProgrammeRows.Key(person.Id), person)),
                    CancellationToken.None
                )
            );
        }

        EachWorker.ForgetRegister(world.Inner.Platform);
        return [.. (await RegisterAsync(world)).Holding(Role.Coordinator, new DateOnly(2026, 6, 1))];
    }

    private static async Task AssertEachOnceAsync(LifeWorld world, string paper, PersonId[] coordinators)
    {
        await world.Inner.Platform.Busy.QuietAsync();
        IReadOnlyList<LocalMessage> mails = [.. world.Inner.Platform.Mail.List().Where(mail => IsOf(mail, paper))];
        Assert.Equal(coordinators.Length, mails.Count);
        Assert.Equal(coordinators.Length, mails.DistinctBy(mail => mail.Recipient.Email).Count());
        IReadOnlyList<Row<OutgoingMail>> rows = await world
            .Inner.Platform.Get<ProgrammeTable>()
            .ListAsync<OutgoingMail>(new StreamId(mails[0].CustomArgs["stream"]), "mail|", CancellationToken.None);
        Assert.All(
            rows.Where(row => row.Value.Key.Contains($"-{paper}-", StringComparison.Ordinal)),
            row => Assert.Equal(OutgoingState.Sent, row.Value.State)
        );
    }

    private static bool IsOf(LocalMessage mail, string paper) =>
        mail.CustomArgs.GetValueOrDefault("kind") == "Notice"
        && mail.CustomArgs.GetValueOrDefault("delivery")?.Contains($"-{paper}-", StringComparison.Ordinal) == true;

    private static Task<IReadOnlyList<Row<MeetingRecord>>> MeetingsAsync(LifeWorld world) =>
        world.Inner.Platform.Get<MeetingService>().ListAsync(CancellationToken.None);

    private static Task<Row<MeetingRecord>?> FindAsync(LifeWorld world, MeetingRef id) =>
        world.Inner.Platform.Get<ProgrammeTable>().FindAsync<MeetingRecord>(id.Stream, MeetingRef.Row, CancellationToken.None);

    private static Task<ProgrammeRegister> RegisterAsync(LifeWorld world) =>
        world.Inner.Platform.Get<ProgrammeDirectory>().ReadNowAsync(CancellationToken.None);
}
