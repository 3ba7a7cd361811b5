using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Tells whoever submitted a plan, and who speaks for its administration, that it is approved and when the first report will be
/// requested.</summary>
/// <param name="Next">The first period that is reported on; empty for none.</param>
/// <param name="Waived">Past periods that are not.</param>
/// <param name="Reason">Of the approver; may be null.</param>
public sealed record PlanApproved(
    Text Administration,
    string Title,
    bool IsRevision,
    IReadOnlyList<ReportingPeriod> Next,
    IReadOnlyList<ReportingPeriod> Waived,
    string? Reason
) : Notice
{
    /// <summary>First day that is measured by a revision, which may be later than it was to be; null for a first version.</summary>
    public DateOnly? InForceFrom { get; init; }

    public override Text Subject => Texts.ApprovedAdministrationActionPlanTitle(administration: Administration, title: Title);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates)
    {
        Text first = IsRevision ? Texts.RevisionYourActionPlanApprovedThank : Texts.YourActionPlanApprovedThankYou;
        var all = new List<Text> { first };
        if (!string.IsNullOrWhiteSpace(Reason))
        {
            all.Add(Text.Same(Reason));
        }

        if (InForceFrom is { } from)
        {
            all.Add(Texts.RevisionInForceFrom(day: Text.For(language => dates(language).Day(from))));
        }

        if (Waived.Count > 0)
        {
            string Ranges(Language language) => string.Join("; ", Waived.Select(period => dates(language).Range(period.Start, period.End)));
            all.Add(Texts.NoReportWantedRanges(ranges: Text.For(Ranges)));
        }

        if (!IsRevision && Next is [var next, ..])
        {
            string Range(Language language) => dates(language).Range(next.Start, next.End);
            string Due(Language language) => dates(language).Deadline(next.Due);
            all.Add(Texts.FirstReportCoversRangeDueDue(range: Text.For(Range), due: Text.For(Due)));
        }

        return all;
    }
}
