using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Programme;

/// <summary>How a role was granted if one officer is not enough: proposed by one, in force once an approver has confirmed it.</summary>
/// <param name="ProposedBy">Null: the deployment, or sample data.</param>
/// <param name="ConfirmedBy">Null while it waits; and for the deployment, which needs nobody.</param>
/// <param name="ConfirmedAt">Null while it waits.</param>
public sealed record RoleGrant(
    PersonId? ProposedBy,
    DateTimeOffset ProposedAt,
    PersonId? ConfirmedBy = null,
    DateTimeOffset? ConfirmedAt = null
)
{
    /// <summary>Granted by whoever operates the platform, through the setting for the first approver or by loading sample data with the
    /// master key.</summary>
    public static RoleGrant OfDeployment(DateTimeOffset at) => new(null, at, null, at);
}
