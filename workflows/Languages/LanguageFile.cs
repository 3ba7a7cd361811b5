using System.Text.Json;

namespace ACip.Workflows.Languages;

/// <summary>Embedded files about languages, and those in the folder named by ACIP_LANGUAGES, where a language can be tried out without a
/// build.</summary>
internal static class LanguageFile
{
    private const string Embedded = "ACip.Workflows.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Null if nothing is being tried out.</summary>
    public static string? TrialFolder { get; } =
        Environment.GetEnvironmentVariable("ACIP_LANGUAGES") is { Length: > 0 } folder ? folder : null;

    /// <summary>The embedded file of this name, then that of the trial folder; each if there is one.</summary>
    public static IEnumerable<Stream> All(string name)
    {
        if (typeof(LanguageFile).Assembly.GetManifestResourceStream(Embedded + name.Replace('/', '.')) is { } embedded)
        {
            yield return embedded;
        }

        if (TrialFolder is not null && File.Exists(Path.Combine(TrialFolder, name)))
        {
            yield return File.OpenRead(Path.Combine(TrialFolder, name));
        }
    }

    public static T Read<T>(Stream file)
    {
        using (file)
        {
            return JsonSerializer.Deserialize<T>(file, Json)!;
        }
    }

    /// <summary>If there are several, the last one: trial files replace embedded ones.</summary>
    public static T? Read<T>(string name)
        where T : class => All(name).Select(Read<T>).LastOrDefault();
}
