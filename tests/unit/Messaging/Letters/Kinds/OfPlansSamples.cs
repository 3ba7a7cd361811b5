using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>About plans: drafted, handed in, sent back, approved.</summary>
internal static class OfPlansSamples
{
    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            ("plan-handed-in", new PlanHandedIn(say.Plan, say.Counts, say.ToPutRight)),
            ("plan-saved", new PlanSaved(say.Plan, "plan.xlsx", say.Counts, [], say.ToPutRight, say.Due, SampleWords.Link)),
            (
                "plan-saved-with-words",
                new PlanSaved(say.Plan, "plan.xlsx", say.Counts, [], [], say.Due, SampleWords.Link)
                {
                    Kept = say.Late,
                    Files = [new FileLine("law.pdf", AttachmentReasons.Text(AttachmentReasons.NoneTaken).In(say.Language))],
                }
            ),
            ("plan-not-handed-in", new PlanQuestion(say.Plan, say.ToPutRight, [], say.Due, SampleWords.Link)),
            ("plan-question", new PlanQuestion(say.Plan, [], say.Promise, say.Due, SampleWords.Link)),
            (
                "review-findings-taken",
                new FindingsTaken(
                    say.Plan,
                    say.T(
                        "Training went well.\nRotation did not.",
                        "La formation a bien marché.\nLa rotation non.",
                        "La formación fue bien.\nLa rotación no."
                    ),
                    say.Closes
                )
            ),
            (
                "plan-returned",
                new ReportReturned(
                    say.Plan,
                    say.T("Please add baselines.", "Merci d'ajouter des valeurs de départ.", "Añada líneas de base."),
                    [new("B3", say.Label, say.T("From which year?", "De quelle année ?", "¿De qué año?"))],
                    say.Due,
                    say.Outline,
                    SampleWords.Link,
                    WithWorkbook: true
                )
            ),
            (
                "plan-approved",
                new PlanApproved(
                    say.Country,
                    say.Plan.Title,
                    false,
                    [new ReportingPeriod(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30), SampleWords.Received, say.Due, say.Closes)],
                    [new ReportingPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), SampleWords.Received, say.Due, say.Closes)],
                    say.T(
                        "The first quarter was spent on the plan itself.",
                        "Le premier trimestre a été consacré au plan lui-même.",
                        "El primer trimestre se dedicó al propio plan."
                    )
                )
            ),
            (
                "plan-revision-approved",
                new PlanApproved(say.Country, say.Plan.Title, true, [], [], null) { InForceFrom = new DateOnly(2027, 1, 1) }
            ),
            .. ChangedByOfficers(say),
        ];

    private static IEnumerable<(string Name, MailContent Content)> ChangedByOfficers(SampleWords say) =>
        [
            ("plan-handed-in-for", new PlanHandedInFor(say.Country, say.Plan.Title, "Amina Osei")),
            ("plan-commented", new Commented(say.Plan, "Amina Osei", "B3", say.Late, null, false)),
            ("plan-suspended", Changed(say, PlanNoteKind.Suspended)),
            ("plan-resumed", Changed(say, PlanNoteKind.Resumed)),
            ("plan-closed", Changed(say, PlanNoteKind.Closed)),
            ("plan-cancelled", Changed(say, PlanNoteKind.Cancelled)),
            ("plan-revision-withdrawn", Changed(say, PlanNoteKind.RevisionWithdrawn)),
            ("plan-over", new PlanOver(say.Country, say.Plan.Title, new DateOnly(2026, 12, 31))),
            ("plan-review-revises", Changed(say, PlanNoteKind.MidTermReview) with { Conclusion = PlanReviewConclusion.Revise }),
            ("plan-review-continues", Changed(say, PlanNoteKind.MidTermReview) with { Conclusion = PlanReviewConclusion.Continue }),
            ("plan-review-closes", Changed(say, PlanNoteKind.ClosingReview) with { Conclusion = PlanReviewConclusion.Close }),
        ];

    private static PlanStatusChanged Changed(SampleWords say, PlanNoteKind what) =>
        new(
            say.Country,
            say.Plan.Title,
            what,
            "Amina Osei",
            say.Late,
            new ReportingPeriod(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30), SampleWords.Received, say.Due, say.Closes),
            [new ReportingPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), SampleWords.Received, say.Due, say.Closes)]
        );
}
