using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.ReplyParsing;

namespace ACip.Local.Cli;

/// <summary>There is no table to look a token up in: the message's is supposed to belong to an open task of the person asked.</summary>
internal static class SupposedTask
{
    /// <summary>A plan runs for a few years, and a benchmark is reported soon after it was reached.</summary>
    private const int YearsBefore = 6,
        YearsAfter = 2;

    /// <param name="registered">Address of the person asked; empty: the sender's.</param>
    public static (TriageDecision Decision, string Person) Decide(InboundMessage message, string registered)
    {
        string sender = message.From is [var from] && Mailboxes.Read(from) is [var mailbox] ? mailbox.Address : "";
        string person = registered.Length > 0 ? registered : sender;
        var own = new MailOptions();
        var task = new TaskFacts(
            new TaskId("supposed"),
            new PersonId("supposed"),
            person.Length == 0 ? [] : [new TaskPerson(new PersonId("supposed"), person)],
            DateTimeOffset.MaxValue,
            true
        );
        IReadOnlyList<string> tokens = ReplyAddress.Tokens(message.EnvelopeTo);
        return (
            Triage.Decide(
                message,
                new TriageFacts(
                    tokens.Take(1).ToDictionary(TaskTokens.Hash, _ => task),
                    [own.Domain, own.ReplyDomain],
                    DateTimeOffset.UnixEpoch
                )
            ),
            person
        );
    }

    /// <summary>Days that an answer of then may name; null where the message has no date.</summary>
    public static DayRange? DaysOf(InboundMessage message) =>
        MimeKit.Utils.DateUtils.TryParse(message.Headers["Date"] ?? "", out DateTimeOffset sent) && sent.Year is > 1990 and < 2200
            ? new DayRange(DateOnly.FromDateTime(sent.Date).AddYears(-YearsBefore), DateOnly.FromDateTime(sent.Date).AddYears(YearsAfter))
            : null;
}
