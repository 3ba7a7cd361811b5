using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>What stands in one Bicep file.</summary>
/// <param name="Errors">Where the syntax is broken.</param>
/// <param name="Undeclared">Names used as values that are no parameter, variable, resource, module or loop variable.</param>
internal sealed record BicepOutline(
    string File,
    IReadOnlyList<string> Errors,
    IReadOnlyList<BicepParameter> Parameters,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<BicepModule> Modules,
    IReadOnlyList<BicepResource> Resources,
    IReadOnlyList<string> Undeclared,
    IReadOnlyList<BicepOutputUse> OutputsUsed);

internal sealed record BicepParameter(string Name, bool Required);

internal sealed record BicepModule(string Symbol, string Path, IReadOnlyList<string> Parameters);

/// <param name="Values">By dotted path, as written.</param>
internal sealed record BicepResource(string Symbol, string Type, IReadOnlyDictionary<string, string> Values);

internal sealed record BicepOutputUse(string Module, string Output);

/// <summary>Bicep's grammar for tree-sitter, from npm. It knows syntax, not Azure's types: that takes Bicep itself (.github/workflows/azure.yml).</summary>
internal static class BicepParser
{
    private static readonly Lazy<string?> Installed = new(Install);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <returns>Null where Node.js or npm's registry is out of reach.</returns>
    public static IReadOnlyList<BicepOutline>? Parse(IEnumerable<string> files) => Installed.Value is { } folder
        ? JsonSerializer.Deserialize<IReadOnlyList<BicepOutline>>(Run("node", folder, [Path.Combine(folder, "parse.mjs"), .. files]) ?? throw new InvalidOperationException("parse.mjs failed."), Options)
        : null;

    private static string? Install()
    {
        string source = Path.Combine(SourceTree.Root, "tests", "unit", "Infrastructure", "bicep-parse");
        string[] files = ["package.json", "package-lock.json", "parse.mjs"];
        string digest = Convert.ToHexStringLower(SHA256.HashData(files.SelectMany(file => File.ReadAllBytes(Path.Combine(source, file))).ToArray()))[..12];
        string folder = Path.Combine(Path.GetTempPath(), $"acip-bicep-parse-{digest}");
        if (File.Exists(Path.Combine(folder, "ready")))
        {
            return folder;
        }

        // another test run may do the same: each in a folder of its own, and the first to finish gives its name
        string own = folder + "-" + Environment.ProcessId;
        Directory.CreateDirectory(own);
        foreach (string file in files)
        {
            File.Copy(Path.Combine(source, file), Path.Combine(own, file), overwrite: true);
        }

        if (Run("npm", own, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000"]) is null)
        {
            return null;
        }

        File.WriteAllText(Path.Combine(own, "ready"), "");
        try
        {
            Directory.Move(own, folder);
            return folder;
        }
        catch (IOException)
        {
            return File.Exists(Path.Combine(folder, "ready")) ? folder : own;
        }
    }

    /// <returns>What it printed; null where it is missing, failed or took two minutes.</returns>
    private static string? Run(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            Task.WaitAll(output, errors);
            return process.ExitCode == 0 ? output.Result : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
