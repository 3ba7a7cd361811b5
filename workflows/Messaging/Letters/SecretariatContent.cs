using ACip.Workflows.Programme;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>Tells officers that something waits for a decision and nobody is left who may make it.</summary>
/// <param name="People">Where a substitute is named.</param>
public sealed record NobodyDecides(About About, Uri People) : MailContent
{
    public override MailKind Kind => MailKind.NobodyDecides;
}

/// <summary>Tells officers that a donor report was assembled without records that cannot be read.</summary>
/// <param name="Records">The first of them, by stream and key.</param>
public sealed record RecordsUnreadable(About.DonorReport About, IReadOnlyList<string> Records, int Count, Uri Link) : MailContent
{
    public override MailKind Kind => MailKind.RecordsUnreadable;
}

/// <summary>Tells a person whose roles or address changed, and the Secretariat.</summary>
/// <param name="Person">Name of whom it is about.</param>
/// <param name="Own">True: the recipient is that person.</param>
/// <param name="By">Name of who changed it; empty for the deployment.</param>
/// <param name="Link">Where roles that wait are confirmed; null for the person.</param>
public sealed record RolesChanged(
    string Person,
    bool Own,
    IReadOnlyList<RoleChange> Changes,
    bool NewAddress,
    string By,
    string? Reason,
    Uri? Link
) : MailContent
{
    public override MailKind Kind => MailKind.RolesChanged;
}
