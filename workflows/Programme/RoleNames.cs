using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>What roles are called, on pages and in mails alike.</summary>
public static class RoleNames
{
    public static Text Of(Role role) =>
        role switch
        {
            Role.Coordinator => new("coordinator", "coordinateur", "coordinador"),
            Role.Alternate => new("alternate", "suppléant", "suplente"),
            Role.HeadOfCustoms => new("head of customs", "chef des douanes", "director de aduanas"),
            Role.ProgrammeOfficer => new("programme officer", "responsable de programme", "responsable del programa"),
            Role.Approver => new("approver", "approbateur", "aprobador"),
            Role.ThematicExpert => new("thematic expert", "expert thématique", "experto temático"),
            Role.DonorReader => new("donor reader", "lecteur du bailleur", "lector del donante"),
            Role.Auditor => new("auditor", "auditeur", "auditor"),
            _ => new("integrity officer", "responsable de l'éthique", "responsable de integridad"),
        };
}
