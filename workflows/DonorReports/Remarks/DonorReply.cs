using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.DonorReports.Remarks;

/// <summary>What a reply to an issued report says. Pure.</summary>
/// <param name="Received">True: it says that the report has come. So does whoever writes anything about it.</param>
/// <param name="Comment">Words that ask nothing; null for none.</param>
internal sealed record DonorReply(bool Received, string? Comment, string? Question)
{
    public bool IsEmpty => !Received && Comment is null && Question is null;

    public static DonorReply Read(InboundMessage message, Language language)
    {
        ParsedReply read = ReplyReader.Read(ReplyText.Of(message.Text, message.Html), [], language);
        string[] lines = read.Narrative.Split('\n', StringSplitOptions.TrimEntries);
        string comment = string.Join('\n', lines.Where(line => !ReceiptWords.Is(line))).Trim();
        return new DonorReply(
            read.Lines.Any(line => ReceiptWords.Is(line.Line)),
            comment.Length > 0 ? comment : null,
            read.Command is Command.Question question ? question.Text : null
        );
    }
}
