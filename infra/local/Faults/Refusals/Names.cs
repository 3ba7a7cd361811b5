using System.Globalization;
using System.Text.RegularExpressions;

namespace ACip.Local.Faults.Refusals;

/// <summary>What tables, containers and blobs may be called.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata and
/// …/understanding-the-table-service-data-model</remarks>
internal static partial class Names
{
    private const int Shortest = 3,
        Longest = 63,
        LongestBlob = 1024,
        MostSegments = 254;

    public static Refusal? OfTable(string name) =>
        name.Length is < Shortest or > Longest ? Refusal.ResourceNameLength
        : Table().IsMatch(name) && !name.Equals("tables", StringComparison.OrdinalIgnoreCase) ? null
        : Refusal.InvalidResourceName;

    /// <summary>Those beginning with a dollar sign are the service's own.</summary>
    public static Refusal? OfContainer(string name) =>
        name is "$root" or "$web" or "$logs" or "$blobchangefeed" ? null
        : name.Length is < Shortest or > Longest ? Refusal.ResourceNameLength
        : Container().IsMatch(name) ? null
        : Refusal.InvalidResourceName;

    /// <param name="name">Unescaped. Counted in UTF-16.</param>
    public static Refusal? OfBlob(string name) =>
        IsNeverInAUrl(name) ? Refusal.InvalidUrl
        : name.Length > LongestBlob ? Refusal.OutOfRangeInput
        : name.Count(character => character == '/') >= MostSegments ? Refusal.InvalidUri
        : null;

    /// <summary>Escaped or not, http.sys, which stands before the service, turns them away: control characters, private use, specials such
    /// as U+FFFD.</summary>
    public static bool IsNeverInAUrl(string unescaped) =>
        unescaped.Any(character =>
            character is >= '\uFFF0' || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.PrivateUse
        );

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$")]
    private static partial Regex Table();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Container();
}
