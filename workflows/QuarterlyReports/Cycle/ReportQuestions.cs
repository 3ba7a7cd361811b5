using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Questions about a report as it is now: missing answers, and figures that look unexpected.</summary>
public static class ReportQuestions
{
    /// <param name="accepted">What was accepted for the plan so far, of any period.</param>
    public static IReadOnlyList<ReportQuestion> Ask(ReportRecord report, ActionPlan plan, IReadOnlyList<Observation> accepted)
    {
        Observation[] earlier = [.. accepted.Where(one => one.Period < report.Period.Key)];
        IReadOnlyList<Observation> current = AcceptedObservations.Of(report, plan, _ => true);
        return
        [
            .. Completeness.Ask(plan, report.Period, current, earlier),
            .. Plausibility.Ask(plan, report.Period, current, earlier).Where(question => !report.AcceptedItems.Contains(question.Item)),
        ];
    }

    /// <summary>Questions that would be asked if these figures were submitted. A page shows them beforehand.</summary>
    public static IReadOnlyList<ReportQuestion> AskBefore(
        ReportRecord report,
        ActionPlan plan,
        IReadOnlyList<Observation> accepted,
        IReadOnlyList<ReplyFigure> figures,
        PersonId by,
        DateTimeOffset at
    )
    {
        IReadOnlyList<FormItem> items = ReportItems.Asked(plan, report);
        ReportAnswerResult would = ReportAnswer.Apply(report, items, new ParsedReply(null, figures, []), by, at, new EntrySource(""));
        return would.After.Entries.Count == 0
            ? []
            : ToReporter(Ask(would.After, plan, accepted), would.Unanswered, items, confidentialToo: true);
    }

    /// <summary>Questions for the reporter, the same in mail and on the page, without what is already listed under "missing".</summary>
    /// <param name="confidentialToo">False in mail: even a question about a confidential figure gives it away.</param>
    public static IReadOnlyList<ReportQuestion> ToReporter(
        IReadOnlyList<ReportQuestion> questions,
        IReadOnlyList<string> unanswered,
        IReadOnlyList<FormItem> items,
        bool confidentialToo
    ) =>
        [
            .. questions.Where(question =>
                !unanswered.Contains(question.Item) && (confidentialToo || !items.Any(item => item.Sensitive && item.Code == question.Item))
            ),
        ];
}
