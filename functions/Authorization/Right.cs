using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Tasks;

namespace ACip.Functions.Authorization;

/// <summary>A right, and the roles that have it.</summary>
public enum Right
{
    ReadProgramme,
    ApprovePlan,
    ReviewReport,
    SignDonorReport,
    ManageProgramme,
    HandleMail,
    OpenSealedMail,
    VerifyAudit,
    DecideRestatement,
    ReadPeople,
    ConfirmRoles,
    ReadEvidence,
}

internal static class Rights
{
    private static readonly Dictionary<Right, Role[]> Allowed = new()
    {
        [Right.ReadProgramme] = [Role.ProgrammeOfficer, Role.Approver, Role.IntegrityOfficer, Role.Auditor, Role.ThematicExpert],
        // who is asked by mail may do it here, and nobody else
        [Right.ApprovePlan] = [.. PlanTaskKinds.ApprovePlan.DecidedBy],
        [Right.ReviewReport] = [.. ReportTaskKinds.ReviewReport.DecidedBy],
        [Right.DecideRestatement] = [.. ReportTaskKinds.ReviewRestatement.DecidedBy],
        [Right.SignDonorReport] = [.. DonorReportTaskKinds.SignDonorReport.DecidedBy],
        [Right.ManageProgramme] = [Role.ProgrammeOfficer],
        [Right.ReadPeople] = [Role.ProgrammeOfficer, Role.Approver],
        [Right.ConfirmRoles] = [Role.Approver],
        [Right.ReadEvidence] =
        [
            .. ReportTaskKinds.ReviewReport.DecidedBy.Union([Role.ProgrammeOfficer, Role.IntegrityOfficer, Role.Auditor]),
        ],
        [Right.HandleMail] = [Role.ProgrammeOfficer, Role.IntegrityOfficer],
        [Right.OpenSealedMail] = [Role.IntegrityOfficer],
        [Right.VerifyAudit] = [Role.Auditor, Role.ProgrammeOfficer, Role.Approver],
    };

    public static IReadOnlyList<Role> For(Right right) => Allowed[right];
}
