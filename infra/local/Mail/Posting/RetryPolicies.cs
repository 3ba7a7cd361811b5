namespace ACip.Local.Mail.Posting;

/// <summary>What follows from an answer, and how long SendGrid goes on trying. Its intervals are not published; these double from a minute
/// to four hours.</summary>
internal static class RetryPolicies
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>Received mail is tried again on 5xx and silence only, and lost on anything else; events are tried again on all but
    /// 2xx.</summary>
    public static PostState After(int? status, PostKind kind) =>
        status switch
        {
            >= 200 and <= 299 => PostState.Taken,
            null or >= 500 => PostState.Waiting,
            _ => kind == PostKind.Events ? PostState.Waiting : PostState.Dropped,
        };

    /// <returns>When to try again, or null if that is over.</returns>
    public static DateTimeOffset? Next(QueuedPost post, int attempts, DateTimeOffset now)
    {
        TimeSpan wait = attempts > 12 ? Longest : TimeSpan.FromTicks(Math.Min(First.Ticks << (attempts - 1), Longest.Ticks));
        TimeSpan patience = post.Kind == PostKind.Inbound ? TimeSpan.FromDays(3) : TimeSpan.FromDays(1);
        DateTimeOffset last = post.NotBefore + patience;
        return now >= last ? null
            : now + wait < last ? now + wait
            : last;
    }
}
