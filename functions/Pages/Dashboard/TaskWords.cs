using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Dashboard;

internal static class TaskWords
{
    public static Text3 Of(TaskKind kind) => kind switch
    {
        TaskKind.DraftPlan => new("Draft the plan", "Rédiger le plan", "Redactar el plan"),
        TaskKind.ApprovePlan => new("Approve the plan", "Approuver le plan", "Aprobar el plan"),
        TaskKind.ReportQuarter => new("Report", "Rendre compte", "Informar"),
        TaskKind.ReviewReport => new("Review the report", "Examiner le rapport", "Revisar el informe"),
        TaskKind.ReviewPlan => new("Review the plan", "Faire le point sur le plan", "Revisar el plan"),
        TaskKind.SignDonorReport => new("Sign the donor report", "Signer le rapport au bailleur", "Firmar el informe al donante"),
        TaskKind.ReviewRestatement => new("Decide on a restatement", "Décider d'une rectification", "Decidir sobre una rectificación"),
        TaskKind.ReviseDonorReport => new("Revise the donor report", "Réviser le rapport au bailleur", "Revisar de nuevo el informe al donante"),
        _ => new(kind.ToString(), kind.ToString(), kind.ToString()),
    };
}
