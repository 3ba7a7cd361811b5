using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Programme;

/// <summary>By what a donor's reports are made: the name of a <see cref="ReportTemplates.ReportTemplate"/>, which is data.</summary>
[JsonConverter(typeof(IdJson<DonorTemplate>))]
public readonly record struct DonorTemplate(string Value) : IId<DonorTemplate>
{
    public const string Neutral = "Neutral",
        Norad = "Norad",
        GlobalAffairsCanada = "GlobalAffairsCanada";

    public static DonorTemplate From(string value) => new(value);

    /// <summary>For names that are written in code and tests.</summary>
    public static implicit operator DonorTemplate(string name) => new(name);

    public override string ToString() => Value;
}
