using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Local.Cli.Platform;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.ActionPlans;

/// <summary>The platform on storage in memory, with the sample programme, its clock standing still until a test moves it.</summary>
internal sealed class PlanWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Begins = new(2025, 11, 3, 6, 0, 0, TimeSpan.Zero);

    private PlanWorld(LocalPlatform platform)
    {
        Platform = platform;
        Http = new HttpClient { BaseAddress = new Uri(Platform.BaseUrl) };
    }

    public LocalPlatform Platform { get; }

    public HttpClient Http { get; }

    public ProgrammeTable Table => Service<ProgrammeTable>();

    /// <param name="administrations">0: nothing is loaded; the programme is empty.</param>
    public static async Task<PlanWorld> StartAsync(int administrations, params string[] settings)
    {
        LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={Begins.ToString("O", CultureInfo.InvariantCulture)}",
            "--Mail:PublicUrl=https://acip.example",
            .. settings,
        ]);
        var world = new PlanWorld(platform);
        if (administrations == 0)
        {
            return world;
        }

        using var load = new HttpRequestMessage(
            HttpMethod.Post,
            $"api/programme/sample?administrations={administrations}&start=2026-01-01"
        );
        load.Headers.Add("x-functions-key", world.Platform.MasterKey);
        using HttpResponseMessage loaded = await world.Http.SendAsync(load);
        loaded.EnsureSuccessStatusCode();
        await world.Platform.Busy.QuietAsync();
        return world;
    }

    public T Service<T>()
        where T : notnull => Platform.Get<T>();

    /// <summary>As the signed-in person; waits until the platform is quiet, so that what follows has happened.</summary>
    public async Task<Answer> SendAsync(
        string person,
        HttpMethod method,
        string path,
        object? body = null,
        string? ifMatch = null,
        bool isNew = false,
        bool quiet = true
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Local-Sign-In", person);
        request.Content = body switch
        {
            null => null,
            byte[] bytes => new ByteArrayContent(bytes),
            JsonNode node => new StringContent(node.ToJsonString(), Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (isNew)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        }

        using HttpResponseMessage response = await Http.SendAsync(request);
        byte[] content = await response.Content.ReadAsByteArrayAsync();
        if (quiet)
        {
            await Platform.Busy.QuietAsync();
        }

        return new Answer(response.StatusCode, response.Headers.ETag?.Tag, content);
    }

    public Task<Answer> GetAsync(string person, string path) => SendAsync(person, HttpMethod.Get, path, quiet: false);

    public async Task<PlanRecord> PlanAsync(PlanId plan) => (await PlanRows.FindAsync(Table, plan, CancellationToken.None))!.Value;

    /// <summary>What a person does who replaces a text in the file with a spreadsheet program.</summary>
    public static byte[] Retype(byte[] workbook, string was, string now)
    {
        using var changed = new MemoryStream();
        changed.Write(workbook);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (
                ZipArchiveEntry part in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToArray()
            )
            {
                string text;
                using (var reader = new StreamReader(part.Open()))
                {
                    text = reader.ReadToEnd();
                }

                if (text.Contains(was, StringComparison.Ordinal))
                {
                    using Stream to = part.Open();
                    to.SetLength(0);
                    to.Write(Encoding.UTF8.GetBytes(text.Replace(was, now, StringComparison.Ordinal)));
                }
            }
        }

        return changed.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Platform.DisposeAsync();
    }
}

internal sealed record Answer(HttpStatusCode Status, string? Tag, byte[] Content)
{
    public JsonNode Json => JsonNode.Parse(Content)!;

    public string Text => Encoding.UTF8.GetString(Content);

    public string? Rule => JsonSerializer.Deserialize<JsonElement>(Content).GetProperty("type").GetString()?.Split('/')[^1];

    public Answer Is(HttpStatusCode expected)
    {
        Assert.True(Status == expected, $"{Status} instead of {expected}: {Text[..Math.Min(2000, Text.Length)]}");
        return this;
    }
}
