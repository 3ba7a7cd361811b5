using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Functions.Pages.Settings;

/// <summary>Templates that an agreement's reports may follow, as officers choose them: those that ship, and those that were
/// given.</summary>
internal static class ReportTemplates
{
    public static IReadOnlyList<(string, Text)> Of(ProgrammeRegister register) =>
        [.. register.AllTemplates.Select(one => (one.Name.Value, Named(one)))];

    private static Text Named(ReportTemplate template) =>
        template.Name == DonorTemplate.Neutral ? Texts.NeutralTemplate
        : template.Title is { } title ? Text.For(language => $"{template.Name} ({title.In(language)})")
        : Text.Same(template.Name.Value);
}
