using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>A decision that ends more tasks than its commit can hold. Those that do not fit go before it, in commits of their own: if it
/// ends in between, the same decision can be made again.</summary>
internal static class DecisionInParts
{
    /// <param name="next">Reads anew, and prepares the next commit. It is asked until there is a result.</param>
    public static async Task<CommandResult> CommitAsync(
        ProgrammeTable table,
        Func<Task<(UnitOfWork? Unit, DecisionPart Part)>> next,
        CancellationToken cancellation
    )
    {
        var waiting = new List<WakeUp>();
        while (true)
        {
            DecisionPart part = await table.DecideAsync(next, cancellation);
            waiting.AddRange(part.Woken);
            if (part.Result is { } result)
            {
                return result switch
                {
                    CommandResult.Recorded recorded => recorded with { Also = [.. waiting, .. recorded.Also] },
                    // somebody decided otherwise between two commits: tasks that are cancelled already have workflows that wait
                    CommandResult.Refused refused when waiting.Count > 0 => refused with { Also = waiting },
                    _ => result,
                };
            }
        }
    }
}

/// <param name="Result">Null: more tasks must end before the decision.</param>
/// <param name="Woken">Workflows whose tasks the commit ends.</param>
internal sealed record DecisionPart(CommandResult? Result, IReadOnlyList<WakeUp> Woken);
