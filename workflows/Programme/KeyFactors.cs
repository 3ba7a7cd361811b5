namespace ACip.Workflows.Programme;

/// <summary>The ten key factors of the WCO Revised Arusha Declaration. English names are the Declaration's; French and Spanish are working
/// translations.</summary>
public static class KeyFactors
{
    public static IReadOnlyList<KeyFactor> All { get; } =
    [
        new(1, "leadership", Texts.LeadershipAndCommitment),
        new(2, "regulatory-framework", Texts.RegulatoryFramework),
        new(3, "transparency", Texts.Transparency),
        new(4, "automation", Texts.Automation),
        new(5, "reform-modernization", Texts.ReformAndModernization),
        new(6, "audit-investigation", Texts.AuditAndInvestigation),
        new(7, "code-of-conduct", Texts.CodeOfConduct),
        new(8, "human-resource-management", Texts.HumanResourceManagement),
        new(9, "morale-culture", Texts.MoraleAndOrganizationalCulture),
        new(10, "private-sector", Texts.RelationshipWithThePrivateSector),
    ];

    /// <summary>Null if no key factor has that number.</summary>
    public static KeyFactor? Find(int number) => number >= 1 && number <= All.Count ? All[number - 1] : null;
}
