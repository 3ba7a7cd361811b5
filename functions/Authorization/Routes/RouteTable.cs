using System.Collections.Frozen;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Who can use which route. The only place that says so: <see cref="RouteAuthorizationMiddleware"/> closes every route that is
/// not listed here.</summary>
/// <remarks>A test compares the table with the triggers, line by line, and tries every line with every role, for the person's own
/// administration and for another.</remarks>
internal static class RouteTable
{
    public static IReadOnlyList<Route> All { get; } =
    [
        .. ProgrammeRoutes.All,
        .. SettingsRoutes.All,
        .. OnboardingRoutes.All,
        .. HumanTaskRoutes.All,
        .. MailRoutes.All,
        .. PlanRoutes.All,
        .. ReportRoutes.All,
        .. DonorReportRoutes.All,
        .. DossierRoutes.All,
        .. GrantRoutes.All,
        .. RecommendationRoutes.All,
        .. EarlierYearsRoutes.All,
        .. SurveyRoutes.All,
        .. PerformanceRoutes.All,
        .. MultilateralRoutes.All,
        .. MeetingRoutes.All,
        .. AuditRoutes.All,
        .. OperationsRoutes.All,
        .. PlatformRoutes.All,
    ];

    private static readonly FrozenDictionary<(string Function, string Method), Route> ByFunction = All.ToFrozenDictionary(route =>
        (route.Function, route.Method)
    );

    /// <summary>The methods of a path; empty if no route of ours leads there.</summary>
    public static string[] MethodsOf(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. All.Where(route => Leads(route.Template.Split('/', StringSplitOptions.RemoveEmptyEntries), parts))
                .Select(route => route.Method)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <returns>Null where the table does not have it: nobody may.</returns>
    public static Route? Find(string function, string method) => ByFunction.GetValueOrDefault((function, method.ToUpperInvariant()));

    private static bool Leads(string[] template, string[] parts) =>
        template.Length == parts.Length
        && template
            .Zip(parts)
            .All(pair =>
                pair.First[0] == '{'
                    ? pair.First is not ("{*path}" or "{ignored}")
                    : pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)
            );
}
