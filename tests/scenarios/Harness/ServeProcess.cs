using System.Diagnostics;
using System.Net.Http.Json;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>`serve` as a process of its own, spoken to over HTTP alone, so that it can be killed like any other.</summary>
internal sealed class ServeProcess : IDisposable
{
    private const string Greeting = "A-CIP Serverless on ";

    private readonly Process process;
    private readonly HttpClient http = new();

    private ServeProcess(Process process) => this.process = process;

    /// <summary>Its own address is the base.</summary>
    public HttpClient Http => http;

    /// <summary>Starts it on what is there, and returns when it serves.</summary>
    /// <param name="settings">Of the application, such as Mail__InboundPublicKey.</param>
    public static async Task<ServeProcess> StartAsync(
        string storage,
        string folder,
        params IEnumerable<(string Name, string Value)> settings
    )
    {
        string cli = Path.Combine(AppContext.BaseDirectory, "acip.dll");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                cli,
                "serve",
                "--administrations",
                "1",
                "--data",
                folder,
                "--Local:Port=0",
                "--Local:Seed=7",
                "--Local:Clock:StandsStill=true",
                "--Local:Clock:Start=2025-10-20T09:00:00Z",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AzureWebJobsStorage"] = storage;
        start.Environment["Mail__PublicUrl"] = "https://acip.example"; // else the port of each life would stand in its mails
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        var served = new ServeProcess(Process.Start(start)!);
        Task<string> complaints = served.process.StandardError.ReadToEndAsync();
        while (await served.process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Greeting, StringComparison.Ordinal))
            {
                served.http.BaseAddress = new Uri(line[Greeting.Length..].Split(' ')[0]);
                _ = served.process.StandardOutput.ReadToEndAsync();
                return served;
            }
        }

        throw new InvalidOperationException(await complaints);
    }

    /// <summary>SIGKILL: it can do nothing any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async Task ReplyAsync(SeenMail mail, string text)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent("en"), "language" } };
        using HttpResponseMessage answer = await http.PostAsync($"local/mail/{Uri.EscapeDataString(mail.Id)}/reply", form);
        answer.EnsureSuccessStatusCode();
    }

    public async Task DecideAsync(string path, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { approved = true }) };
        request.Headers.Add("X-Local-Sign-In", person);
        using HttpResponseMessage answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public async Task AdvanceAsync(string day)
    {
        using HttpResponseMessage answer = await http.PostAsync("local/clock/advance", JsonContent.Create(new { to = day + "T12:00:00Z" }));
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        http.Dispose();
        process.Dispose();
    }
}
