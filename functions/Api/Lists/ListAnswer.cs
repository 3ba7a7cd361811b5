using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api.Lists;

/// <summary>The one way in which the API returns lists: <c>?limit=</c> and <c>?after=</c> for a page, <c>next</c> and a Link header for
/// the next one, <c>?format=csv</c> or <c>xlsx</c> for the whole list as a file. Unknown parameters are refused.</summary>
internal static class ListAnswer
{
    public const int MostAtOnce = 200,
        Usual = 50;

    public const string Limit = "limit",
        After = "after",
        Format = "format";

    /// <summary>Parameters allowed everywhere: a function key, which some hosts take in the address, and the language.</summary>
    private static readonly string[] Always = [Limit, After, Format, "code", "lang"];

    /// <param name="all">In any order.</param>
    /// <param name="key">By which they are ordered, of one item alone.</param>
    /// <param name="besides">Names of what else the address takes.</param>
    public static IResult Of<T>(HttpRequest request, IEnumerable<T> all, Func<T, string> key, params string[] besides) =>
        Of(request, [.. all.OrderBy(key, StringComparer.Ordinal)], key, besides, byKey: true);

    /// <param name="all">In the order in which they are given.</param>
    /// <param name="byKey">Whether that is the order of their keys: then a part goes on even where its last item has gone since.</param>
    public static IResult Of<T>(HttpRequest request, IReadOnlyList<T> all, Func<T, string> key, IEnumerable<string> besides, bool byKey)
    {
        if (Unknown(request, besides) is { } refusal)
        {
            return refusal;
        }

        string format = request.Query[Format].ToString();
        if (format.Length > 0)
        {
            return ListExport.Is(format) && !request.Query.ContainsKey(Limit) && !request.Query.ContainsKey(After)
                ? new ListExport<T>(all, format)
                : No("format", $"{Format} is csv or xlsx, and gives the whole list: {Limit} and {After} are for JSON.");
        }

        return Part(request, all, key, byKey);
    }

    /// <returns>Null where the address asks for nothing that it does not take.</returns>
    public static IResult? Unknown(HttpRequest request, IEnumerable<string> besides)
    {
        string[] known = [.. Always, .. besides];
        return request.Query.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is not { } stranger
            ? null
            : No("unknown-parameter", $"This list has no '{Shown(stranger)}'. It takes {string.Join(", ", known.Except(["code"]))}.");
    }

    private static IResult Part<T>(HttpRequest request, IReadOnlyList<T> all, Func<T, string> key, bool byKey)
    {
        if (!TryLimit(request, out int limit))
        {
            return No("limit-out-of-range", $"{Limit} is a whole number from 1 to {MostAtOnce}; {Usual} where it is not given.");
        }

        int start = 0;
        if (request.Query[After].ToString() is { Length: > 0 } token)
        {
            if (Read(token) is not { } last)
            {
                return No("not-a-place-in-the-list", $"{After} is the next of the part before, as it was answered.");
            }

            start = byKey
                ? all.TakeWhile(one => string.CompareOrdinal(key(one), last) <= 0).Count()
                : all.Select((one, at) => key(one) == last ? at + 1 : 0).FirstOrDefault(at => at > 0);
            if (start == 0 && !byKey)
            {
                return No("list-changed", $"What the part before ended with is not in this list any more; begin again without {After}.");
            }
        }

        T[] items = [.. all.Skip(start).Take(limit)];
        string? next = start + items.Length < all.Count && items.Length > 0 ? Token(key(items[^1])) : null;
        if (next is not null)
        {
            request.HttpContext.Response.Headers.Link = $"<{AddressOf(request, next)}>; rel=\"next\"";
        }

        return JsonAnswer.Read(request, new PageOf<T>(items, next));
    }

    private static bool TryLimit(HttpRequest request, out int limit)
    {
        limit = Usual;
        return !request.Query.ContainsKey(Limit)
            || (
                int.TryParse(request.Query[Limit], NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                && limit is >= 1 and <= MostAtOnce
            );
    }

    private static string AddressOf(HttpRequest request, string next) =>
        request.Path
        + QueryString.Create([
            .. request.Query.Where(one => one.Key is not (After or "code")),
            KeyValuePair.Create(After, new Microsoft.Extensions.Primitives.StringValues(next)),
        ]);

    private static string Token(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    private static string? Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Shown(string name) => name.Length > 40 ? name[..40] + "…" : name;

    private static IResult No(string rule, string why) => ApiProblem.Of(StatusCodes.Status400BadRequest, rule, why);
}
