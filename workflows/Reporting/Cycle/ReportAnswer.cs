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
        foreach (Figure figure in answer.Figures.Where(figure => !report.AcceptedItems.Contains(figure.Code)))
        {
            ReportEntry? before = entries.GetValueOrDefault(figure.Code);
            Figure said = answer.SaysAll || before is null ? figure : WithWhatStands(figure, before);
            entries[figure.Code] = new ReportEntry(said.Code, said.Value, said.Reached, said.Date, said.Narrative, said.MissingReason, said.Groups, before?.EvidenceSha256 ?? [], by, at, source, said.Line);
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
        if (report.State == ReportState.Submitted)
        {
            // a correction before the review; what was handed in stays handed in
            return new ReportAnswerResult(after, answer.Figures.Count > 0 ? ReportAnswerKind.Corrected : ReportAnswerKind.NothingNew, unanswered);
        }

        // a sensitive item is never answered by mail, so it must not keep a mail from being complete
        bool allByMail = !figures.Any(item => !item.Sensitive && !entries.ContainsKey(item.Code));
        bool asked = report.GapsAskedIn == report.Round && entries.Count > 0;
        bool handsIn = answer.Command switch
        {
            Command.Submit => allByMail || asked, // gaps are asked about once; handed in again, it counts as it stands
            Command.Nil => true,
            Command.Question => false,
            _ => allByMail && answer.NotUnderstood.Count == 0 && answer.Figures.Count > 0,
        };
        if (!handsIn)
        {
            bool asks = answer.Command is Command.Submit;
            after = asks ? after with { GapsAskedIn = report.Round } : after;
            return new ReportAnswerResult(after, answer.Figures.Count > 0 || asks ? ReportAnswerKind.Saved : ReportAnswerKind.NothingNew, unanswered);
        }

        var submission = new ReportSubmission(report.Submissions.Count + 1, by, at, source, (answer.Command as Command.Nil)?.Reason);
        return new ReportAnswerResult(after with { State = ReportState.Submitted, Submissions = [.. report.Submissions, submission] }, ReportAnswerKind.Submitted, unanswered);
    }

    /// <summary>A correction by mail changes what it names: a new total leaves the groups, which are asked about where they no longer add up; groups alone leave the total.</summary>
    private static Figure WithWhatStands(Figure figure, ReportEntry before)
    {
        if (figure.MissingReason is not null || before.MissingReason is not null)
        {
            return figure;
        }

        var groups = new Dictionary<string, decimal>(before.Groups);
        foreach ((string group, decimal value) in figure.Groups)
        {
            groups[group] = value;
        }

        return figure with
        {
            Value = figure.Value ?? before.Value,
            Reached = figure.Reached ?? before.Reached,
            Date = figure.Date ?? (figure.Reached == false ? null : before.Date),
            Narrative = figure.Narrative ?? before.Narrative,
            Groups = groups,
        };
    }
}

/// <param name="Unanswered">Codes of the items that still have neither a value nor a reason.</param>
public sealed record ReportAnswerResult(ReportFile After, ReportAnswerKind Kind, IReadOnlyList<string> Unanswered)
{
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
