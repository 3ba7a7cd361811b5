using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>What a reply says to a short form. Pure.</summary>
/// <param name="Kept">Words that are no answer; null for none.</param>
internal sealed record ShortFormReply(
    IReadOnlyDictionary<string, ShortFormValue> Values,
    IReadOnlyList<UnclearLine> Unclear,
    string? Kept,
    bool IsQuestion
)
{
    public ShortFormFiles Files { get; init; } = ShortFormFiles.None;

    private static readonly Text Whole = Texts.ShortFormNotACount;
    private static readonly Text Needed = Texts.ShortFormNeedsAnswer;

    /// <param name="takesFiles">False: what is attached is not kept, and its sender is told.</param>
    public static ShortFormReply Read(ShortForm form, InboundMessage message, Language language, bool takesFiles = false)
    {
        IReadOnlyList<FormItem> items = form.In(language);
        ParsedReply read = ReplyReader.Read(ReplyText.Of(message.Text, message.Html), items, language, nil: false);
        var values = new SortedDictionary<string, ShortFormValue>(StringComparer.Ordinal);
        var unclear = new List<UnclearLine>(AnswerLines.Unclear(read, items, language));
        foreach (ReplyFigure figure in read.Figures)
        {
            var value = new ShortFormValue(figure.Value, figure.Reached, figure.Narrative, figure.MissingReason);
            if (form.Items.First(item => item.Code == figure.Code).Takes(value))
            {
                values[figure.Code] = value;
            }
            else
            {
                unclear.Add(new UnclearLine(figure.Line, (value.Missing is null ? Whole : Needed).In(language)));
            }
        }

        return new ShortFormReply(values, unclear, AnswerLines.Kept(read), read.Command is Command.Question)
        {
            Files = ShortFormFiles.Of(message.Files, takesFiles, language),
        };
    }
}
