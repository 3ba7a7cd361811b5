using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Functions.Authorization.Routes;

/// <summary>The administration or donor that an address is about. Null if it names none, or one that is not registered.</summary>
internal readonly record struct RouteScope(AdministrationId? Administration, DonorId? Donor)
{
    public static RouteScope Of(IReadOnlyDictionary<string, object?> address, ProgrammeRegister register) =>
        new(
            address.TryGetValue("planId", out object? plan) ? register.Plans.GetValueOrDefault(new PlanId($"{plan}"))?.Administration
                : address.TryGetValue("wave", out object? wave)
                    ? WaveId.Read($"{wave}") is { } survey ? Registered(survey.Administration, register)
                        : null
                : address.TryGetValue("administration", out object? home)
                    ? Registered(new AdministrationId($"{home}".ToUpperInvariant()), register)
                : null,
            address.TryGetValue("agreement", out object? named)
            && register.Agreements.TryGetValue(new AgreementId($"{named}"), out GrantAgreement? agreement)
                ? agreement.Donor
                : null
        );

    private static AdministrationId? Registered(AdministrationId named, ProgrammeRegister register) =>
        register.Administrations.ContainsKey(named) ? named : null;
}

/// <summary>Whether a person can use a route. Pure.</summary>
internal static class RouteDecision
{
    public static bool May(RoutePolicy policy, Person person, RouteScope about, DateOnly today) =>
        person.Roles.Any(held =>
            held.IsValidOn(today) && (policy.Anywhere.Contains(held.Role) || (policy.Own.Contains(held.Role) && IsOwn(held, about)))
        );

    /// <summary>Whether the person may know that what the address names exists.</summary>
    public static bool MayRead(Person person, RouteScope about, DateOnly today) =>
        (about.Donor is null ? RoutePolicy.PlanReaders : RoutePolicy.DonorReportReaders) is var readers
        && May(readers, person, about, today);

    /// <summary>A role in an administration covers that one only; a donor's reader may read for all donors.</summary>
    private static bool IsOwn(RoleHeld held, RouteScope about) =>
        held.Role == Role.DonorReader
            ? about.Donor is { } donor && (held.Donor is null || held.Donor == donor)
            : about.Administration is { } home && held.Administration == home;
}
