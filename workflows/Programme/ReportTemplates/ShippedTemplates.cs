using System.Text.Json;

namespace ACip.Workflows.Programme.ReportTemplates;

/// <summary>The templates that ship, each a file beside this one. A deployment never changes one, so that a report can always be
/// reproduced.</summary>
public static class ShippedTemplates
{
    private const string Folder = "ACip.Workflows.Programme.ReportTemplates.";

    /// <summary>How a template file is read: unknown and missing fields are errors.</summary>
    internal static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static IReadOnlyList<ReportTemplate> All { get; } =
    [.. new[] { DonorTemplate.Neutral, DonorTemplate.Norad, DonorTemplate.GlobalAffairsCanada }.Select(Read)];

    public static ReportTemplate? Find(DonorTemplate name) => All.FirstOrDefault(one => one.Name == name);

    private static ReportTemplate Read(string name)
    {
        using Stream file = typeof(ShippedTemplates).Assembly.GetManifestResourceStream($"{Folder}{name}.json")!;
        return JsonSerializer.Deserialize<ReportTemplate>(file, Json)!;
    }
}
