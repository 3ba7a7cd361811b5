using System.Text.RegularExpressions;

namespace ACip.Tests.Architecture;

/// <summary>What is easily written again, a little otherwise, is written in one place.</summary>
public sealed class OnceTests
{
    /// <summary>What is written once, and where.</summary>
    public static TheoryData<string, string, string[]> Once =>
        new()
        {
            // a row's hash has a key of its own in each row, and its form is frozen with the chain
            { "keyed hashes", @"\bHMACSHA256\b|CreateHMAC", ["workflows/Messaging/Tokens/KeyedHash.cs", "workflows/Storage/RowHash.cs"] },
            { "comparing in constant time", @"\bFixedTimeEquals\b", ["workflows/Messaging/Tokens/KeyedHash.cs"] },
            { "blobs that are written once", @"IfNoneMatch\s*=\s*ETag\.All", ["workflows/Storage/WriteOnceBlobs.cs"] },
            { "today", @"DateOnly\.FromDateTime\([\w.]+\.GetUtcNow\(\)\.UtcDateTime\)", ["workflows/Programme/UtcDays.cs"] },
            { "the programme's zone", "Europe/Brussels", ["workflows/Time/ProgrammeZone.cs"] },
            {
                "zones by name",
                @"TimeZoneInfo\.FindSystemTimeZoneById",
                ["workflows/Time/ProgrammeZone.cs", "workflows/Time/WorkingCalendar.cs"]
            },
            { "checksums of ZIP entries", @"\bCrc32\b", ["workflows/Documents/ChecksumStream.cs"] },
            { "central directories", "0x06054b50", ["workflows/Documents/StoredZip.cs"] },
            // donor reports are ZIP files whose bytes never change; a dossier is compressed while it is sent
            { "writing ZIP files", @"ZipArchiveMode\.Create", ["workflows/Dossiers/DossierArchive.cs"] },
            { "canonical JSON", @"\bclass CanonicalJson\b", ["workflows/Serialization/CanonicalJson.cs"] },
            { "writing workbooks", @"spreadsheetml/2006/main|\bWorkbookProtection\b", ["workflows/Documents/WorkbookPackage.cs"] },
            { "cells of workbooks", "inlineStr", ["workflows/Documents/SheetMarkup.cs"] },
            { "grouping digits", @"NumberGroupSeparator|\.ToString\(""N", [] },
        };

    [Theory]
    [MemberData(nameof(Once))]
    public void Each_stands_in_its_place_alone(string what, string pattern, string[] places)
    {
        string[] found =
        [
            .. new[] { "functions", "workflows" }
                .SelectMany(Sources.Under)
                .Where(file => Regex.IsMatch(File.ReadAllText(file), pattern))
                .Select(Sources.Named)
                .Order(StringComparer.Ordinal),
        ];

        Assert.True(places.Order(StringComparer.Ordinal).SequenceEqual(found), $"{what}: {string.Join(", ", found)}");
    }
}
