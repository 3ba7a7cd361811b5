namespace ACip.Tests.Bench.All;

/// <summary>A line of the table.</summary>
/// <param name="Id">As the part calls its figure.</param>
/// <param name="Peer">What it is held against, measured in the same run; null where only the goal is.</param>
/// <param name="Goal">Null where none was set.</param>
/// <param name="From">The shortest mode that has it.</param>
internal sealed record Row(string Id, string What, string Unit, string? Peer, Goal? Goal = null, Mode From = Mode.Smoke);

/// <summary>What was wanted: of the ratio to the peer, or of the figure itself.</summary>
internal sealed record Goal(bool OfRatio, double? AtLeast, double? AtMost)
{
    public static Goal RatioAtMost(double limit) => new(true, null, limit);

    public static Goal RatioAtLeast(double limit) => new(true, limit, null);

    public static Goal AtMostOf(double limit) => new(false, null, limit);

    public bool IsReached(double value, double? ratio) =>
        (OfRatio ? ratio : value) is { } held && (AtLeast is not { } least || held >= least) && (AtMost is not { } most || held <= most);

    public override string ToString()
    {
        string limits = string.Join(
            ", ",
            new[] { AtLeast is { } least ? $"≥ {least:0.##}" : null, AtMost is { } most ? $"≤ {most:0.##}" : null }.OfType<string>()
        );
        return OfRatio ? limits + " ×" : limits;
    }
}
