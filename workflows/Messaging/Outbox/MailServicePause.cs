using System.Globalization;
using System.Net.Http.Headers;
using SendGrid;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>The mail service did not accept a mail for a reason unrelated to that mail.</summary>
internal sealed class MailServiceAwayException(int status) : Exception($"The mail service answered {status}.");

/// <summary>Remembers that the mail service wants no requests for a while. Its limits apply to the account, not to one mail.</summary>
internal sealed class MailServicePause(TimeProvider clock)
{
    /// <summary>A longer wait is probably a mistake.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private long untilTicks;

    public TimeSpan Left =>
        new DateTimeOffset(Volatile.Read(ref untilTicks), TimeSpan.Zero) - clock.GetUtcNow() is var left && left > TimeSpan.Zero
            ? left
            : TimeSpan.Zero;

    public void Heed(Response answer)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (Wanted(answer.Headers, now) is { } wait && wait > TimeSpan.Zero)
        {
            Volatile.Write(ref untilTicks, (now + (wait < Longest ? wait : Longest)).UtcTicks);
        }
    }

    /// <summary>Retry-After in seconds or as a date; otherwise the second at which SendGrid says that its limit is reset.</summary>
    internal static TimeSpan? Wanted(HttpResponseHeaders? headers, DateTimeOffset now) =>
        headers is null
            ? null
            : headers.RetryAfter?.Delta
                ?? (
                    headers.RetryAfter?.Date is { } date ? date - now
                    : headers.TryGetValues("X-RateLimit-Reset", out IEnumerable<string>? reset)
                    && long.TryParse(reset.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out long second)
                    && second < 253_402_300_799
                        ? DateTimeOffset.FromUnixTimeSeconds(second) - now
                    : null
                );
}
