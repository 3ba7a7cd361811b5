using System.Text.Json;

namespace ACip.Workflows.Languages;

/// <summary>The files under Programme/Seed, embedded so that a deployed programme can start without a file share.</summary>
internal static class SeedFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static T Read<T>(string name)
    {
        using Stream file = Open(name);
        return JsonSerializer.Deserialize<T>(file, Json)!;
    }

    public static bool Exists(string name) => typeof(SeedFile).Assembly.GetManifestResourceInfo(Resource(name)) is not null;

    /// <summary>The rows of a file without quoting, its heading left out.</summary>
    public static IEnumerable<string[]> Rows(string name, char separator = ',')
    {
        using var lines = new StreamReader(Open(name));
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            yield return line.Split(separator);
        }
    }

    private static Stream Open(string name) =>
        typeof(SeedFile).Assembly.GetManifestResourceStream(Resource(name)) ?? throw new InvalidOperationException($"No seed file {name}.");

    private static string Resource(string name) => "ACip.Workflows.Programme.Seed." + name.Replace('/', '.');
}
