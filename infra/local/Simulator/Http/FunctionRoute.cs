using FunctionsSimulator.Protocol;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FunctionsSimulator.Http;

/// <summary>Where an HTTP function answers: prefix from host.json, then its route, else its name.</summary>
/// <param name="Methods">Upper case; empty: any.</param>
internal sealed record FunctionRoute(RoutePattern Pattern, IReadOnlyList<string> Methods)
{
    /// <exception cref="PlatformException">The template cannot be read, or lies where the platform itself answers.</exception>
    public static FunctionRoute Of(FunctionEntry http, string prefix) => Of(http.Name, http.Text("route"), http.Texts("methods"), prefix);

    /// <inheritdoc cref="Of(FunctionEntry, string)"/>
    public static FunctionRoute Of(string function, string? route, IEnumerable<string>? methods, string prefix)
    {
        string template = string.Join('/', new[] { prefix.Trim('/'), (route ?? function).Trim('/') }.Where(part => part.Length > 0));
        RoutePattern pattern;
        try
        {
            pattern = RoutePatternFactory.Parse(template);
        }
        catch (RoutePatternException e)
        {
            throw new PlatformException($"{function}: the route '{template}' cannot be read: {e.Message}", e);
        }

        if (
            pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart { Content: var first }] }, ..]
            && first.ToUpperInvariant() is "ADMIN" or "RUNTIME" or "LOCAL" or ".AUTH"
        )
        {
            throw new PlatformException($"{function}: the route '{template}' lies where the platform itself answers.");
        }

        return new FunctionRoute(pattern, [.. (methods ?? []).Select(m => m.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)]);
    }

    public bool Answers(string method) => Methods.Count == 0 || Methods.Contains(method, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether some request could be meant for both.</summary>
    public bool Meets(FunctionRoute other) =>
        string.Equals(Pattern.RawText, other.Pattern.RawText, StringComparison.OrdinalIgnoreCase)
        && (Methods.Count == 0 || other.Methods.Count == 0 || Methods.Intersect(other.Methods).Any());
}
