using System.Text.Json;

namespace FunctionsSimulator.Workers;

/// <summary>How a built application is started.</summary>
/// <param name="Folder">Where its assembly and host.json are.</param>
/// <param name="Executable">Null: dotnet.</param>
internal sealed record ApplicationBuild(string Folder, string? Executable, string Assembly)
{
    private const string Config = "worker.config.json";

    /// <param name="path">
    /// The application's assembly, the folder that <c>dotnet build</c> or <c>dotnet publish</c> wrote it to, or its project's folder: then
    /// the latest build there.
    /// </param>
    /// <exception cref="PlatformException">There is no isolated Functions application.</exception>
    public static ApplicationBuild Of(string path)
    {
        string full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return new ApplicationBuild(Path.GetDirectoryName(full)!, null, full);
        }

        string config = File.Exists(Path.Combine(full, Config))
            ? Path.Combine(full, Config)
            : LatestBuild(full)
                ?? throw new PlatformException(
                    $"{full} holds no built isolated Functions application: {Config}, which Microsoft.Azure.Functions.Worker.Sdk writes at a build, is not there. "
                        + "Name the output folder (bin/Debug/net10.0, or a publish folder)."
                );
        full = Path.GetDirectoryName(config)!;
        try
        {
            JsonElement description = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(config)).GetProperty("description");
            string executable = description.TryGetProperty("defaultExecutablePath", out JsonElement named)
                ? named.GetString() ?? "dotnet"
                : "dotnet";
            string assembly = Path.Combine(full, description.GetProperty("defaultWorkerPath").GetString()!);
            string own = executable.Replace("{WorkerRoot}", full + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            return new ApplicationBuild(full, executable == "dotnet" ? null : own, assembly);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PlatformException($"{config} cannot be read: {e.Message}", e);
        }
    }

    private static string? LatestBuild(string project)
    {
        var bin = new DirectoryInfo(Path.Combine(project, "bin"));
        return bin.Exists
            ? bin.EnumerateFiles(Config, SearchOption.AllDirectories)
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .FirstOrDefault()
                ?.FullName
            : null;
    }
}
