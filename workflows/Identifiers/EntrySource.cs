using System.Globalization;
using System.Text.Json.Serialization;

namespace ACip.Workflows.Identifiers;

/// <summary>The origin of an entry: a mail, a page, the API, an officer on behalf of the administration, or a measurement named in the
/// plan.</summary>
[JsonConverter(typeof(IdJson<EntrySource>))]
public readonly record struct EntrySource(string Value) : IId<EntrySource>
{
    private const string MailPrefix = "mail:",
        PagePrefix = "page:",
        ApiPrefix = "api:",
        OfficerPrefix = "officer:",
        MeasuredPrefix = "measured:";

    /// <summary>The page behind a task's link.</summary>
    public static EntrySource Link { get; } = Page("link");

    [JsonIgnore]
    public bool IsOnBehalf => Value.StartsWith(OfficerPrefix, StringComparison.Ordinal);

    [JsonIgnore]
    public EntryWay Way =>
        IsOnBehalf ? EntryWay.OnBehalf
        : Value.StartsWith(MailPrefix, StringComparison.Ordinal) ? EntryWay.Mail
        : Value.StartsWith(MeasuredPrefix, StringComparison.Ordinal) ? EntryWay.Measured
        : Value.StartsWith(PagePrefix, StringComparison.Ordinal) ? EntryWay.Page
        : EntryWay.Api;

    /// <summary>Which mail, page, survey or assessment.</summary>
    [JsonIgnore]
    public string What => Value[(Value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static EntrySource From(string value) => new(value);

    /// <param name="blob">Of the message as it was received.</param>
    public static EntrySource Mail(string blob) => new(MailPrefix + blob);

    public static EntrySource Page(string which) => new(PagePrefix + which);

    public static EntrySource Page(DateTimeOffset at) => Page(Ticks(at));

    public static EntrySource Api(string which) => new(ApiPrefix + which);

    public static EntrySource Api(DateTimeOffset at) => Api(Ticks(at));

    public static EntrySource OnBehalf(string which) => new(OfficerPrefix + which);

    public static EntrySource OnBehalf(DateTimeOffset at) => OnBehalf(Ticks(at));

    /// <summary>A score of a survey, or an answer of a self-assessment.</summary>
    public static EntrySource Measured(string by) => new(MeasuredPrefix + by);

    public override string ToString() => Value;

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The ways by which something comes in.</summary>
public enum EntryWay
{
    Mail,
    Page,
    Api,
    OnBehalf,
    Measured,
}
