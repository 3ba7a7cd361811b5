using System.Diagnostics;
using System.Text.Json;

namespace ACip.Tests.Browser;

/// <summary>Packages of package.json, each installed into a cache folder by the first test that needs it.</summary>
internal static class Npm
{
    private static readonly SemaphoreSlim Gate = new(1, 1);

    /// <returns>The package's folder.</returns>
    public static async Task<string> FolderAsync(string package)
    {
        await using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "package.json"));
        using JsonDocument pinned = await JsonDocument.ParseAsync(file);
        string licence = pinned.RootElement.GetProperty("licences").GetProperty(package).GetString()!;
        string version = pinned.RootElement.GetProperty("dependencies").GetProperty(package).GetString()!;
        string root = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "acip-browser-tests",
            $"{package.Replace('/', '-')}-{version}"
        );
        string folder = Path.Combine([root, "node_modules", .. package.Split('/')]);
        await Gate.WaitAsync();
        try
        {
            if (!File.Exists(Path.Combine(folder, "package.json")))
            {
                Directory.CreateDirectory(root);
                await RunAsync("npm", root, "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", $"{package}@{version}");
            }

            await using FileStream installed = File.OpenRead(Path.Combine(folder, "package.json"));
            using JsonDocument about = await JsonDocument.ParseAsync(installed);
            Assert.Equal(licence, about.RootElement.GetProperty("license").GetString());
            return folder;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <returns>What it wrote on standard output.</returns>
    public static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await errors}");
    }
}
