using System.Text.Json.Serialization;

namespace ACip.Workflows.Languages;

/// <summary>A working language of the programme. The name of the value is its ISO 639-1 code.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Language>))]
public enum Language { En, Fr, Es }

/// <summary>The same text in the three working languages.</summary>
public sealed record Text3(string En, string Fr, string Es)
{
    /// <summary>All three are written, and none is longer than that.</summary>
    public bool IsWritten(int most) => new[] { En, Fr, Es }.All(text => !string.IsNullOrWhiteSpace(text) && !TextBounds.IsLonger(text, most));

    public string In(Language language) => language switch { Language.Fr => Fr, Language.Es => Es, _ => En };
}
