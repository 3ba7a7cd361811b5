using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Languages;
using ACip.Workflows.Time;

namespace ACip.Functions.Pages.Frame;

/// <summary>How a state shows: words, and a symbol and colour that say the same again for those who see them.</summary>
/// <param name="Tone">Class of the style sheet: good, wait, bad, info, or none.</param>
public sealed record StateLook(string Symbol, string Tone, Text Words)
{
    public static StateLook Of(ReportState state, bool overdue) =>
        (state, overdue) switch
        {
            (ReportState.Open, true) => new("!", "bad", new("Overdue", "En retard", "Atrasado")),
            (ReportState.Returned, true) => new("!", "bad", new("Returned, overdue", "Renvoyé, en retard", "Devuelto, atrasado")),
            (ReportState.Open, _) => new("○", "info", new("Open", "Ouvert", "Abierto")),
            (ReportState.Submitted, _) => new("◐", "wait", new("In review", "En examen", "En revisión")),
            (ReportState.Returned, _) => new("↩", "wait", new("Returned", "Renvoyé", "Devuelto")),
            (ReportState.Accepted, _) => new("✓", "good", new("Accepted", "Accepté", "Aceptado")),
            (ReportState.Locked, _) => new("■", "good", new("Locked", "Verrouillé", "Cerrado")),
            (ReportState.NilReturn, _) => new("∅", "", new("Nil return", "Néant", "Sin novedad")),
            (ReportState.Waived, _) => new("–", "", new("Waived", "Dispensé", "Dispensado")),
            (ReportState.Missed, _) => new("✕", "bad", new("Missed", "Manqué", "No entregado")),
            _ => new("·", "", new("Not due", "À venir", "Por venir")),
        };

    public static StateLook Of(PlanState state) =>
        state switch
        {
            PlanState.Drafting => new("✎", "info", new("Drafting", "En rédaction", "En redacción")),
            PlanState.Submitted => new("◐", "wait", new("For approval", "À approuver", "Por aprobar")),
            PlanState.Returned => new("↩", "wait", new("Returned", "Renvoyé", "Devuelto")),
            PlanState.Approved => new("✓", "good", new("Approved", "Approuvé", "Aprobado")),
            PlanState.Active => new("▶", "good", new("Active", "En cours", "Activo")),
            PlanState.UnderRevision => new("✎", "info", new("Under revision", "En révision", "En revisión")),
            PlanState.Suspended => new("‖", "wait", new("Suspended", "Suspendu", "Suspendido")),
            PlanState.Closed => new("■", "", new("Closed", "Clos", "Cerrado")),
            _ => new("✕", "", new("Cancelled", "Annulé", "Anulado")),
        };

    public static StateLook Of(DonorReportState state) =>
        state switch
        {
            DonorReportState.Assembling => new("○", "info", new("Assembling", "En préparation", "En preparación")),
            DonorReportState.Draft => new("✎", "info", new("Draft", "Projet", "Borrador")),
            DonorReportState.InReview => new("◐", "wait", new("For signature", "À signer", "Por firmar")),
            DonorReportState.Returned => new("↩", "wait", new("Returned", "Renvoyé", "Devuelto")),
            DonorReportState.Approved => new("✓", "good", new("Signed off", "Signé", "Firmado")),
            DonorReportState.Issued => new("■", "good", new("Issued", "Publié", "Emitido")),
            _ => new("–", "", new("Superseded", "Remplacé", "Sustituido")),
        };
}
