namespace ACip.Local.Cli.Simulation;

/// <param name="Administrations">Null: all.</param>
/// <param name="Flawless">As in <see cref="Actors"/>.</param>
internal sealed record SimulationPlan(int Years, int? Administrations, string Seed, string Folder, bool Flawless = false)
{
    /// <summary>True: people also act for one another (<see cref="SeveralHands"/>).</summary>
    public bool Together { get; init; }

    /// <summary>First day of the plans.</summary>
    public static DateOnly Start { get; } = new(2026, 1, 1);

    /// <summary>Drafting and approval come before the first day of the plans.</summary>
    public DateTimeOffset Begins { get; } = new(2025, 10, 20, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Long enough after the last year for its donor reports to be due, unless it says otherwise.</summary>
    public DateTimeOffset Ends { get; init; } = new DateTimeOffset(2026 + Years, 1, 1, 6, 0, 0, TimeSpan.Zero).AddDays(130);
}
