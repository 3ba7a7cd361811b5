using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>One survey of one administration: its code and the wave's label, such as af-2026.</summary>
[JsonConverter(typeof(IdJson<WaveId>))]
public readonly partial record struct WaveId(string Value) : IId<WaveId>
{
    /// <summary>Prefix of the streams of surveys, and of no others.</summary>
    public const string Streams = "survey-";

    [JsonIgnore]
    public StreamId Stream => new(Streams + Value);

    [JsonIgnore]
    public string InstanceId => $"survey:{Value}";

    /// <summary>Whose survey it is, as the code says; whether there is such an administration only the register knows.</summary>
    [JsonIgnore]
    public AdministrationId Administration => new(Value[..2].ToUpperInvariant());

    public static WaveId From(string value) => new(value);

    public static WaveId Of(AdministrationId administration, string label) => new($"{administration.Value.ToLowerInvariant()}-{label}");

    /// <returns>Null where it is none.</returns>
    public static WaveId? Read(string text) => Shape().IsMatch(text) ? new WaveId(text) : null;

    public static bool IsLabel(string text) => Label().IsMatch(text);

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z]{2}-[0-9]{4}(-[0-9])?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex("^[0-9]{4}(-[0-9])?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
