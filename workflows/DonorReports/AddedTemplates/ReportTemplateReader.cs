using System.Text.Json;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.DonorReports.AddedTemplates;

/// <summary>Reads a template as its author writes it. Whatever cannot be read is answered with its place and the values allowed
/// there.</summary>
public static class ReportTemplateReader
{
    /// <returns>The template; or null and what is wrong.</returns>
    public static (ReportTemplate? Template, IReadOnlyList<RegisterProblem> Problems) Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportTemplate>(json, ShippedTemplates.Json) is not { } read
                    ? (null, [Wrong("$", "A template is an object; docs/templates.md shows one.")])
                : ReportTemplateRules.In(read) is { Count: > 0 } problems ? (null, problems)
                : (read, []);
        }
        catch (JsonException error)
        {
            string path = error.Path ?? "$";
            return (null, [Wrong(path, Choices(path) is { } choices ? $"It is one of: {choices}." : FirstSentence(error.Message))]);
        }
        catch (ArgumentException error)
        {
            return (null, [Wrong("$", FirstSentence(error.Message))]);
        }
    }

    internal static RegisterProblem Wrong(string path, string why) => new(path, ReportTemplateRules.Rule, why);

    /// <summary>What may stand where a name was not known.</summary>
    private static string? Choices(string path) =>
        path.Split('[', '.') switch
        {
            ["$", "sections" or "annexes", _, ..] => string.Join(", ", Enum.GetNames<ReportSection>()),
            ["$", "formats", _, ..] => string.Join(", ", Enum.GetNames<ReportFormat>()),
            ["$", "languages", _, ..] => string.Join(", ", Language.All.Select(one => one.Tag)),
            ["$", "levels", _, "level", ..] => string.Join(", ", Enum.GetNames<ResultLevel>()),
            _ => null,
        };

    private static string FirstSentence(string message) => message.Split(" Path:")[0].Split(" LineNumber")[0];
}
