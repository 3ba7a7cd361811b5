using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>A message that counts as somebody's answer to a task.</summary>
/// <param name="Blob">Key of the POST as it came.</param>
internal sealed record TaskReply(
    InboundMessage Message,
    TriageDecision Decision,
    TaskRef Task,
    string Blob,
    Person From,
    AnswerGrounds Grounds,
    Arrival Arrived
)
{
    public DateTimeOffset At => Arrived.At;

    /// <summary>The source that is recorded with every entry made from this reply.</summary>
    public EntrySource Source => EntrySource.Mail(Blob);
}

/// <summary>Why a message counts as somebody's answer.</summary>
public enum AnswerGrounds
{
    /// <summary>The person sent it, and the sender's domain authenticates it.</summary>
    Sender,

    /// <summary>The person confirmed it through the link sent to the registered address.</summary>
    Confirmed,

    /// <summary>An officer assigned it to the person.</summary>
    Officer,
}

public enum AnswerOutcome
{
    Taken,
    NotUnderstood,
    Closed,

    /// <summary>A later answer contradicts it, so it no longer counts.</summary>
    Overtaken,
}

public sealed record AnswerTaken(AnswerOutcome Outcome, MailTaken Mail);
