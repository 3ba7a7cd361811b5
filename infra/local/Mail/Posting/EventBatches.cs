using System.Text;

namespace ACip.Local.Mail.Posting;

/// <summary>Posts delivery events as the Event Webhook does, many in one request: what comes while a request is under way goes together
/// with the next. Nothing waits longer for it.</summary>
internal sealed class EventBatches
{
    /// <summary>Posts in a request, each of one mail.</summary>
    private const int Most = 200;

    private readonly Lock gate = new();
    private readonly Queue<Waiting> waiting = new();
    private bool posting;

    /// <param name="post">Its body is a JSON array.</param>
    /// <param name="send">Sends a post in which the events of several are.</param>
    /// <returns>The status that the request was answered with; null for none.</returns>
    public Task<int?> PostAsync(QueuedPost post, Func<QueuedPost, Task<int?>> send)
    {
        var mine = new Waiting(post, new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            if (posting)
            {
                waiting.Enqueue(mine);
                return mine.Answered.Task;
            }

            posting = true;
        }

        _ = SendAllAsync([mine], send);
        return mine.Answered.Task;
    }

    private async Task SendAllAsync(List<Waiting> some, Func<QueuedPost, Task<int?>> send)
    {
        for (; some.Count > 0; some = Next())
        {
            try
            {
                int? status = await send(some[0].Post with { Body = Together([.. some.Select(one => one.Post.Body)]) });
                some.ForEach(one => one.Answered.SetResult(status));
            }
            catch (Exception silence)
            {
                // each tells its own attempt, which knows what to make of it
                some.ForEach(one => one.Answered.SetException(silence));
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (gate)
        {
            var some = new List<Waiting>();
            while (some.Count < Most && waiting.TryDequeue(out Waiting? next))
            {
                some.Add(next);
            }

            posting = some.Count > 0;
            return some;
        }
    }

    /// <summary>One array with the elements of all.</summary>
    private static byte[] Together(IReadOnlyList<byte[]> arrays) =>
        arrays is [var one]
            ? one
            : Encoding.UTF8.GetBytes($"[{string.Join(',', arrays.Select(array => Encoding.UTF8.GetString(array)[1..^1]))}]");

    private sealed record Waiting(QueuedPost Post, TaskCompletionSource<int?> Answered);
}
