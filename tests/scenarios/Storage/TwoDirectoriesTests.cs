using ACip.Local.Azurite;
using ACip.Local.Faults;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Storage;

/// <summary>Two workers over one storage: who was registered in one is not refused by the other for what it keeps in memory.</summary>
public sealed class TwoDirectoriesTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly DateOnly Today = new(2026, 3, 16);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(1050);

    private AzuriteProcess? azurite;
    private StorageProxy? proxy;
    private ProgrammeTable? written;
    private ProgrammeDirectory? other;

    private ProgrammeTable Written => written!;

    private StorageProxy Proxy => proxy!;

    /// <summary>Of the other worker.</summary>
    private ProgrammeDirectory Other => other!;

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        written = new ProgrammeTable(new TableServiceClient(azurite.ConnectionString), TimeProvider.System);
        await Written.CreateAsync(CancellationToken.None);
        proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        other = new ProgrammeDirectory(
            new ProgrammeTable(new TableServiceClient(Proxy.ConnectionString), TimeProvider.System),
            TimeProvider.System
        );
        await RegisterAsync(new AdministrationId("GH"));
        await RegisterAsync("first");
        Assert.NotNull(Find(await Other.ReadAsync(CancellationToken.None), "first"));
    }

    [Fact]
    public async Task Who_was_registered_elsewhere_is_found_before_they_are_refused()
    {
        await RegisterAsync("second");
        await Task.Delay(BetweenLooks);

        Assert.Null(Find(await Other.ReadAsync(CancellationToken.None), "second")); // or the test tests nothing
        Assert.NotNull(Find(await Other.ReadForAsync(known => Find(known, "second") is not null, CancellationToken.None), "second"));
        Assert.NotNull(Find(await Other.ReadAsync(CancellationToken.None), "second"));
    }

    /// <summary>What follows is its calendar, its names and whom to ask: without it every command and task of it would fail.</summary>
    [Fact]
    public async Task An_administration_that_was_registered_elsewhere_is_found_by_who_goes_on_to_its_calendar()
    {
        var id = new AdministrationId("KE");
        await RegisterAsync(id);
        await Task.Delay(BetweenLooks);

        Assert.DoesNotContain(id, (await Other.ReadAsync(CancellationToken.None)).Administrations.Keys); // or the test tests nothing
        Assert.Equal("Africa/Accra", (await Other.HomeAsync(id, CancellationToken.None)).TimeZone);
        Assert.Contains(id, (await Other.ReadForAsync(id, CancellationToken.None)).Administrations.Keys);
    }

    [Fact]
    public async Task Who_looks_for_a_person_looks_for_the_administration_of_the_task_as_well()
    {
        var id = new AdministrationId("KE");
        await RegisterAsync(id);
        await Task.Delay(BetweenLooks);

        ProgrammeRegister register = await Other.ReadForAsync(new PersonId("first"), id, CancellationToken.None);

        Assert.Contains(id, register.Administrations.Keys);
    }

    [Fact]
    public async Task A_matter_of_no_administration_is_read_as_it_is_kept()
    {
        await Task.Delay(BetweenLooks);
        Proxy.ResetCounts();

        await Other.ReadForAsync(home: null, CancellationToken.None);

        Assert.Equal(0, Proxy.Calls);
    }

    [Fact]
    public async Task A_role_and_a_substitute_given_elsewhere_count_before_somebody_is_refused()
    {
        await ChangeAsync(
            "first",
            person =>
                person with
                {
                    Roles = [new RoleHeld(Role.Approver, new DateOnly(2026, 1, 1)) { Grant = RoleGrant.OfDeployment(default) }],
                }
        );
        await ChangeAsync(
            "first",
            person => person with { Absences = [new Absence(new PersonId("deputy"), Today, Today, false, DateTimeOffset.UnixEpoch)] }
        );
        await Task.Delay(BetweenLooks);

        ProgrammeRegister register = await Other.ReadForAsync(
            known => Find(known, "first")!.Holds(Role.Approver, Today),
            CancellationToken.None
        );

        Assert.True(Find(register, "first")!.Holds(Role.Approver, Today));
        Assert.Equal([new PersonId("first")], Absences.StandsInFor(register, new PersonId("deputy"), Today));
    }

    [Fact]
    public async Task Whoever_is_known_costs_nothing_and_where_nothing_changed_a_look_is_one_call()
    {
        await Task.Delay(BetweenLooks);
        Proxy.ResetCounts();

        await Other.ReadForAsync(known => Find(known, "first") is not null, CancellationToken.None);
        Assert.Equal(0, Proxy.Calls);

        await Other.ReadForAsync(_ => false, CancellationToken.None);
        Assert.Equal(1, Proxy.Calls);
    }

    [Fact]
    public async Task A_flood_of_refusals_is_no_flood_of_reads()
    {
        await Task.Delay(BetweenLooks);
        Proxy.ResetCounts();
        long begun = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Other.ReadForAsync(_ => false, CancellationToken.None)));

        Assert.InRange(Proxy.Calls, 1, 1 + (int)TimeProvider.System.GetElapsedTime(begun).TotalSeconds);
    }

    /// <summary>What is written here while the register is read may be missing in what was read.</summary>
    [Fact]
    public async Task What_was_forgotten_during_a_reading_is_not_kept()
    {
        await RegisterAsync("second");
        Other.Forget();
        var forgotten = new TaskCompletionSource();
        Proxy.Watch = (_, moment) =>
        {
            if (moment == CallMoment.After && forgotten.TrySetResult())
            {
                Other.Forget();
            }

            return Task.CompletedTask;
        };
        await Other.ReadAsync(CancellationToken.None);
        Proxy.Watch = null;
        Proxy.ResetCounts();

        await Other.ReadAsync(CancellationToken.None);

        Assert.True(Proxy.Calls > 0);
    }

    public async Task DisposeAsync()
    {
        other?.Dispose();
        await (proxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    private static Person? Find(ProgrammeRegister register, string id) => register.People.GetValueOrDefault(new PersonId(id));

    private Task RegisterAsync(AdministrationId id)
    {
        string key = ProgrammeRows.Key(id);
        var home = new Administration(
            id,
            id.Value,
            "WCA",
            new DonorId("norad"),
            Language.En,
            "Africa/Accra",
            [DayOfWeek.Saturday, DayOfWeek.Sunday],
            "01-01"
        );
        return CommitAsync(new UnitOfWork(StreamId.Programme).Add(key, home), key);
    }

    private Task RegisterAsync(string id)
    {
        string key = ProgrammeRows.Key(new PersonId(id));
        var person = new Person(new PersonId(id), id, $"{id}@customs.example", Language.En, []);
        return CommitAsync(new UnitOfWork(StreamId.Programme).Add(key, person), key);
    }

    private async Task ChangeAsync(string id, Func<Person, Person> change)
    {
        string key = ProgrammeRows.Key(new PersonId(id));
        Row<Person> row = (await Written.FindAsync<Person>(StreamId.Programme, key, CancellationToken.None))!;
        await CommitAsync(new UnitOfWork(StreamId.Programme).Replace(row, change(row.Value)), key);
    }

    private async Task CommitAsync(UnitOfWork unit, string key) =>
        Assert.True(
            await Written.TryCommitAsync(unit.Record(new AuditEntry(AuditKind.ProgrammeChanged, key, null)), CancellationToken.None)
        );
}
