using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Publication;

/// <summary>What of an agreement is public, at an address that stays the same for all versions.</summary>
/// <param name="Reason">Why it is withheld or was taken back; told to nobody outside.</param>
public sealed record DonorPublication(PublicationState State, PersonId By, DateTimeOffset At, string? Reason = null)
{
    /// <summary>That is open; null where none is.</summary>
    public PeriodKey? Period { get; init; }

    public int? Version { get; init; }

    /// <summary>Folder of that version's files.</summary>
    public string? Folder { get; init; }

    public string? ManifestSha256 { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<PublicationState>))]
public enum PublicationState
{
    /// <summary>Everybody can read it.</summary>
    Published,

    /// <summary>It must not be published: integrity data can endanger people.</summary>
    Withheld,

    /// <summary>It was published, or withheld, and is so no longer.</summary>
    Withdrawn,
}

[JsonConverter(typeof(JsonStringEnumConverter<PublicationAct>))]
public enum PublicationAct
{
    Publish,
    Withhold,
    Withdraw,
}

/// <summary>What somebody wants done with it.</summary>
/// <param name="Act">Publish, Withhold or Withdraw; to withdraw what is withheld allows it again.</param>
/// <param name="Period">Of the issued report, to publish it.</param>
/// <param name="Version">That was read; null for whichever the donor has.</param>
/// <param name="Reason">Needed to withhold and to withdraw.</param>
public sealed record PublicationOrder(PublicationAct Act, PeriodKey? Period = null, int? Version = null, string? Reason = null);
