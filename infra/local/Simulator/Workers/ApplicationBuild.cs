using System.Text.Json;

namespace FunctionsSimulator.Workers;

/// <summary>How a built application is started.</summary>
/// <param name="Folder">Where its assembly and host.json are.</param>
/// <param name="Executable">Null: dotnet.</param>
internal sealed record ApplicationBuild(string Folder, string? Executable, string Assembly)
{
    /// <param name="path">The application's assembly, or the folder that <c>dotnet build</c> or <c>dotnet publish</c> wrote it to.</param>
    /// <exception cref="PlatformException">There is no isolated Functions application.</exception>
    public static ApplicationBuild Of(string path)
    {
        string full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return new ApplicationBuild(Path.GetDirectoryName(full)!, null, full);
        }

        string config = Path.Combine(full, "worker.config.json");
        if (!File.Exists(config))
        {
            throw new PlatformException($"{full} holds no built isolated Functions application: worker.config.json, which Microsoft.Azure.Functions.Worker.Sdk writes at a build, is not there. Name the output folder (bin/Debug/net10.0, or a publish folder).");
        }

        try
        {
            JsonElement description = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(config)).GetProperty("description");
            string executable = description.TryGetProperty("defaultExecutablePath", out JsonElement named) ? named.GetString() ?? "dotnet" : "dotnet";
            string assembly = Path.Combine(full, description.GetProperty("defaultWorkerPath").GetString()!);
            return new ApplicationBuild(full, executable == "dotnet" ? null : executable.Replace("{WorkerRoot}", full + Path.DirectorySeparatorChar, StringComparison.Ordinal), assembly);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PlatformException($"{config} cannot be read: {e.Message}", e);
        }
    }
}
