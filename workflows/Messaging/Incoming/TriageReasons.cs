using System.Collections.Frozen;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Why a message was classified as it was. The slugs are used in tables, the API and logs; people read the texts.</summary>
public static class TriageReasons
{
    public const string DkimAligned = "dkim-aligned";
    public const string SpfAligned = "spf-aligned";
    public const string DomainSilent = "domain-silent";
    public const string DomainDenies = "domain-denies";
    public const string Stranger = "stranger";
    public const string NoSender = "no-sender";
    public const string SeveralSenders = "several-senders";
    public const string NamePretends = "name-pretends";
    public const string Loop = "loop";
    public const string Bounce = "bounce";
    public const string ReadReceipt = "read-receipt";
    public const string CalendarReply = "calendar-reply";
    public const string AutoSubmitted = "auto-submitted";
    public const string OutOfOffice = "out-of-office";
    public const string SuppressesReplies = "suppresses-replies";
    public const string Bulk = "bulk";
    public const string FromNobody = "from-nobody";
    public const string NoToken = "no-token";
    public const string UnknownToken = "unknown-token";
    public const string SeveralTasks = "several-tasks";
    public const string ExpiredToken = "expired-token";
    public const string TaskClosed = "task-closed";
    public const string Flawed = "flawed";
    public const string Encrypted = "encrypted";
    public const string Question = "question";
    public const string StillUnclear = "still-unclear";
    public const string ChangedOften = "changed-often";
    public const string TooLarge = "too-large";
    public const string NotProcessed = "not-processed";

    private static readonly FrozenDictionary<string, Text> Known = new Dictionary<string, Text>
    {
        [DkimAligned] = Texts.ReasonDkimAligned,
        [SpfAligned] = Texts.ReasonSpfAligned,
        [DomainSilent] = Texts.ReasonDomainSilent,
        [DomainDenies] = Texts.ReasonDomainDenies,
        [Stranger] = Texts.ReasonStranger,
        [NoSender] = Texts.ReasonNoSender,
        [SeveralSenders] = Texts.ReasonSeveralSenders,
        [NamePretends] = Texts.ReasonNamePretends,
        [Loop] = Texts.ReasonLoop,
        [Bounce] = Texts.ReasonBounce,
        [ReadReceipt] = Texts.ReasonReadReceipt,
        [CalendarReply] = Texts.ReasonCalendarReply,
        [AutoSubmitted] = Texts.ReasonAutoSubmitted,
        [OutOfOffice] = Texts.ReasonOutOfOffice,
        [SuppressesReplies] = Texts.ReasonSuppressesReplies,
        [Bulk] = Texts.ReasonBulk,
        [FromNobody] = Texts.ReasonFromNobody,
        [NoToken] = Texts.ReasonNoToken,
        [UnknownToken] = Texts.ReasonUnknownToken,
        [SeveralTasks] = Texts.ReasonSeveralTasks,
        [ExpiredToken] = Texts.ReasonExpiredToken,
        [Question] = Texts.ReasonQuestion,
        [StillUnclear] = Texts.ReasonStillUnclear,
        [ChangedOften] = Texts.ReasonChangedOften,
        [TaskClosed] = Texts.ReasonTaskClosed,
        [Flawed] = Texts.ReasonFlawed,
        [Encrypted] = Texts.ReasonEncrypted,
        [TooLarge] = Texts.ReasonTooLarge,
        [NotProcessed] = Texts.ReasonNotProcessed,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the sender can do instead, if anything.</summary>
    private static readonly FrozenDictionary<string, Text> Instead = new Dictionary<string, Text>
    {
        [Encrypted] = Texts.SendAgainUnencrypted,
        [Flawed] = Texts.SendAgainAsPlainText,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> All => Known.Keys;

    /// <returns>Null where a person has to see to it first.</returns>
    public static Text? DoInstead(string reason) => Instead.GetValueOrDefault(reason);

    /// <exception cref="KeyNotFoundException">The slug is none of ours.</exception>
    public static Text Text(string reason) => Known[reason];
}
