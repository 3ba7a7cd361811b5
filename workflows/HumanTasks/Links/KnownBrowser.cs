using System.Globalization;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>The cookie that remembers a browser for one person after a mailed code was typed there. It is signed, so nothing is stored
/// about it.</summary>
/// <remarks>If the person's address changes the cookie becomes void, because whoever reads the new address has to prove it.</remarks>
public static class KnownBrowser
{
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>The cookie's name, one per person, because several people may share a machine.</summary>
    public static string CookieOf(ReadOnlySpan<byte> secret, Person person) =>
        "acip-browser-" + KeyedHash.Hex(secret, "acip browser cookie name 1", person.Id.Value)[..12];

    public static string Mark(ReadOnlySpan<byte> secret, Person person, DateTimeOffset now)
    {
        string expires = (now + Remembered).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{expires}.{Sign(secret, person, expires)}";
    }

    public static bool IsGenuine(ReadOnlySpan<byte> secret, Person person, string? mark, DateTimeOffset now)
    {
        if (
            mark is not { Length: < 200 }
            || mark.Split('.') is not [var expires, var signature]
            || !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            || seconds <= now.ToUnixTimeSeconds()
        )
        {
            return false;
        }

        return KeyedHash.Same(Sign(secret, person, expires), signature);
    }

    private static string Sign(ReadOnlySpan<byte> secret, Person person, string expires) =>
        KeyedHash.Hex(secret, "acip known browser 1", person.Id.Value, person.Email.ToLowerInvariant(), expires);
}
