using System.Text.Json.Serialization;

namespace ACip.Workflows.Programme;

/// <summary>Somebody with a part in the programme. Other records carry only the id, so that a person can be erased.</summary>
public sealed record Person(PersonId Id, string Name, string Email, Language Language, IReadOnlyList<RoleHeld> Roles)
{
    public bool Holds(Role role, DateOnly on, AdministrationId? administration = null, DonorId? donor = null) =>
        Roles.Any(held => held.Role == role && held.IsValidOn(on)
            && (administration is null || held.Administration is null || held.Administration == administration)
            && (donor is null || held.Donor is null || held.Donor == donor));
}

/// <summary>A role with its validity. Administration or Donor null: the role holds for all of them.</summary>
/// <param name="Until">Last day, inclusive; null while open.</param>
public sealed record RoleHeld(Role Role, DateOnly From, DateOnly? Until = null, AdministrationId? Administration = null, DonorId? Donor = null)
{
    /// <summary>Null for roles that an officer gives alone.</summary>
    public RoleGrant? Grant { get; init; }

    /// <summary>True: it has no effect until an approver has confirmed it. A role that needs that and does not say how it was given waits too.</summary>
    [JsonIgnore]
    public bool IsPending => RoleGranting.NeedsTwo(Role) && Grant?.ConfirmedAt is null;

    public bool IsValidOn(DateOnly day) => !IsPending && From <= day && (Until is null || day <= Until);
}

[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role { Coordinator, Alternate, HeadOfCustoms, ProgrammeOfficer, Approver, ThematicExpert, DonorReader, Auditor, IntegrityOfficer }
