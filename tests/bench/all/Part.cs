namespace ACip.Tests.Bench.All;

/// <summary>A program that measures some of the rows.</summary>
/// <param name="Program">Its folder under tests, and its assembly.</param>
internal sealed record Part(string Name, (string Folder, string Assembly) Program)
{
    /// <summary>Null: not in this mode.</summary>
    public string[]? Smoke { get; init; }

    public required string[] Short { get; init; }

    /// <summary>Null: as in the short mode.</summary>
    public string[]? Long { get; init; }

    /// <summary>How often it runs in the short mode; in the smoke it runs once. A part that repeats within itself runs once.</summary>
    public int Times { get; init; } = 3;

    /// <summary>In the long mode.</summary>
    public int LongTimes { get; init; } = 3;

    public string[]? In(Mode mode) =>
        mode switch
        {
            Mode.Smoke => Smoke,
            Mode.Short => Short,
            _ => Long ?? Short,
        };

    public int TimesIn(Mode mode) =>
        mode switch
        {
            Mode.Smoke => 1,
            Mode.Short => Times,
            _ => LongTimes,
        };
}
