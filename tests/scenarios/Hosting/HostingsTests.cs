using ACip.Tests.Scenarios.Faults;
using ACip.Tests.Scenarios.Harness;

namespace ACip.Tests.Scenarios.Hosting;

/// <summary>A year of one administration is the same, fact by fact, however the platform runs it.</summary>
public sealed class HostingsTests : IAsyncLifetime
{
    private StoredState? usual;

    public async Task InitializeAsync() => usual = await YearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task With_the_worker_as_a_process_of_its_own_as_on_Azure() => (await YearAsync("--Local:Worker=Process")).MustBeAs(usual!);

    /// <summary>One worker caches what the other has changed: heads of chains, people, programmes, idempotency.</summary>
    [Fact]
    [Trait("Category", "Campaign")]
    public async Task With_two_workers_that_take_turns_as_when_Azure_scales_out() =>
        (await YearAsync("--Local:Workers=2")).MustBeAs(usual!);

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task With_whole_histories_sent_for_every_turn() =>
        (await YearAsync("--Local:Durable:WholeHistories=true")).MustBeAs(usual!);

    private static async Task<StoredState> YearAsync(params IReadOnlyList<string> settings) =>
        (await KilledYear.LiveAsync(0, 0, settings)).End;
}
