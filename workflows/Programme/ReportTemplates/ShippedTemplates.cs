using System.Text.Json;

namespace ACip.Workflows.Programme.ReportTemplates;

/// <summary>The templates that come with the programme, each a file beside this one. None is changed by a deployment: what was made by one
/// can be made again.</summary>
public static class ShippedTemplates
{
    private const string Folder = "ACip.Workflows.Programme.ReportTemplates.";

    /// <summary>How a template's file is read: a field that there is none of, or that is missing, is an error.</summary>
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
