using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>The lines of an acknowledgement that repeat what was understood of a report.</summary>
internal static class AcknowledgementLines
{
    /// <summary>For a message that does not count yet.</summary>
    public static IReadOnlyList<UnderstoodLine> Understood(ParsedReply reading, IReadOnlyList<FormItem> items, Language language) =>
        [
            .. from figure in reading.Figures
            join item in items on figure.Code equals item.Code
            select new UnderstoodLine(figure.Code, item.Label, Spanned(SaidAnswer.Of(figure), item, language), Sensitive: item.Sensitive)
            {
                IsText = SaidAnswer.Of(figure) is { MissingReason: not null } or { Narrative: not null },
            },
        ];

    /// <summary>The values as now in the report, with the earlier ones where the message changed them.</summary>
    public static IReadOnlyList<UnderstoodLine> Understood(
        ReportAnswerResult done,
        ParsedReply reading,
        IReadOnlyList<FormItem> items,
        Language language
    ) =>
        [
            .. from figure in reading.Figures
            join item in items on figure.Code equals item.Code
            where done.After.Entries.ContainsKey(figure.Code)
            let was = done.Corrections.FirstOrDefault(one => one.Item == figure.Code)?.Was
            select new UnderstoodLine(
                figure.Code,
                item.Label,
                Spanned(SaidAnswer.Of(done.After.Entries[figure.Code]), item, language),
                was is null ? null : SaidWords.Of(was, item, language),
                item.Sensitive
            ),
        ];

    /// <summary>Adds what the figure counts and, for a total, the previous total.</summary>
    private static string Spanned(SaidAnswer said, FormItem item, Language language)
    {
        string words = SaidWords.Of(said, item, language);
        return (said.Value, item.Context.Span) switch
        {
            (null, _) or (_, null) => words,
            (_, FigureSpan.SinceStart) when item.Context.Last is { Value: { } last } => LastAndNew(
                    SaidWords.Of(new SaidAnswer(last, null, null, null, null, new Dictionary<string, decimal>()), item, language),
                    words
                )
                .In(language),
            (_, { } span) => $"{words}, {span.Words.In(language)}",
        };
    }

    private static Text LastAndNew(string last, string now) => Texts.NewTotalSinceStartNowLast(now: now, last: last);

    /// <summary>Values that do not count because something else was said after the message had arrived.</summary>
    public static IReadOnlyList<UnclearLine> Overtaken(
        ParsedReply reading,
        ReportAnswerResult done,
        IReadOnlyList<FormItem> items,
        Language language
    ) =>
        [
            .. reading
                .Figures.Where(figure => done.Overtaken.Contains(figure.Code))
                .Select(figure => new UnclearLine(
                    figure.Line,
                    AnswerLines.LaterStands.In(language),
                    items.Any(item => item.Sensitive && item.Code == figure.Code)
                )),
            .. done.CommandOvertaken
                ?
                [
                    new UnclearLine(
                        (reading.Command is Command.Nil ? NilWord : AnswerLines.SubmitWord).In(language),
                        CommandVoid.In(language)
                    ),
                ]
                : Array.Empty<UnclearLine>(),
        ];

    private static Text NilWord { get; } = Texts.NIL;

    private static Text CommandVoid { get; } = Texts.SinceSentReportBeenSentBack;
}
