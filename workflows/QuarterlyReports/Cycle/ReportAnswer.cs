using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Applies an answer to a report. Pure: the same answer to the same report gives the same result.</summary>
/// <remarks>Of two answers to one item the one that arrived later prevails, whichever is processed first. An answer written before the
/// report was sent back cannot submit it again.</remarks>
public static class ReportAnswer
{
    /// <param name="items">What the report asks for.</param>
    /// <param name="arrived">When it was said.</param>
    /// <param name="source">Where the answer came from, as in <see cref="ReportEntry.Source"/>.</param>
    public static ReportAnswerResult Apply(
        ReportRecord report,
        IReadOnlyList<FormItem> items,
        ParsedReply answer,
        PersonId by,
        Arrival arrived,
        EntrySource source
    )
    {
        if (!report.TakesAnswers)
        {
            return new ReportAnswerResult(report, ReportAnswerKind.Closed, []);
        }

        string[] overtaken = [.. answer.Figures.Select(figure => figure.Code).Where(code => IsOvertaken(report, code, arrived))];
        ReplyFigure[] figures = [.. answer.Figures.Where(figure => !overtaken.Contains(figure.Code))];
        (Dictionary<string, ReportEntry> entries, List<CorrectedItem> corrected) = Merged(report, figures, by, arrived, source);
        Command? command = InForce(answer.Command, report, arrived);
        if (command is Command.Nil nil)
        {
            IEnumerable<string> left = items
                .Where(ReportItems.IsFigure)
                .Select(item => item.Code)
                .Where(code => !entries.ContainsKey(code));
            foreach (string code in left.ToArray())
            {
                entries[code] = Gap(code, nil.Reason, by, arrived, source);
            }
        }

        FormItem[] asked = [.. items.Where(item => ReportItems.IsFigure(item) && !report.AcceptedItems.Contains(item.Code))];
        bool says = figures.Length > 0,
            late = overtaken.Length > 0 || command != answer.Command;
        ReportAnswerKind nothing = late ? ReportAnswerKind.Overtaken : ReportAnswerKind.NothingNew;
        ReportRecord after = report with { Entries = entries };
        var result = new ReportAnswerResult(after, nothing, [.. asked.Select(item => item.Code).Where(code => !entries.ContainsKey(code))])
        {
            Corrections = corrected,
            Overtaken = overtaken,
            CommandOvertaken = command != answer.Command,
        };
        if (report.State == ReportState.Submitted)
        {
            // a correction before the review; what was handed in stays handed in
            return result with { Kind = says ? ReportAnswerKind.Corrected : nothing };
        }

        bool asks = command is Command.Submit;
        bool certain = says && answer.NotUnderstood.Count == 0 && !WasBeforeTheLastDecision(report, arrived);
        return HandsIn(command, after, asked, certain)
                ? result with
                {
                    After = HandedIn(after, command, by, arrived, source),
                    Kind = ReportAnswerKind.Submitted,
                }
            : asks ? result with { After = after with { GapsAskedIn = report.Round }, Kind = ReportAnswerKind.Saved }
            : result with { Kind = says ? ReportAnswerKind.Saved : nothing };
    }

    private static bool IsOvertaken(ReportRecord report, string code, Arrival arrived) =>
        report.Entries.TryGetValue(code, out ReportEntry? stands) && arrived.IsBefore(stands.Arrived);

    /// <returns>What the report says with these figures, and which earlier answers they have changed.</returns>
    private static (Dictionary<string, ReportEntry> Entries, List<CorrectedItem> Corrected) Merged(
        ReportRecord report,
        IReadOnlyList<ReplyFigure> figures,
        PersonId by,
        Arrival arrived,
        EntrySource source
    )
    {
        var entries = new Dictionary<string, ReportEntry>(report.Entries);
        var corrected = new List<CorrectedItem>();
        foreach (ReplyFigure figure in figures.Where(figure => !report.AcceptedItems.Contains(figure.Code)))
        {
            ReportEntry? was = entries.GetValueOrDefault(figure.Code);
            ReportEntry now = AnswerMerge.Of(report, was, figure, by, arrived.At, source) with { Order = arrived.Order };
            entries[figure.Code] = now;
            if (was is not null && SaidAnswer.Of(was) is var said && !said.IsSame(SaidAnswer.Of(now)))
            {
                corrected.Add(new CorrectedItem(figure.Code, said, SaidAnswer.Of(now)));
            }
        }

        return (entries, corrected);
    }

    private static ReportEntry Gap(string code, string reason, PersonId by, Arrival arrived, EntrySource source) =>
        new(code, null, null, null, null, reason, new Dictionary<string, decimal>(), [], by, arrived.At, source, "")
        {
            Order = arrived.Order,
        };

    /// <param name="certain">True: it says something, all of it was understood, and nothing was decided since it was said.</param>
    private static bool HandsIn(Command? command, ReportRecord report, IReadOnlyList<FormItem> asked, bool certain)
    {
        // a sensitive item is never answered by mail, so it must not keep a mail from being complete
        bool allByMail = !asked.Any(item => !item.Sensitive && !report.Entries.ContainsKey(item.Code));
        bool askedForGaps = report.GapsAskedIn == report.Round && report.Entries.Count > 0;
        return command switch
        {
            Command.Submit => allByMail || askedForGaps, // gaps are asked about once; handed in again, it counts as it stands
            Command.Nil => true,
            Command.Question or Command.Part => false,
            _ => allByMail && certain && !IsQuestioned(report, asked) && !WaitsForOthers(report),
        };
    }

    /// <summary>Whether more time, or a colleague's part, is asked for and still open: who waits for that is not done, and hands in by a
    /// command.</summary>
    private static bool WaitsForOthers(ReportRecord report) =>
        MoreTimeRules.Waiting(report) is not null || ContributionTasks.WaitingOf(report).Count > 0;

    /// <summary>Whether questioned items are still unanswered. After a return, a mail without a command submits the report only once they
    /// are answered.</summary>
    private static bool IsQuestioned(ReportRecord report, IReadOnlyList<FormItem> asked) =>
        report is { State: ReportState.Returned, Submissions: [.., { SentBack.Items: var reasons }] }
        && asked.Any(item =>
            !item.Sensitive
            && reasons.ContainsKey(item.Code)
            && report.Entries.GetValueOrDefault(item.Code)?.SentBack.Any(kept => kept.Round == report.Round) != true
        );

    private static ReportRecord HandedIn(ReportRecord report, Command? command, PersonId by, Arrival arrived, EntrySource source) =>
        MoreTimeRules.Decided(
            ContributionRules.Ended(report, PartOutcome.HandedIn, by, arrived.At),
            new MoreTimeDecision(null, null, by, arrived.At)
        ) with
        {
            State = ReportState.Submitted,
            Submissions =
            [
                .. report.Submissions,
                new ReportSubmission(report.Submissions.Count + 1, by, arrived.At, source, (command as Command.Nil)?.Reason),
            ],
        };

    /// <summary>The command, unless something that happened since makes it void.</summary>
    private static Command? InForce(Command? command, ReportRecord report, Arrival arrived) =>
        command switch
        {
            Command.Submit or Command.Nil when WasBeforeTheLastDecision(report, arrived) => null,
            // there is something to report: it came in later
            Command.Nil when report.Entries.Values.Any(entry => arrived.IsBefore(entry.Arrived)) => null,
            _ => command,
        };

    private static bool WasBeforeTheLastDecision(ReportRecord report, Arrival arrived) =>
        report.Submissions.LastOrDefault() is { } last && (last.SentBack ?? last.Decision) is { } decision && arrived.At < decision.At;
}

/// <param name="Unanswered">Codes of the items that still have neither a value nor a reason.</param>
public sealed record ReportAnswerResult(ReportRecord After, ReportAnswerKind Kind, IReadOnlyList<string> Unanswered)
{
    /// <summary>Earlier answers that this one changed.</summary>
    public IReadOnlyList<CorrectedItem> Corrections { get; init; } = [];

    /// <summary>Questions about the figures. Each figure can be confirmed as it is.</summary>
    public IReadOnlyList<ReportQuestion> Questions { get; init; } = [];

    /// <summary>Codes of figures that do not count because a later answer prevails.</summary>
    public IReadOnlyList<string> Overtaken { get; init; } = [];

    /// <summary>True if it asked for something that a later event has made void.</summary>
    public bool CommandOvertaken { get; init; }

    /// <summary>Mails in the same unit of work, to colleagues who were asked for parts that end with it; null for none.</summary>
    public MailsOfStream? Told { get; init; }
}

public enum ReportAnswerKind
{
    /// <summary>Submitted for review.</summary>
    Submitted,

    /// <summary>Saved; something is still missing.</summary>
    Saved,

    /// <summary>Changed after submission and before review.</summary>
    Corrected,

    /// <summary>Nothing in it could be understood.</summary>
    NothingNew,

    /// <summary>Everything in it was answered otherwise, or decided, after it had arrived.</summary>
    Overtaken,

    /// <summary>The report takes no more answers.</summary>
    Closed,

    /// <summary>The answer was based on an older version of the report.</summary>
    ChangedMeanwhile,
}
