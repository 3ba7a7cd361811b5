using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>Names of roles, the same on pages and in mails.</summary>
public static class RoleNames
{
    public static Text Of(Role role) =>
        role switch
        {
            Role.Coordinator => Texts.Coordinator,
            Role.Alternate => Texts.Alternate,
            Role.HeadOfCustoms => Texts.HeadOfCustoms,
            Role.ProgrammeOfficer => Texts.ProgrammeOfficer,
            Role.Approver => Texts.Approver,
            Role.ThematicExpert => Texts.ThematicExpert,
            Role.DonorReader => Texts.DonorReader,
            Role.Contributor => Texts.Contributor,
            Role.Auditor => Texts.Auditor,
            _ => Texts.IntegrityOfficer,
        };
}
