using ACip.Workflows.Storage;

namespace ACip.Tests.Unit.Storage;

/// <summary>Tables and containers are created beside the start. Whoever needs them first waits, and a failure is not for good.</summary>
public sealed class StorageSetUpTests
{
    [Fact]
    public async Task The_start_does_not_wait_and_whoever_comes_first_does()
    {
        var held = new TaskCompletionSource();
        var step = new Step(0, () => held.Task);
        var storage = new StorageSetUp([step]);

        await storage.StartAsync(CancellationToken.None);
        Task first = storage.ReadyAsync(),
            second = storage.ReadyAsync();

        Assert.False(first.IsCompleted);
        held.SetResult();
        await Task.WhenAll(first, second);
        await storage.ReadyAsync();
        Assert.Equal(1, step.Runs);
    }

    [Fact]
    public async Task After_a_failure_the_next_one_who_comes_begins_anew()
    {
        int tries = 0;
        var step = new Step(0, () => ++tries == 1 ? throw new IOException("storage is out") : Task.CompletedTask);
        var storage = new StorageSetUp([step]);

        await Assert.ThrowsAsync<IOException>(storage.ReadyAsync);
        await storage.ReadyAsync();

        Assert.Equal(2, step.Runs);
    }

    [Fact]
    public async Task Steps_of_a_higher_order_wait_for_the_lower_ones()
    {
        var order = new List<int>();
        Step Of(int number) =>
            new(
                number,
                () =>
                {
                    order.Add(number);
                    return Task.CompletedTask;
                }
            );

        await new StorageSetUp([Of(1), Of(0), Of(2)]).ReadyAsync();

        Assert.Equal([0, 1, 2], order);
    }

    private sealed class Step(int order, Func<Task> prepare) : IStorageStep
    {
        private int runs;

        public int Runs => runs;

        public int Order => order;

        public async Task PrepareAsync(CancellationToken cancellation)
        {
            Interlocked.Increment(ref runs);
            await prepare();
        }
    }
}
