using System.Text.Json;

namespace ACip.Workflows.Languages;

/// <summary>Files about languages, as they are embedded, and those of the folder that ACIP_LANGUAGES names: there a language can be tried
/// out without a build.</summary>
internal static class LanguageFile
{
    private const string Embedded = "ACip.Workflows.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Null where nothing is tried out.</summary>
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

    /// <summary>Of several, the last: what is tried out stands for what is embedded.</summary>
    public static T? Read<T>(string name)
        where T : class => All(name).Select(Read<T>).LastOrDefault();
}
