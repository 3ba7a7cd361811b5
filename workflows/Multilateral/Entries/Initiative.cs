using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Multilateral.Entries;

/// <summary>Work for several administrations, with results of its own that are reported on.</summary>
/// <param name="Administrations">Whom it serves; empty: all.</param>
public sealed record Initiative(
    string Id,
    string Title,
    InitiativeReach Reach,
    DateOnly Start,
    DateOnly End,
    IReadOnlyList<AdministrationId> Administrations,
    IReadOnlyList<InitiativeResult> Results,
    Themes Themes
);

[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<InitiativeReach>))]
public enum InitiativeReach
{
    Regional,
    International,
}

/// <param name="Figures">What was achieved by when, the oldest first.</param>
public sealed record InitiativeResult(
    string Code,
    string Statement,
    string Unit,
    decimal? Baseline,
    decimal? Target,
    IReadOnlyList<InitiativeFigure> Figures
)
{
    /// <returns>Null where nothing was reported by then.</returns>
    public InitiativeFigure? By(DateOnly day) => Figures.Where(figure => figure.On <= day).MaxBy(figure => figure.On);
}

/// <param name="Source">Where the figure comes from.</param>
public sealed record InitiativeFigure(DateOnly On, decimal Value, string Source);
