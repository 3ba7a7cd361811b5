using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Settings;

/// <summary>Templates that an agreement's reports may follow, as officers choose them.</summary>
internal static class ReportTemplates
{
    public static IReadOnlyList<(string, Text)> Choices { get; } =
    [
        (nameof(DonorTemplate.Neutral), Texts.NeutralTemplate),
        (nameof(DonorTemplate.Norad), Text.Same("Norad")),
        (nameof(DonorTemplate.GlobalAffairsCanada), Text.Same("Global Affairs Canada")),
    ];
}
