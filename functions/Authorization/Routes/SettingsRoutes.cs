using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Forms of what officers set: entries of the registers, terms and frameworks of agreements, policies.</summary>
internal static class SettingsRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("EditAdministration", "GET", "administrations/{id}", Of(Right.ManageProgramme)),
        new("EditAdministration", "POST", "administrations/{id}", Of(Right.ManageProgramme)),
        new("EditDonor", "GET", "donors/{id}", Of(Right.ManageProgramme)),
        new("EditDonor", "POST", "donors/{id}", Of(Right.ManageProgramme)),
        new("EditAgreementTerms", "GET", "agreements/{id}/terms", Of(Right.ManageProgramme)),
        new("EditAgreementTerms", "POST", "agreements/{id}/terms", Of(Right.ManageProgramme)),
        new("ShowFramework", "GET", "agreements/{id}/framework", Of(Right.ReadProgramme)),
        new("EditFrameworkItem", "GET", "agreements/{id}/framework/{section}/{code}", Of(Right.ManageProgramme)),
        new("EditFrameworkItem", "POST", "agreements/{id}/framework/{section}/{code}", Of(Right.ManageProgramme)),
        new("SettingsPageEndpoint", "GET", "settings", Of(Right.ManageProgramme)),
        new("SettingsPageEndpoint", "POST", "settings", Of(Right.ManageProgramme)),
        new("EditPolicy", "GET", "settings/{name}", Of(Right.ManageProgramme)),
        new("EditPolicy", "POST", "settings/{name}", Of(Right.ManageProgramme)),
    ];
}
