using System.Diagnostics;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>The step that looks for known weaknesses, with a feed of our own making.</summary>
public sealed class AuditTests
{
    private const string Known =
        "/x/known.csproj : warning NU1903: Package 'Newtonsoft.Json' 12.0.1 has a known high severity vulnerability, https://example.org";

    [Theory]
    [InlineData("", "", 0, "NOT AUDITED. The feed cannot")] // no advisories, or no feed
    [InlineData("error NU1301: Unable to load the service index", "", 0, "NOT AUDITED. The feed cannot")]
    [InlineData(Known, "", 0, "no known weakness")]
    [InlineData(
        Known,
        "x.csproj : warning NU1900: Error occurred while getting package vulnerability data",
        0,
        "NOT AUDITED. The feed was lost"
    )]
    [InlineData(Known, "x.csproj : warning NU1901: Package 'A' 1.0 has a known low severity vulnerability [x.sln]", 0, "Package 'A' 1.0")]
    [InlineData(
        Known,
        "x.csproj : warning NU1904: Package 'B' 1.0 has a known critical severity vulnerability [x.sln]",
        1,
        "Package 'B' 1.0"
    )]
    public async Task It_breaks_the_build_for_what_is_grave_and_for_nothing_else(string ofTheKnown, string ofOurs, int code, string says)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // CI and its steps are of Linux
        }

        string folder = Directory.CreateTempSubdirectory("acip-audit").FullName;
        try
        {
            string dotnet = Path.Combine(folder, "dotnet");
            await File.WriteAllTextAsync(
                dotnet,
                "#!/usr/bin/env bash\ncase \"$2\" in *known.csproj) echo \"$OF_THE_KNOWN\" ;; *) echo \"$OF_OURS\" ;; esac\n"
            );
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var start = new ProcessStartInfo("bash", [Path.Combine(SourceTree.Root, ".ci", "audit")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
            start.Environment["OF_THE_KNOWN"] = ofTheKnown;
            start.Environment["OF_OURS"] = ofOurs;
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(),
                errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Contains(says, await output, StringComparison.Ordinal);
            Assert.Equal((code, ""), (process.ExitCode, await errors));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
