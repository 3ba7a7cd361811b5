using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ACip.Tests.Platform.Mail;

/// <summary>Stoplight Prism, which holds requests against an OpenAPI document; from npm, once per machine.</summary>
internal sealed class Prism : IDisposable
{
    private const string Version = "5.14.2";

    private readonly Process process;
    private readonly HttpClient http;

    private Prism(Process process, int port)
    {
        this.process = process;
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "SG.local");
    }

    /// <returns>Null where npm or the document is out of reach.</returns>
    public static async Task<Prism?> StartAsync(string document)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"acip-prism-{Version}-{Environment.UserName}");
        string program = Path.Combine(folder, "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
        if (!File.Exists(document) || (!File.Exists(program) && !await InstallAsync(folder)))
        {
            return null;
        }

        int port = FreePort();
        Process process = Run("node", program, "mock", "--errors", "--port", $"{port}", document);
        var prism = new Prism(process, port);
        for (int patience = 0; patience < 240 && !process.HasExited; patience++)
        {
            try
            {
                await prism.http.GetAsync(new Uri("/", UriKind.Relative));
                return prism;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(250);
            }
        }

        prism.Dispose();
        return null;
    }

    /// <returns>Whether the document allows such a body for POST /v3/mail/send.</returns>
    public async Task<bool> AllowsAsync(string json)
    {
        using HttpResponseMessage answer = await http.PostAsync(
            "/v3/mail/send",
            new StringContent(json, Encoding.UTF8, "application/json")
        );
        return answer.StatusCode == HttpStatusCode.Accepted;
    }

    public void Dispose()
    {
        http.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static async Task<bool> InstallAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            using Process npm = Run("npm", "install", "--prefix", folder, "--no-audit", "--no-fund", $"@stoplight/prism-cli@{Version}");
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            await npm.WaitForExitAsync(patience.Token);
            return npm.ExitCode == 0;
        }
        catch (Exception absent) when (absent is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return false;
        }
    }

    private static Process Run(string program, params string[] arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
