using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;

namespace ACip.Local.Azurite;

/// <summary>The pinned Azurite on this machine's disk, installed by the first process that needs it.</summary>
internal static class AzuriteInstallation
{
    private static readonly string[] Shipped = ["package.json", "package-lock.json", "watch.cjs"];

    /// <returns>Full path of the script that runs it.</returns>
    /// <exception cref="AzuriteUnavailableException">npm is missing, or could not install.</exception>
    public static async Task<string> EnsureAsync(AzuriteOptions options, CancellationToken cancellation)
    {
        var files = Shipped.ToDictionary(name => name, Resource);
        string root = options.InstallFolder ?? DefaultRoot();
        // the folder is named by a hash of its sources, so that another version of us never sees a half-finished install
        string folder = Path.GetFullPath(Path.Combine(root, $"azurite-{Digest(files)}"));
        string script = Path.Combine(folder, "watch.cjs");
        if (File.Exists(script))
        {
            return script;
        }

        Directory.CreateDirectory(root);
        using FileStream gate = await LockAsync(folder + ".lock", options.Progress, cancellation);
        if (File.Exists(script))
        {
            return script;
        }

        string partial = folder + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Directory.CreateDirectory(partial);
        foreach (var (name, content) in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(partial, name), content, cancellation);
        }

        options.Progress?.Invoke($"Installing Azurite into {folder} (once, about 370 MB)");
        await NpmAsync(partial, cancellation);
        Directory.Move(partial, folder);
        options.Progress?.Invoke("Azurite is installed");
        return script;
    }

    private static string DefaultRoot()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "acip-local");
    }

    private static byte[] Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static string Digest(Dictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string name in Shipped)
        {
            hash.AppendData(files[name]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static async Task<FileStream> LockAsync(string path, Action<string>? progress, CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 6000)
            {
                if (attempt == 0)
                {
                    progress?.Invoke("Waiting for another process that is installing Azurite");
                }

                await Task.Delay(100, cancellation);
            }
        }
    }

    private static ProcessStartInfo Npm(string folder)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows())
        {
            // npm is a batch file there
            start.FileName = "cmd.exe";
            start.ArgumentList.Add("/d");
            start.ArgumentList.Add("/c");
            start.ArgumentList.Add("npm");
        }
        else
        {
            start.FileName = "npm";
        }

        foreach (
            string argument in (string[])
                [
                    "ci",
                    "--omit=dev",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--no-progress",
                    "--engine-strict=false",
                    "--loglevel=error",
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["NO_UPDATE_NOTIFIER"] = "1";
        return start;
    }

    private static async Task NpmAsync(string folder, CancellationToken cancellation)
    {
        Process npm;
        try
        {
            npm = Process.Start(Npm(folder))!;
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteUnavailableException(
                "npm was not found. Install Node.js 20 or later (https://nodejs.org), which brings npm, and see that both are on the PATH; or set AzureWebJobsStorage to storage that runs already.",
                missing
            );
        }

        using (npm)
        {
            Task<string> output = npm.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> errors = npm.StandardError.ReadToEndAsync(cancellation);
            try
            {
                await npm.WaitForExitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                npm.Kill(entireProcessTree: true);
                throw;
            }

            if (npm.ExitCode != 0)
            {
                throw new AzuriteUnavailableException(
                    $"npm could not install Azurite (exit code {npm.ExitCode}). Is the npm registry reachable? See `npm config get registry`. npm said:{Environment.NewLine}{(await errors).Trim()}{(await output).Trim()}"
                );
            }
        }
    }
}
