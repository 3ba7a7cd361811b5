using ACip.Workflows.Languages;

namespace ACip.Workflows.Obligations;

/// <summary>What kinds of obligations are called, in mail and on pages.</summary>
public static class ObligationWords
{
    public static Text Of(ObligationKind kind) =>
        kind switch
        {
            ObligationKind.FinancialReport => Texts.FinancialReport,
            ObligationKind.AuditReport => Texts.AuditReport,
            ObligationKind.WorkPlanAndBudget => Texts.WorkPlanAndBudget,
            ObligationKind.FinalReport => Texts.FinalReport,
            _ => Texts.DonorMeeting,
        };
}
