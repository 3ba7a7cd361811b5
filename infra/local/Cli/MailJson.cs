using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.ReplyParsing;

namespace ACip.Local.Cli;

/// <summary>What the system would make of a message, as one JSON object: for programs that check many.</summary>
/// <param name="Command">Submit, Nil, Question or Correct; null where there is none.</param>
/// <param name="Narrative">The person's words that are neither answer nor courtesy.</param>
internal sealed record MailJson(
    string Verdict,
    string Reason,
    string? Command,
    IReadOnlyList<JsonFigure> Figures,
    IReadOnlyList<JsonAskedBack> AskedBack,
    string Narrative,
    IReadOnlyList<JsonFile> Files
)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>A POST that is not even a message.</summary>
    public static MailJson Unreadable { get; } =
        new(nameof(ACip.Workflows.Messaging.Incoming.Verdict.NeedsPerson), TriageReasons.Flawed, null, [], [], "", []);

    public static MailJson Of(InboundMessage message, ReplyText text, string registered, Language language)
    {
        TriageDecision decision = SupposedTask.Decide(message, registered).Decision;
        JsonFile[] files =
        [
            .. AttachmentRules.Judge(message.Files).Select(file => new JsonFile(file.Name, file.Kind.ToString(), file.Refusal)),
        ];
        if (decision.Verdict is ACip.Workflows.Messaging.Incoming.Verdict.Ignore or ACip.Workflows.Messaging.Incoming.Verdict.Quarantine)
        {
            return new MailJson(decision.Verdict.ToString(), decision.Reason, null, [], [], "", files); // nobody reads it for an answer
        }

        DayRange? days = SupposedTask.DaysOf(message);
        ParsedReply reading = ReplyReader.Read(text, AnyForm.Of(text, language, days), language, days);
        return new MailJson(
            decision.Verdict.ToString(),
            decision.Reason,
            reading.Command?.GetType().Name,
            [.. reading.Figures.Select(JsonFigure.Of)],
            [.. reading.NotUnderstood.Select(one => new JsonAskedBack(one.Reason.ToString(), one.Codes, one.Line))],
            reading.Narrative,
            files
        );
    }

    public override string ToString() => JsonSerializer.Serialize(this, Written);
}

/// <param name="Value">With a point as decimal sign; yes or no; a day; "n/a" and the reason; or the words.</param>
/// <param name="Groups">By the group's word, with a point as decimal sign.</param>
/// <param name="Day">yyyy-MM-dd, where one is given.</param>
internal sealed record JsonFigure(string Code, string? Value, IReadOnlyDictionary<string, string> Groups, string? Day)
{
    public static JsonFigure Of(ReplyFigure figure) =>
        new(
            figure.Code,
            figure switch
            {
                { MissingReason: { } reason } => $"n/a {reason}",
                { Status: { } status } => status.ToString(),
                { Value: { } number } => Number(number),
                { Reached: { } reached } => reached ? "yes" : "no",
                { Date: { } day } => Written(day),
                _ => figure.Narrative,
            },
            figure.Groups.ToDictionary(group => group.Key, group => Number(group.Value)),
            figure.Date is { } date ? Written(date) : null
        );

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <param name="Codes">Items that are meant; empty where that is not known.</param>
/// <param name="Line">As the person wrote it.</param>
internal sealed record JsonAskedBack(string Reason, IReadOnlyList<string> Codes, string Line);

/// <param name="Refused">Why it would not be kept; null where it would.</param>
internal sealed record JsonFile(string Name, string Kind, string? Refused);
