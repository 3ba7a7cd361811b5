using ACip.Functions.Api;
using ACip.Workflows.Programme;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Whether somebody may follow a link to one of our pages, according to <see cref="RouteTable"/>. A link that would be refused is
/// not shown. Pure.</summary>
internal static class Reachable
{
    private static readonly (string[] Parts, Route Route)[] Pages =
    [
        .. RouteTable
            .All.Where(route => route.Method == "GET" && route.Function != nameof(UnknownAddressEndpoint))
            .Select(route => (Parts: Split(route.Template), Route: route))
            .OrderBy(one => one.Parts.Count(IsParameter)), // events/new before events/{event}
    ];

    /// <param name="path">Of this site, with or without a query.</param>
    public static bool May(string path, Person? person, ProgrammeRegister register, DateOnly today)
    {
        string[] parts = Split(path.Split('?', '#')[0]);
        if (parts.Length == 0)
        {
            return true;
        }

        Route? route = Pages.FirstOrDefault(one => Matches(one.Parts, parts)).Route;
        if (route is null || route.Policy.Proof != RouteProof.SignIn)
        {
            return route is not null;
        }

        string[] template = Split(route.Template);
        var address = template
            .Zip(parts)
            .Where(pair => IsParameter(pair.First))
            .ToDictionary(pair => pair.First[1..^1], pair => (object?)Uri.UnescapeDataString(pair.Second));
        return person is not null && RouteDecision.May(route.Policy, person, RouteScope.Of(address, register), today);
    }

    private static bool Matches(string[] template, string[] parts) =>
        template.Length == parts.Length && template.Zip(parts).All(pair => IsParameter(pair.First) || pair.First == pair.Second);

    private static bool IsParameter(string part) => part.StartsWith('{');

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
