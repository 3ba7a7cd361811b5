using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Tells people of the administration what was entered in their report, where it was not they who said it.</summary>
internal sealed class EntryCompanion(ReportMails mails, GivenAnswer entered, CancellationToken cancellation) : IAnswerCompanion
{
    public MailsOfStream? Mails { get; private set; }

    public async Task AddAsync(UnitOfWork unit, ReportAnswerResult result, IReadOnlyList<FormItem> items, FoundRows rows)
    {
        // a command alone that hands nothing in changes nothing that they have said
        bool tells = result.Kind switch
        {
            ReportAnswerKind.Submitted or ReportAnswerKind.Corrected => true,
            ReportAnswerKind.Saved => entered.Reply.Figures.Count > 0,
            _ => false,
        };
        Mails = MailsOfStream.Together(
            result.Told,
            tells ? await mails.EnteredAsync(unit, entered, result, items, rows, cancellation) : null
        );
    }
}
