using System.Diagnostics;
using System.Net;

namespace ACip.Tests.Scenarios.Hosting;

/// <summary>`host --app FOLDER`: the application as it was built, in a process of its own, with nothing of ours beside it.</summary>
public sealed class HostCommandTests
{
    private const string Leads = "/local shows them";

    [Fact]
    public async Task The_application_runs_by_its_folder_alone()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)); // bin/CONFIGURATION/net10.0
        string application = Path.Combine(
            own.Parent!.Parent!.Parent!.Parent!.Parent!.FullName,
            "functions",
            "bin",
            own.Parent.Name,
            own.Name
        );
        using Process host = Start(application);
        try
        {
            var said = new List<string>();
            while (await host.StandardOutput.ReadLineAsync() is { } line)
            {
                said.Add(line.Trim());
                if (line.Contains(Leads, StringComparison.Ordinal))
                {
                    break;
                }
            }

            Assert.Contains("HumanTask: orchestrationTrigger", said);
            Assert.Contains("DailyReconciliation: timerTrigger 0 0 5 * * *", said);
            using var http = new HttpClient { BaseAddress = new Uri(said[^1].Split(Leads)[0]) };
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/")).StatusCode);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/health"))).StatusCode
            );
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
        }
    }

    private static Process Start(string application)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "acip.dll"),
                "host",
                "--app",
                application,
                "--port",
                "0",
                "--Local:Azurite=Memory",
                "--Local:Quiet=true",
            ]
        )
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["Mail__TokenSecret"] = new string('k', 48);
        start.Environment["Mail__PublicUrl"] = "https://acip.example";
        start.Environment["SendGrid__ApiKey"] = "SG.none";
        return Process.Start(start)!;
    }
}
