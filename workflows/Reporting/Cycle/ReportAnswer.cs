using ACip.Workflows.Programme;
using ACip.Workflows.Replies;

namespace ACip.Workflows.Reporting;

/// <summary>What an answer does to a report. Pure: the same answer to the same report gives the same result.</summary>
public static class ReportAnswer
{
    /// <param name="items">What the report asks for.</param>
    /// <param name="source">Where the answer came from, as in <see cref="ReportEntry.Source"/>.</param>
    public static ReportAnswerResult Apply(ReportFile report, IReadOnlyList<FormItem> items, ReplyReading answer, PersonId by, DateTimeOffset at, string source)
    {
        if (!report.TakesAnswers)
        {
            return new ReportAnswerResult(report, ReportAnswerKind.Closed, []);
        }

        var entries = new Dictionary<string, ReportEntry>(report.Entries);
        var corrected = new List<CorrectedItem>();
        foreach (Figure figure in answer.Figures.Where(figure => !report.AcceptedItems.Contains(figure.Code)))
        {
            ReportEntry? was = entries.GetValueOrDefault(figure.Code);
            ReportEntry now = AnswerMerge.Of(report, was, figure, by, at, source);
            entries[figure.Code] = now;
            if (was is not null && SaidAnswer.Of(was) is var said && !said.IsSame(SaidAnswer.Of(now)))
            {
                corrected.Add(new CorrectedItem(figure.Code, said, SaidAnswer.Of(now)));
            }
        }

        if (answer.Command is Command.Nil nil)
        {
            foreach (FormItem item in items.Where(item => ReportItems.IsFigure(item) && !entries.ContainsKey(item.Code)))
            {
                entries[item.Code] = new ReportEntry(item.Code, null, null, null, null, nil.Reason, new Dictionary<string, decimal>(), [], by, at, source, "");
            }
        }

        FormItem[] figures = [.. items.Where(item => ReportItems.IsFigure(item) && !report.AcceptedItems.Contains(item.Code))];
        string[] unanswered = [.. figures.Select(item => item.Code).Where(code => !entries.ContainsKey(code))];
        ReportFile after = report with { Entries = entries };
        ReportAnswerResult Result(ReportFile file, ReportAnswerKind kind) => new(file, kind, unanswered) { Corrections = corrected };
        if (report.State == ReportState.Submitted)
        {
            // a correction before the review; what was handed in stays handed in
            return Result(after, answer.Figures.Count > 0 ? ReportAnswerKind.Corrected : ReportAnswerKind.NothingNew);
        }

        // a sensitive item is never answered by mail, so it must not keep a mail from being complete
        bool allByMail = !figures.Any(item => !item.Sensitive && !entries.ContainsKey(item.Code));
        bool asked = report.GapsAskedIn == report.Round && entries.Count > 0;
        // after a return, what was questioned has to be answered before a mail without a command hands the whole in again
        bool questioned = report is { State: ReportState.Returned, LastDecision.Items: { } reasons } && figures.Any(item => !item.Sensitive && reasons.ContainsKey(item.Code) && entries.GetValueOrDefault(item.Code)?.SentBack.Any(kept => kept.Round == report.Round) != true);
        bool handsIn = answer.Command switch
        {
            Command.Submit => allByMail || asked, // gaps are asked about once; handed in again, it counts as it stands
            Command.Nil => true,
            Command.Question => false,
            _ => allByMail && !questioned && answer.NotUnderstood.Count == 0 && answer.Figures.Count > 0,
        };
        if (!handsIn)
        {
            bool asks = answer.Command is Command.Submit;
            after = asks ? after with { GapsAskedIn = report.Round } : after;
            return Result(after, answer.Figures.Count > 0 || asks ? ReportAnswerKind.Saved : ReportAnswerKind.NothingNew);
        }

        var submission = new ReportSubmission(report.Submissions.Count + 1, by, at, source, (answer.Command as Command.Nil)?.Reason);
        return Result(after with { State = ReportState.Submitted, Submissions = [.. report.Submissions, submission] }, ReportAnswerKind.Submitted);
    }
}

/// <param name="Unanswered">Codes of the items that still have neither a value nor a reason.</param>
public sealed record ReportAnswerResult(ReportFile After, ReportAnswerKind Kind, IReadOnlyList<string> Unanswered)
{
    /// <summary>Earlier answers that it has changed.</summary>
    public IReadOnlyList<CorrectedItem> Corrections { get; init; } = [];

    /// <summary>What is asked about the figures: each may be confirmed as it stands.</summary>
    public IReadOnlyList<ReportQuestion> Questions { get; init; } = [];
}

public enum ReportAnswerKind
{
    /// <summary>Handed in for review.</summary>
    Submitted,

    /// <summary>Kept; something is still missing.</summary>
    Saved,

    /// <summary>Changed after it was handed in and before it was reviewed.</summary>
    Corrected,

    /// <summary>It said nothing that could be understood.</summary>
    NothingNew,

    /// <summary>The report takes no answers any more.</summary>
    Closed,
}
