using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api.Idempotency;

/// <summary>What a program gives to be sure that a POST, however often it is sent, is done once.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Shorter ones are counters, and used twice by accident.</summary>
    public const int Shortest = 8;

    public const int Longest = 64;

    /// <summary>In quotes, as the header's draft standard has it, or without.</summary>
    /// <returns>False where the header stands there and is no key; the key is null where it does not stand there.</returns>
    public static bool TryRead(IHeaderDictionary headers, out string? key)
    {
        key = null;
        if (!headers.TryGetValue(Header, out Microsoft.Extensions.Primitives.StringValues given))
        {
            return true;
        }

        if (given is not [{ } text])
        {
            return false;
        }

        string bare = text is ['"', .. var inner, '"'] ? inner : text;
        if (bare.Length is < Shortest or > Longest || !bare.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':'))
        {
            return false;
        }

        key = bare;
        return true;
    }
}
