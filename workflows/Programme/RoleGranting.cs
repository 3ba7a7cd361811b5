using System.Globalization;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Programme;

/// <summary>Who can grant which role. Nobody to themselves; roles that decide, open sealed messages or see everything need two people.
/// Pure.</summary>
/// <remarks>Here is who gives a role; what a role must have with it (an administration, a donor) is in RegisterEntryRules of Onboarding.
/// One person may hold any roles together: whoever wrote something is refused when deciding on it, by FourEyes of HumanTasks.</remarks>
public static class RoleGranting
{
    public const string OwnRoles = "own-roles";

    /// <summary>Refuses whoever proposed a role its confirmation. FourEyes refuses authors by the same name, because it is the same rule
    /// to those who meet it.</summary>
    public const string OwnProposal = "author-may-not-approve";

    private static readonly Role[] OfTwo = [Role.Approver, Role.IntegrityOfficer, Role.Auditor];

    public static bool NeedsTwo(Role role) => OfTwo.Contains(role);

    /// <summary>The entry to be stored. Existing roles keep how they were granted; new ones that need two people are pending. With another
    /// address all of those become pending again, because they would belong to somebody else.</summary>
    /// <param name="wanted">How its roles were given is not asked: who writes it cannot say so.</param>
    public static Person Apply(Person? stands, Person wanted, PersonId by, DateTimeOffset now)
    {
        bool sameAddress = stands is not null && string.Equals(stands.Email, wanted.Email, StringComparison.OrdinalIgnoreCase);
        return wanted with
        {
            Roles = [.. wanted.Roles.Select(held => held with { Grant = NeedsTwo(held.Role) ? GrantOf(held) : null })],
            Absences = stands?.Absences, // who is away says so, and nobody for them
        };

        RoleGrant GrantOf(RoleHeld held) =>
            stands?.Roles.FirstOrDefault(before => Contains(before, held)) is { Grant: { } given } && sameAddress
                ? given
                : new RoleGrant(by, now);
    }

    /// <summary>Whether somebody would change their own rights.</summary>
    public static bool IsOwn(Person? stands, Person wanted, PersonId by) =>
        by == wanted.Id && !(stands?.Roles ?? []).Select(Plain).ToHashSet().SetEquals(wanted.Roles.Select(Plain));

    /// <summary>An approver's decision on all pending roles of a person.</summary>
    /// <returns>The entry as it is to be stored, or the rule that refuses.</returns>
    public static (Person? After, string? Rule) Decide(Person stands, bool confirmed, PersonId by, DateTimeOffset now)
    {
        RoleHeld[] waiting = [.. stands.Roles.Where(held => held.IsPending)];
        return waiting.Length == 0 ? (null, "no-role-waits")
            : by == stands.Id ? (null, OwnRoles)
            : waiting.Any(held => held.Grant!.ProposedBy == by) ? (null, OwnProposal)
            : (
                stands with
                {
                    Roles =
                    [
                        .. stands
                            .Roles.Where(held => confirmed || !held.IsPending)
                            .Select(held =>
                                held.IsPending ? held with { Grant = held.Grant! with { ConfirmedBy = by, ConfirmedAt = now } } : held
                            ),
                    ],
                },
                null
            );
    }

    /// <summary>Differences, role by role, in the order of the earlier entry and then the new ones.</summary>
    public static IReadOnlyList<RoleChange> Changes(Person? before, Person after)
    {
        IReadOnlyList<RoleHeld> was = before?.Roles ?? [];
        List<RoleHeld> left = [.. after.Roles];
        var changes = new List<RoleChange>();
        foreach (RoleHeld held in was)
        {
            if (left.FirstOrDefault(one => Plain(one) == Plain(held)) is { } same)
            {
                left.Remove(same);
                changes.AddRange(
                    held.IsPending == same.IsPending
                        ? []
                        : [new RoleChange(same.IsPending ? RoleChangeKind.Waits : RoleChangeKind.Confirmed, same)]
                );
            }
            else if (
                left.FirstOrDefault(one =>
                    one.Role == held.Role && one.Administration == held.Administration && one.Donor == held.Donor && one.From == held.From
                ) is
                { } moved
            )
            {
                left.Remove(moved);
                changes.Add(new RoleChange(moved.IsPending ? RoleChangeKind.Waits : RoleChangeKind.Given, moved));
            }
            else
            {
                changes.Add(new RoleChange(RoleChangeKind.Taken, held));
            }
        }

        changes.AddRange(left.Select(held => new RoleChange(held.IsPending ? RoleChangeKind.Waits : RoleChangeKind.Given, held)));
        return changes;
    }

    /// <summary>For the audit trail: ids and days, without names and addresses.</summary>
    public static string Describe(IEnumerable<RoleChange> changes, bool newAddress) =>
        string.Join(
            "; ",
            [
                .. changes.Select(change => $"{change.Kind} {change.Held.Role}{Of(change.Held)} {Days(change.Held)}"),
                .. newAddress ? ["another address"] : Array.Empty<string>(),
            ]
        );

    private static bool Contains(RoleHeld before, RoleHeld held) =>
        before.Role == held.Role
        && before.Administration == held.Administration
        && before.Donor == held.Donor
        && before.From <= held.From
        && (before.Until is null || held.Until <= before.Until);

    private static RoleHeld Plain(RoleHeld held) => held with { Grant = null };

    private static string Of(RoleHeld held) =>
        held.Administration is { } home ? $" of {home}"
        : held.Donor is { } donor ? $" for {donor}"
        : "";

    private static string Days(RoleHeld held) =>
        string.Create(CultureInfo.InvariantCulture, $"{held.From:yyyy-MM-dd}–{held.Until:yyyy-MM-dd}");
}

public enum RoleChangeKind
{
    /// <summary>New or with other dates, and in force without confirmation.</summary>
    Given,

    /// <summary>In force once an approver has confirmed it.</summary>
    Waits,

    Confirmed,

    Taken,
}

public sealed record RoleChange(RoleChangeKind Kind, RoleHeld Held);
