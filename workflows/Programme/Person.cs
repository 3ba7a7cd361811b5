using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>A person with a role in the programme. Other records carry only the id, so that a person can be erased.</summary>
public sealed record Person(PersonId Id, string Name, string Email, Language Language, IReadOnlyList<RoleHeld> Roles)
{
    /// <summary>How often they want notices that can wait; null for the default of their roles.</summary>
    public NoticePace? Notices { get; init; }

    /// <summary>When they are away and who decides instead; null if never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Absence>? Absences { get; init; }

    public bool Holds(Role role, DateOnly on, AdministrationId? administration = null, DonorId? donor = null) =>
        Roles.Any(held =>
            held.Role == role
            && held.IsValidOn(on)
            && (administration is null || held.Administration is null || held.Administration == administration)
            && (donor is null || held.Donor is null || held.Donor == donor)
        );

    /// <summary>Whether the person has any role in the administration.</summary>
    public bool IsOf(AdministrationId administration, DateOnly on) =>
        Roles.Any(held => held.Administration == administration && held.IsValidOn(on));

    /// <summary>People who work for the whole programme sign in. People of an administration or a donor have no account and only receive
    /// personal links.</summary>
    public bool SignsIn(DateOnly on) =>
        Roles.Any(held =>
            held.Role is Role.ProgrammeOfficer or Role.Approver or Role.ThematicExpert or Role.Auditor or Role.IntegrityOfficer
            && held.IsValidOn(on)
        );
}

/// <summary>A role and its validity. If Administration or Donor is null, the role covers all of them.</summary>
/// <param name="Until">Last day, inclusive; null while open.</param>
public sealed record RoleHeld(
    Role Role,
    DateOnly From,
    DateOnly? Until = null,
    AdministrationId? Administration = null,
    DonorId? Donor = null
)
{
    /// <summary>Null for roles that an officer grants alone.</summary>
    public RoleGrant? Grant { get; init; }

    /// <summary>True if it has no effect until an approver confirms it, also if the role needs confirmation and does not say how it was
    /// granted.</summary>
    [JsonIgnore]
    public bool IsPending => RoleGranting.NeedsTwo(Role) && Grant?.ConfirmedAt is null;

    public bool IsValidOn(DateOnly day) => !IsPending && From <= day && (Until is null || day <= Until);
}

[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    Coordinator,
    Alternate,
    HeadOfCustoms,
    ProgrammeOfficer,
    Approver,
    ThematicExpert,
    DonorReader,
    Auditor,
    IntegrityOfficer,

    /// <summary>Answers what the coordinator of their administration asks, and nothing else.</summary>
    Contributor,
}
