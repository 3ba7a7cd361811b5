using ACip.Workflows.Orchestration;

namespace ACip.Workflows.HumanTasks;

/// <summary>Asks each kind of task which of its workflows should be running.</summary>
internal sealed class ExpectedTasks(IEnumerable<ITaskKind> kinds) : IExpectedWork
{
    public string Kind => "task";

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation)
    {
        var expected = new List<ExpectedWork>();
        foreach (ITaskKind kind in kinds)
        {
            expected.AddRange(await kind.ExpectedAsync(thorough, cancellation));
        }

        return expected;
    }
}
