using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Mail.Receiving;
using ACip.Workflows.Programme;

namespace ACip.Functions.Mail;

/// <summary>One message of the list, as a person who may see it sees it.</summary>
/// <param name="From">Null where it is sealed for this reader, or cannot be read.</param>
public sealed record AsideEntry(ReceivedMail Mail, string? From, string? Subject)
{
    public bool Waits => Mail.State == SetAsideState.Waiting;

    public bool Ignored => Mail.Verdict == nameof(Verdict.Ignore) && Mail.State == SetAsideState.None;

    public string Reason(Language language) => Reasons.Text(Mail.Reason).In(language);
}

/// <summary>The list with senders and subjects of those that wait; those live in the stored mail alone, so that they can be erased with it.</summary>
public sealed class AsideReading(AsideList list)
{
    private const int MostOpened = 60, MostListed = 400;

    public async Task<IReadOnlyList<AsideEntry>> ReadAsync(CancellationToken cancellation)
    {
        var entries = new List<AsideEntry>();
        int opened = 0;
        foreach (ReceivedMail mail in (await list.ListAsync(cancellation)).Take(MostListed))
        {
            bool open = mail.State == SetAsideState.Waiting && opened++ < MostOpened;
            InboundMessage? message = open ? (await list.OpenAsync(mail.MessageKey, cancellation))?.Message : null;
            entries.Add(new AsideEntry(mail, message is null ? null : MessageText.OneLine(string.Join(", ", message.From)), message is null ? null : MessageText.OneLine(message.Subject)));
        }

        return entries;
    }
}
