using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Multilateral.Experts;

/// <summary>A member of the pool of integrity experts.</summary>
/// <param name="Home">The administration that lends them; null for none. They are not sent home.</param>
/// <param name="Available">When they can be sent.</param>
public sealed record Expert(
    PersonId Person,
    IReadOnlyList<int> KeyFactors,
    IReadOnlyList<Language> Languages,
    AdministrationId? Home,
    IReadOnlyList<Availability> Available
);

/// <param name="Until">Last day, inclusive.</param>
public sealed record Availability(DateOnly From, DateOnly Until);

/// <summary>What an administration needs an expert for.</summary>
public sealed record ExpertRequest(
    AdministrationId Administration,
    IReadOnlyList<int> KeyFactors,
    Language Language,
    DateOnly Start,
    DateOnly End
);

/// <param name="Score">Higher fits better; comparable within one request only.</param>
/// <param name="Reasons">For it, and against it.</param>
/// <param name="Possible">False: something stands against it that no merit outweighs.</param>
public sealed record Candidate(PersonId Person, int Score, bool Possible, IReadOnlyList<Text> Reasons);
