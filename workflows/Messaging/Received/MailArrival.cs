using System.Globalization;
using System.Text.RegularExpressions;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Received;

/// <summary>When a mail reached the mail service. The service retries for three days, and a mail that was delayed by our outage must not
/// count as newer than what arrived since.</summary>
internal static partial class MailArrival
{
    /// <summary>Three days, and the last try.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3.5);

    /// <summary>Uses the topmost Received line, which is the mail service's own; those below were written by the sender's machines. If it
    /// cannot be read, the time at which we received the mail.</summary>
    /// <param name="handedOver">No line makes a mail newer than that.</param>
    public static Arrival Of(MailHeaders headers, Arrival handedOver) =>
        headers["Received"] is { } line && At(line) is { } at && at <= handedOver.At && handedOver.At - at <= Longest
            ? handedOver with
            {
                At = at,
            }
            : handedOver;

    private static DateTimeOffset? At(string line)
    {
        Match written = Moment().Match(line.Length > 2_000 ? line[^2_000..] : line);
        string zone = written.Groups["zone"].Value is [('+' or '-'), ..] offset ? offset : "+0000";
        return
            written.Success
            && DateTimeOffset.TryParseExact(
                $"{written.Groups["day"].Value} {written.Groups["time"].Value} {zone[..3]}:{zone[3..]}",
                ["d MMM yyyy HH:mm:ss zzz", "yyyy-MM-dd HH:mm:ss zzz"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateTimeOffset at
            )
            ? at.ToUniversalTime()
            : null;
    }

    /// <summary>RFC 5322's date, or the mail service's own manner: <c>2026-10-12 04:00:05.123 +0000 UTC</c>.</summary>
    [GeneratedRegex(
        @"(?<day>\d{1,2} [A-Z][a-z]{2} \d{4}|\d{4}-\d\d-\d\d)\s+(?<time>\d\d:\d\d:\d\d)(?:\.\d+)?\s+(?<zone>[+-]\d{4}|GMT|UTC?)(?:\s|$)",
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Moment();
}
