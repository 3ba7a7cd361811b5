using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Programme;

/// <summary>The template of a donor's reports: the name of a <see cref="ReportTemplates.ReportTemplate"/>, which is data.</summary>
[JsonConverter(typeof(IdJson<DonorTemplate>))]
public readonly record struct DonorTemplate(string Value) : IId<DonorTemplate>
{
    public const string Neutral = "Neutral",
        Norad = "Norad",
        GlobalAffairsCanada = "GlobalAffairsCanada";

    public static DonorTemplate From(string value) => new(value);

    /// <summary>For names in code and tests.</summary>
    public static implicit operator DonorTemplate(string name) => new(name);

    public override string ToString() => Value;
}
