using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>What an answer does to a report. Pure: the same answer to the same report gives the same result.</summary>
/// <remarks>Of two answers to one item the one that arrived later stands, in whichever order they are worked on; and nothing is handed in
/// again by what was written before it was sent back.</remarks>
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
        Figure[] figures = [.. answer.Figures.Where(figure => !overtaken.Contains(figure.Code))];
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
        IReadOnlyList<Figure> figures,
        PersonId by,
        Arrival arrived,
        EntrySource source
    )
    {
        var entries = new Dictionary<string, ReportEntry>(report.Entries);
        var corrected = new List<CorrectedItem>();
        foreach (Figure figure in figures.Where(figure => !report.AcceptedItems.Contains(figure.Code)))
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
            _ => allByMail && certain && !IsQuestioned(report, asked),
        };
    }

    /// <summary>After a return, what was questioned has to be answered before a mail without a command hands the whole in again.</summary>
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

    /// <summary>The command, unless something has happened since that makes it void.</summary>
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
    /// <summary>Earlier answers that it has changed.</summary>
    public IReadOnlyList<CorrectedItem> Corrections { get; init; } = [];

    /// <summary>What is asked about the figures: each may be confirmed as it stands.</summary>
    public IReadOnlyList<ReportQuestion> Questions { get; init; } = [];

    /// <summary>Codes of figures that do not count, since a later answer to them stands.</summary>
    public IReadOnlyList<string> Overtaken { get; init; } = [];

    /// <summary>True: it asked for something that what came later has made void.</summary>
    public bool CommandOvertaken { get; init; }
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

    /// <summary>All that it said was said otherwise, or decided upon, after it had arrived.</summary>
    Overtaken,

    /// <summary>The report takes no answers any more.</summary>
    Closed,

    /// <summary>The answer was made from another state of the report than the one that stands.</summary>
    ChangedMeanwhile,
}
