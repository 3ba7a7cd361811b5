using System.Text;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>What no program and no person of ours sends: as pieces of an address, as headers, and as bodies of any request.</summary>
internal static class Odd
{
    /// <summary>As they stand in a path, between two slashes.</summary>
    // csharpier-ignore
    public static IReadOnlyList<string> Ids { get; } =
    [
        "%23", "%3F", "%5C", "a%2Fb", "..%2F..%2Fetc", "%00", "af%00", "%0A", "%0D%0ASet-Cookie:%20x=1", "%09", "%7F", "%C2%85",
        "%F0%9F%A4%96", "%ED%A0%BD", "%FF%FE", "%C3", "%E2%80%AE", "%E2%80%8B",
        new('a', 3_000),
        string.Concat(Enumerable.Repeat("%C3%A9", 600)),
        "%20", "%20%20x", "'", "''%20or%20''1''%20eq%20''1", "%25", "%2525", "%zz", "%", "null", "undefined", "-1", "99999999999999999999",
        "2147483648", "1e9", "NaN", "9999-12-31", "00010101-00010331", "99991001-99991231", "20260331-20260101", "20261301-20261399",
        "20260101", "audit%7C00000003", "report%7C20260101-20260331", "~", ";a=b", "a:b", "%3Cscript%3E", "%EF%BC%91%EF%BC%92", "%2E%2E",
        "AF;DROP", "*", "%22", "[null]", "$metadata", "a%20eq%20b", "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7",
    ];

    public static IReadOnlyList<string> Queries { get; } =
    [
        .. from key in (string[])
            [
                "after",
                "limit",
                "from",
                "to",
                "before",
                "of",
                "indicator",
                "person",
                "said",
                "title",
                "until",
                "version",
                "lang",
                "start",
                "administrations",
            ]
        from value in (string[])
            [
                "9999-12-31",
                "0001-01-01",
                "-1",
                "99999999999999999999",
                "%00",
                "%F0%9F%A4%96",
                "%FF",
                "%zz",
                new('9', 2_000),
                "a&" + key + "=b",
                "%27%20or%201",
                "",
            ]
        select $"?{key}={value}",
        "?",
        "?&&&",
        "?=",
        "?%00=%00",
        "?" + new string('x', 4_000),
        "?done&done=1&done=2",
        "?verify=%00&lang=xx-%ED%A0%BD",
    ];

    /// <summary>Of these, nothing may be believed and nothing may break.</summary>
    public static IReadOnlyList<(string Name, string Value)> Headers { get; } =
    [
        ("If-None-Match", "\"open"),
        ("If-None-Match", "W/"),
        ("If-None-Match", new string('"', 500)),
        ("If-Match", "nonsense"),
        ("If-Match", "\"a\" \"b\""),
        ("Cookie", "=;;=,;\u007f"),
        ("Cookie", "acip=" + new string('%', 900)),
        ("Accept", "\"\"/;q=x,,;"),
        ("Accept-Language", "xx-;q=2,fr;q=;,-"),
        ("Accept-Language", new string('-', 500)),
        ("Accept-Encoding", "gzip;q=nonsense"),
        ("Range", "bytes=9-1,,x"),
        ("X-MS-CLIENT-PRINCIPAL", "bm9uc2Vuc2U="),
        ("X-MS-CLIENT-PRINCIPAL", "{"),
        ("X-HTTP-Method-Override", "DELETE"),
        ("X-Forwarded-Host", "elsewhere.example\\"),
        ("Origin", "null"),
        ("Content-Encoding", "gzip"),
        ("Expect", "nonsense"),
        ("If-Modified-Since", "yesterday"),
        ("x-functions-key", "%00"),
    ];

    public static IReadOnlyList<string> MalformedTags { get; } =
    ["unquoted", "\"open", "\"one\" \"two\"", "W/unquoted", "\"a\",,;", ",", "\"", "*, \"a\"", "\"\u007f\""];

    /// <summary>Not what any operation takes, whatever it takes.</summary>
    // csharpier-ignore
    public static IReadOnlyList<byte[]> Bodies { get; } =
    [
        .. (
            (string[])
                [
                    "null", "[]", "[null]", "[[]]", "\"text\"", "1", "-1e999", "true", "{", "}", "{\"", "{\"a\":", "{\"a\":1", "{\"a\":1}}",
                    "{} {}", "{'a':1}", "{a:1}", "{\"a\":NaN}", "{\"a\":\"\\ud83d\"", "{\"a\":\"\\x\"}", "\u0000", "{\"a\":\"\u0001\"}",
                    "<xml/>", "a=b&c=d", "%7B%7D", "🤖",
                    new('[', 20_000),
                    string.Concat(Enumerable.Repeat("{\"a\":", 5_000)),
                    "/* */",
                    "nul",
                ]
        ).Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00],
        [0x7B, 0x22, 0xED, 0xA0, 0xBD, 0x22, 0x3A, 0x31, 0x7D],
        [0xC3],
        [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00],
        [0x1F, 0x8B, 0x08],
        [],
    ];

    /// <summary>One field more than a person can have typed.</summary>
    public static string LongText { get; } = string.Concat(Enumerable.Repeat("words ", 5_000));

    public static IReadOnlyList<string> Days { get; } =
    [
        "9999-12-31",
        "0001-01-01",
        "2026-02-30",
        "31/12/2026",
        "2026-13-01",
        "20260101",
        "tomorrow",
        "\u0000",
        "２０２６-01-01",
        "-2026-01-01",
        "2026-01-01T00:00:00Z",
    ];

    public static IReadOnlyList<string> Choices { get; } = ["Nonsense", "99", "-1", "\u0000", "true,false", "[null]", "🤖"];
}
