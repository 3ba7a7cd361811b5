using System.Globalization;
using ACip.Workflows.Messaging.Tokens;

namespace ACip.Workflows.Messaging.Heartbeat;

/// <summary>The address of a probe: <c>heartbeat+{minute}-{token}@domain</c>. Only somebody who knows the secret can create one.</summary>
/// <remarks>Each probe has its own address, because an address that bounced once stays on the mail service's suppression list.</remarks>
public static class ProbeAddress
{
    /// <summary>Text that every POST with a probe contains.</summary>
    internal const string Mark = "heartbeat";

    private const string Minute = "yyyyMMddHHmm";

    /// <summary>A minute, a dash, 128 bits in hexadecimal.</summary>
    private const int Length = 12 + 1 + 32;

    public static string Of(ReadOnlySpan<byte> secret, DateTimeOffset at, string domain)
    {
        string minute = at.UtcDateTime.ToString(Minute, CultureInfo.InvariantCulture);
        return $"{Mark}+{minute}-{Token(secret, minute)}@{domain}";
    }

    /// <returns>The minute of which it is the probe; null where none of the addresses is one.</returns>
    public static DateTimeOffset? Read(ReadOnlySpan<byte> secret, IEnumerable<string> recipients, string domain)
    {
        foreach (string recipient in recipients)
        {
            string address = recipient.Trim().Trim('<', '>').ToLowerInvariant();
            if (
                address.Length != Mark.Length + 1 + Length + 1 + domain.Length
                || !address.StartsWith(Mark + "+", StringComparison.Ordinal)
                || !address.EndsWith("@" + domain.ToLowerInvariant(), StringComparison.Ordinal)
            )
            {
                continue;
            }

            string said = address.Substring(Mark.Length + 1, Length),
                minute = said[..Minute.Length];
            if (
                KeyedHash.Same($"{minute}-{Token(secret, minute)}", said)
                && DateTimeOffset.TryParseExact(
                    minute,
                    Minute,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                    out DateTimeOffset at
                )
            )
            {
                return at;
            }
        }

        return null;
    }

    private static string Token(ReadOnlySpan<byte> secret, string minute) => KeyedHash.Hex(secret, "acip mail heartbeat 1", minute)[..32];
}
