using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Tells those who speak for an administration that an officer has suspended, resumed, closed or cancelled its plan,
/// withdrawn its revision, or recorded what follows from a review.</summary>
/// <param name="By">The officer's name.</param>
/// <param name="Next">The next period that is reported on; null where none is left.</param>
/// <param name="Waived">Periods that ended while the plan was suspended.</param>
public sealed record PlanStatusChanged(
    Text Administration,
    string Title,
    PlanNoteKind What,
    string By,
    string Reason,
    ReportingPeriod? Next,
    IReadOnlyList<ReportingPeriod> Waived
) : Notice
{
    /// <summary>What follows from a review; null for anything else.</summary>
    public PlanReviewConclusion? Conclusion { get; init; }

    public override DateTimeOffset? ReadBy => null;

    public override Text Subject =>
        What switch
        {
            PlanNoteKind.Suspended => Texts.PlanSuspendedSubject(administration: Administration, title: Title),
            PlanNoteKind.Resumed => Texts.PlanResumedSubject(administration: Administration, title: Title),
            PlanNoteKind.Closed => Texts.PlanClosedSubject(administration: Administration, title: Title),
            PlanNoteKind.RevisionWithdrawn => Texts.RevisionWithdrawnSubject(administration: Administration, title: Title),
            PlanNoteKind.MidTermReview => Texts.MidTermReviewedSubject(administration: Administration, title: Title),
            PlanNoteKind.ClosingReview => Texts.ClosingReviewedSubject(administration: Administration, title: Title),
            PlanNoteKind.Cancelled => Texts.PlanCancelledSubject(administration: Administration, title: Title),
            _ => throw new InvalidOperationException($"Nobody is told of {What}."),
        };

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates)
    {
        var all = new List<Text>
        {
            What switch
            {
                PlanNoteKind.Suspended => Texts.PlanSuspendedBy(name: By),
                PlanNoteKind.Resumed => Texts.PlanResumedBy(name: By),
                PlanNoteKind.Closed => Texts.PlanClosedBy(name: By),
                PlanNoteKind.RevisionWithdrawn => Texts.RevisionWithdrawnBy(name: By),
                PlanNoteKind.MidTermReview => Texts.MidTermReviewedBy(name: By),
                PlanNoteKind.ClosingReview => Texts.ClosingReviewedBy(name: By),
                PlanNoteKind.Cancelled => Texts.PlanCancelledBy(name: By),
                _ => throw new InvalidOperationException($"Nobody is told of {What}."),
            },
            Conclusion switch
            {
                null => Texts.PlanStatusReason(reason: Reason),
                PlanReviewConclusion.Continue => Texts.ReviewedContinues(words: Reason),
                PlanReviewConclusion.Revise => Texts.ReviewedRevises(words: Reason),
                _ => Texts.ReviewedCloses(words: Reason),
            },
        };
        if (What == PlanNoteKind.Resumed && Waived.Count > 0)
        {
            string Ranges(Language language) => string.Join("; ", Waived.Select(period => dates(language).Range(period.Start, period.End)));
            all.Add(Texts.NoReportWantedRanges(ranges: Text.For(Ranges)));
        }

        if (What == PlanNoteKind.Resumed && Next is { } next)
        {
            all.Add(
                Texts.NextReportCovers(
                    range: Text.For(language => dates(language).Range(next.Start, next.End)),
                    due: Text.For(language => dates(language).Deadline(next.Due))
                )
            );
        }

        return all;
    }
}
