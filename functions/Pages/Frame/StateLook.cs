using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;

namespace ACip.Functions.Pages.Frame;

/// <summary>How a state shows: words, and a symbol and colour that say the same again for those who see them.</summary>
/// <param name="Tone">Class of the style sheet: good, wait, bad, info, or none.</param>
public sealed record StateLook(string Symbol, string Tone, Text Words)
{
    public static StateLook Of(ReportState state, bool overdue) =>
        (state, overdue) switch
        {
            (ReportState.Open, true) => new("!", "bad", Texts.Overdue),
            (ReportState.Returned, true) => new("!", "bad", Texts.ReturnedOverdue),
            (ReportState.Open, _) => new("○", "info", Texts.Open),
            (ReportState.Submitted, _) => new("◐", "wait", Texts.InReview),
            (ReportState.Returned, _) => new("↩", "wait", Texts.Returned),
            (ReportState.Accepted, _) => new("✓", "good", Texts.Accepted),
            (ReportState.Locked, _) => new("■", "good", Texts.Locked),
            (ReportState.NilReturn, _) => new("∅", "", Texts.NilReturn),
            (ReportState.Waived, _) => new("–", "", Texts.Waived),
            (ReportState.Missed, _) => new("✕", "bad", Texts.Missed),
            _ => new("·", "", Texts.NotDue),
        };

    public static StateLook Of(PlanState state) =>
        state switch
        {
            PlanState.Drafting => new("✎", "info", Texts.Drafting),
            PlanState.Submitted => new("◐", "wait", Texts.ForApproval),
            PlanState.Returned => new("↩", "wait", Texts.Returned),
            PlanState.Approved => new("✓", "good", Texts.Approved),
            PlanState.Active => new("▶", "good", Texts.Active),
            PlanState.UnderRevision => new("✎", "info", Texts.UnderRevision),
            PlanState.Suspended => new("‖", "wait", Texts.Suspended),
            PlanState.Closed => new("■", "", Texts.Closed),
            _ => new("✕", "", Texts.Cancelled),
        };

    public static StateLook Of(DonorReportState state) =>
        state switch
        {
            DonorReportState.Assembling => new("○", "info", Texts.Assembling),
            DonorReportState.Draft => new("✎", "info", Texts.Draft),
            DonorReportState.InReview => new("◐", "wait", Texts.ForSignature),
            DonorReportState.Returned => new("↩", "wait", Texts.Returned),
            DonorReportState.Approved => new("✓", "good", Texts.SignedOff),
            DonorReportState.Issued => new("■", "good", Texts.Issued),
            _ => new("–", "", Texts.Superseded),
        };
}
