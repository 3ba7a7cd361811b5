using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api.Idempotency;

/// <summary>The key with which a client makes sure that a POST is carried out once, however often it is sent.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Shorter keys are usually counters and are reused by accident.</summary>
    public const int Shortest = 8;

    public const int Longest = 64;

    /// <summary>With quotes, as in the header's draft standard, or without.</summary>
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
