using ACip.Workflows.Programme;

namespace ACip.Functions.Access;

/// <summary>What somebody may do, and the roles that allow it.</summary>
public enum Right { ReadProgramme, ApprovePlan, ReviewReport, SignDonorReport, ManageProgramme, HandleMail, OpenSealedMail, VerifyAudit, DecideRestatement }

internal static class Rights
{
    private static readonly Dictionary<Right, Role[]> Allowed = new()
    {
        [Right.ReadProgramme] = [Role.ProgrammeOfficer, Role.Approver, Role.IntegrityOfficer, Role.Auditor, Role.ThematicExpert],
        [Right.ApprovePlan] = [Role.Approver],
        [Right.ReviewReport] = [Role.Approver, Role.ProgrammeOfficer],
        [Right.DecideRestatement] = [Role.Approver],
        [Right.SignDonorReport] = [Role.Approver],
        [Right.ManageProgramme] = [Role.ProgrammeOfficer],
        [Right.HandleMail] = [Role.ProgrammeOfficer, Role.IntegrityOfficer],
        [Right.OpenSealedMail] = [Role.IntegrityOfficer],
        [Right.VerifyAudit] = [Role.Auditor, Role.ProgrammeOfficer, Role.Approver],
    };

    public static IReadOnlyList<Role> For(Right right) => Allowed[right];
}
