using ACip.Local.Durable.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Durable.Replay;

/// <summary>Runs an orchestrator over its history, turn by turn, and then over what is new. Pure: it reads and writes nothing.</summary>
internal static class OrchestratorReplay
{
    /// <param name="turns">Recorded turns: each begins with TurnStarted, then what came in, then what the code asked for.</param>
    /// <param name="leftLater">Called where the orchestrator goes on by itself after the turn.</param>
    /// <param name="next">The turn to run: TurnStarted and what has come in; null to replay only.</param>
    public static ReplayResult Run(
        OrchestratorFunction function,
        InstanceFacts facts,
        IEnumerable<IReadOnlyList<HistoryEvent>> turns,
        IReadOnlyList<HistoryEvent>? next,
        DataConverter converter,
        ILoggerFactory loggers,
        Action leftLater)
    {
        var thread = new TurnThread(leftLater);
        var context = new TurnContext(facts, converter, loggers, thread);
        Task<string?>? run = null;
        int number = 0;

        void Play(IReadOnlyList<HistoryEvent> turn, bool replaying)
        {
            number++;
            context.Replaying = replaying;
            context.Actions.Clear();
            thread.Run(() =>
            {
                foreach (HistoryEvent item in turn.Where(e => !e.IsAction))
                {
                    if (item.Kind == HistoryKind.TurnStarted)
                    {
                        context.Now = item.At!.Value.UtcDateTime;
                        run ??= Started(function, context, converter);
                    }
                    else
                    {
                        context.Apply(item);
                    }
                }
            });
            if (replaying && Mismatch([.. turn.Where(e => e.IsAction)], context.Actions) is { } difference)
            {
                throw new NonDeterministicOrchestrationException($"Orchestrator '{facts.Name}' does not match its history in turn {number}: {difference}. "
                    + "Its code has changed, or depends on something outside (clock, chance, environment, input or output).");
            }
        }

        Exception? broken = null;
        try
        {
            foreach (IReadOnlyList<HistoryEvent> turn in turns)
            {
                Play(turn, replaying: true);
            }

            if (next is not null)
            {
                Play(next, replaying: false);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            broken = error;
        }

        bool left = thread.Close();
        bool waitsForNothing = run is { IsCompleted: false } && context.Outstanding.Count == 0 && !context.Events.AnyWaiting;
        return (left || waitsForNothing, broken) switch
        {
            // first: whoever leaves the thread does not match its history either
            (true, _) => ReplayResult.Failed(new LeftOrchestratorThreadException(facts.Name)),
            (_, { } error) => ReplayResult.Failed(error),
            _ => ReplayResult.Of(run, context),
        };
    }

    // in a method of its own, so that what it throws before its first await also ends in the task
    private static async Task<string?> Started(OrchestratorFunction function, TurnContext context, DataConverter converter) => converter.Serialize(await function(context));

    private static string? Mismatch(List<HistoryEvent> recorded, List<HistoryEvent> asked)
    {
        for (int i = 0; i < Math.Max(recorded.Count, asked.Count); i++)
        {
            HistoryEvent? was = i < recorded.Count ? recorded[i] : null;
            HistoryEvent? now = i < asked.Count ? asked[i] : null;
            bool same = was is not null && now is not null && was.Kind == now.Kind && was.Id == now.Id
                && string.Equals(was.Name, now.Name, StringComparison.OrdinalIgnoreCase)
                && (was.Kind != HistoryKind.SubOrchestrationCreated || was.InstanceId == now.InstanceId);
            if (!same)
            {
                return $"step #{(was ?? now)!.Id} is {was?.Describe() ?? "nothing"} in the history, the code asks for {now?.Describe() ?? "nothing"}";
            }
        }

        return null;
    }
}
