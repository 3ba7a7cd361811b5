using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;

namespace ACip.Workflows.Messaging.Received;

/// <summary>What became of one message, stored in the stream of its task or in the Secretariat's inbox. It also identifies
/// repeats.</summary>
/// <param name="MessageKey">Hash of Message-ID, token and body.</param>
/// <param name="Blob">Key of the POST as it came.</param>
/// <param name="Verdict">As triage decided.</param>
/// <param name="Reason">A slug of <see cref="TriageReasons"/>.</param>
/// <param name="Taken">What the workflow had to do: a repeated activity finds it here.</param>
public sealed record ReceivedMail(
    string MessageKey,
    string Blob,
    DateTimeOffset At,
    string Verdict,
    string Reason,
    TaskId? Task,
    PersonId? Person,
    MailTaken Taken,
    QuarantineState State = QuarantineState.None,
    PersonId? HandledBy = null,
    StreamId? TaskStream = null
)
{
    public const string Prefix = "received|";

    /// <summary>The most repeats recorded; more come only from somebody with bad intent.</summary>
    public const int MostRepeats = 50;

    /// <summary>Blobs of the same message, delivered again.</summary>
    public IReadOnlyList<string> Repeats { get; init; } = [];

    /// <summary>Who is just taking it as an answer; null for nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MailClaim? Claim { get; init; }

    /// <summary>As lists show it: of what is sealed nothing tells who wrote it, not even the task or the mails it brought about.</summary>
    /// <param name="opensSealed">True: the reader may open what is sealed.</param>
    public ReceivedMail ShownTo(bool opensSealed) =>
        State != QuarantineState.Sealed || opensSealed
            ? this
            : this with
            {
                Person = null,
                Task = null,
                TaskStream = null,
                Taken = MailTaken.Nothing,
            };

    public static string RowKey(string messageKey) => Prefix + messageKey;
}

/// <summary>Holds a message while it is being taken as an answer, which is committed elsewhere.</summary>
public sealed record MailClaim(PersonId By, DateTimeOffset At)
{
    /// <summary>A process that ended meanwhile keeps nobody from handling it later.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public bool Holds(DateTimeOffset now) => now < At + Longest;
}

/// <summary>What the Secretariat did with a message in quarantine.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuarantineState>))]
public enum QuarantineState
{
    None,
    Waiting,
    TreatedAsAnswer,
    Discarded,
    Sealed,
}
