using Azure.Data.Tables;

namespace ACip.Tests.Bench.Platform;

/// <summary>The calls that an orchestration makes, without an orchestration: what Azurite alone takes for them.</summary>
internal sealed class BareCalls(string connection)
{
    private readonly TableClient table = new(connection, "Floor");
    private int last;

    public static TableEntity Row(string key, string row) =>
        new(key, row)
        {
            ["Name"] = "Echo",
            ["Status"] = "Running",
            ["Turns"] = 1,
            ["Created"] = DateTimeOffset.UnixEpoch,
            ["Text0"] =
                "[{\"Kind\":\"TurnStarted\",\"At\":\"2026-01-05T08:00:00+00:00\"},{\"Kind\":\"TaskScheduled\",\"Name\":\"Echo\",\"Data\":\"1\"}]",
        };

    public Task CreateAsync() => table.CreateAsync();

    /// <summary>Two transactions: the start with its first turn, and the turn that takes the activity's result.</summary>
    public Task AsOneOrchestrationAsync() => TurnsAsync(2);

    /// <summary>A week of one that wakes once a week: three pieces of its timer.</summary>
    public Task AsOneWeekAsync() => TurnsAsync(3);

    private string NextKey() => "o" + Interlocked.Increment(ref last);

    private async Task TurnsAsync(int number)
    {
        string key = NextKey();
        for (int turn = 1; turn <= number; turn++)
        {
            await table.SubmitTransactionAsync([
                new(TableTransactionActionType.UpsertReplace, Row(key, "state")),
                new(TableTransactionActionType.Add, Row(key, "h-" + turn)),
            ]);
        }
    }
}
