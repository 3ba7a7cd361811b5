using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Bench.Platform;

/// <summary>The calls that an orchestration makes, without an orchestration: what Azurite alone takes for them.</summary>
internal sealed class BareCalls(string connection)
{
    private readonly TableClient table = new(connection, "Floor");
    private int last;

    public static TableEntity Row(string key, string row) => new(key, row)
    {
        ["Name"] = "Echo",
        ["Status"] = "Running",
        ["Turns"] = 1,
        ["Created"] = DateTimeOffset.UnixEpoch,
        ["Text0"] = "[{\"Kind\":\"TurnStarted\",\"At\":\"2026-01-05T08:00:00+00:00\"},{\"Kind\":\"TaskScheduled\",\"Name\":\"Echo\",\"Data\":\"1\"}]",
    };

    public Task CreateAsync() => table.CreateAsync();

    /// <summary>A state row, then two turns.</summary>
    public async Task AsOneOrchestrationAsync()
    {
        string key = NextKey();
        await table.AddEntityAsync(Row(key, "state"));
        await TurnAsync(key, 1);
        await TurnAsync(key, 2);
    }

    public async Task AsTwoTurnsAsync()
    {
        string key = NextKey();
        for (int turn = 1; turn <= 2; turn++)
        {
            await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, Row(key, "state")), new(TableTransactionActionType.Add, Row(key, "h-" + turn))]);
        }
    }

    private string NextKey() => "o" + Interlocked.Increment(ref last);

    private async Task TurnAsync(string key, int turn) =>
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, Row(key, "state"), ETag.All), new(TableTransactionActionType.Add, Row(key, "h-" + turn))]);
}
