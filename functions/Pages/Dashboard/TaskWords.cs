using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Dashboard;

internal static class TaskWords
{
    public static Text3 Of(TaskKind kind) => kind switch
    {
        PlanTaskKinds.DraftPlan => new("Draft the plan", "Rédiger le plan", "Redactar el plan"),
        PlanTaskKinds.ApprovePlan => new("Approve the plan", "Approuver le plan", "Aprobar el plan"),
        ReportTaskKinds.ReportQuarter => new("Report", "Rendre compte", "Informar"),
        ReportTaskKinds.ReviewReport => new("Review the report", "Examiner le rapport", "Revisar el informe"),
        PlanTaskKinds.EvaluatePlan => new("Review the plan", "Faire le point sur le plan", "Revisar el plan"),
        DonorReportTaskKinds.SignDonorReport => new("Sign the donor report", "Signer le rapport au bailleur", "Firmar el informe al donante"),
        ReportTaskKinds.ReviewRestatement => new("Decide on a restatement", "Décider d'une rectification", "Decidir sobre una rectificación"),
        DonorReportTaskKinds.ReviseDonorReport => new("Revise the donor report", "Réviser le rapport au bailleur", "Revisar de nuevo el informe al donante"),
        _ => new(kind.ToString(), kind.ToString(), kind.ToString()),
    };
}
