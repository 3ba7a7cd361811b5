using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>A file of answers and how much of it has been imported.</summary>
/// <param name="Sha256">Of the file as it was sent.</param>
/// <param name="Blob">Where it lies until all of it is taken; null from then on.</param>
/// <param name="Size">Bytes of what is read; of the file as it was sent until that is known.</param>
/// <param name="At">How many of them were taken.</param>
public sealed record ImportProgress(
    string Sha256,
    DateOnly On,
    PersonId By,
    string? Blob,
    long Size,
    long At,
    long Rows,
    long BadRows,
    ImportState State
)
{
    /// <summary>What was done to the file before it could be read; null for nothing.</summary>
    public string? Converted { get; init; }

    public AnswerLayout? Layout { get; init; }

    /// <summary>The first lines that could not be imported, with their numbers.</summary>
    public IReadOnlyList<BadLine> Bad { get; init; } = [];

    /// <summary>The rule by which the whole file was refused; null if it was not.</summary>
    public string? Problem { get; init; }

    /// <summary>Number of the line that stands at <see cref="At"/>.</summary>
    public int Line { get; init; }

    /// <summary>Parts that were taken.</summary>
    public int Parts { get; init; }

    [JsonIgnore]
    public int Percent =>
        State is ImportState.Done or ImportState.Refused ? 100
        : Size == 0 ? 0
        : (int)(100 * At / Size);

    public static string Key(string sha256) => Prefix + sha256;

    public const string Prefix = "import|";
}

[JsonConverter(typeof(JsonStringEnumConverter<ImportState>))]
public enum ImportState
{
    Waiting,
    Running,
    Done,
    Refused,
}

/// <summary>Identifies a file in workflow inputs.</summary>
public sealed record ImportRef(WaveId Wave, string Sha256)
{
    [JsonIgnore]
    public string InstanceId => $"survey-import:{Wave}:{Sha256[..16]}";
}
