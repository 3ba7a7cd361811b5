using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>A message that counts as somebody's answer to a task.</summary>
/// <param name="Blob">Key of the POST as it came.</param>
internal sealed record PersonReply(
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

    /// <summary>Where what is recorded comes from.</summary>
    public EntrySource Source => EntrySource.Mail(Blob);
}

/// <summary>Why a message counts as somebody's answer.</summary>
public enum AnswerGrounds
{
    /// <summary>It comes from the person, and the sender's domain says so.</summary>
    Sender,

    /// <summary>The person confirmed it by the link that went to the registered address.</summary>
    Confirmed,

    /// <summary>An officer says whose answer it is.</summary>
    Officer,
}

public enum AnswerOutcome
{
    Taken,
    NotUnderstood,
    Closed,

    /// <summary>Whatever it says, a later answer says otherwise.</summary>
    Overtaken,
}

public sealed record AnswerTaken(AnswerOutcome Outcome, MailTaken Mail);
