using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>A customs administration that takes part. Programme officers can edit all of it; the seed file only provides the
/// start.</summary>
/// <param name="Id">ISO 3166-1 alpha-2 code of its territory.</param>
/// <param name="WcoRegion">WCO region: AMS, A/P, ESA, MENA, WCA …</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="FiscalYearStart">MM-DD.</param>
public sealed record Administration(
    AdministrationId Id,
    string Name,
    string WcoRegion,
    DonorId Donor,
    Language Language,
    string TimeZone,
    IReadOnlyList<DayOfWeek> Weekend,
    string FiscalYearStart
)
{
    /// <summary>Its name in each language.</summary>
    [JsonIgnore]
    public Text Names => CountryNames.Of(Id, Name);
}

/// <summary>One of the ten key factors of the WCO Revised Arusha Declaration.</summary>
public sealed record KeyFactor(int Number, string Code, Text Name);

public sealed record Donor(DonorId Id, string Name, string IatiReference, Language Language);
