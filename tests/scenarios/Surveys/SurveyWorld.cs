using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ACip.Local.Cli;
using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>A programme that surveys: what an officer does over HTTP, and what people answer.</summary>
internal sealed class SurveyWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Begins = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly FrameStratum[] Frame =
    [
        new("officials", "head-office", "Head office", 400, 200),
        new("officials", "border", "Border posts", 900, 300),
        new("private-sector", "brokers", "Customs brokers", 250, 150),
        new("private-sector", "traders", "Traders", 3000, 300),
    ];

    private SurveyWorld(LocalPlatform platform) => Platform = platform;

    public LocalPlatform Platform { get; }

    public HttpClient Http { get; private init; } = null!;

    public static async Task<SurveyWorld> StartAsync(int administrations, params IEnumerable<string> settings)
    {
        LocalPlatform platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            $"--Local:Clock:Start={Begins:O}",
            "--Local:Seed=survey",
            .. settings,
        ]);
        await SampleLoading.LoadAsync(platform, administrations, new DateOnly(2026, 1, 1));
        await AtOnce.SetAsync(platform.Services);
        await platform.Busy.QuietAsync();
        return Over(platform);
    }

    /// <summary>A programme that runs already.</summary>
    public static SurveyWorld Over(LocalPlatform platform) =>
        new(platform)
        {
            Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            {
                BaseAddress = new Uri(platform.BaseUrl),
            },
        };

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? who,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (who is not null)
        {
            request.Headers.Add("X-Local-Sign-In", who);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request);
    }

    public async Task<WaveId> PrepareAsync(
        string administration,
        string label,
        DateOnly opens,
        DateOnly closes,
        IReadOnlyList<FrameStratum>? frame = null
    )
    {
        using HttpResponseMessage answer = await SendAsync(
            HttpMethod.Post,
            "api/surveys",
            "officer-one",
            JsonContent.Create(
                new
                {
                    administration,
                    label,
                    frame = frame ?? Frame,
                    opens,
                    closes,
                }
            )
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await Platform.Busy.QuietAsync();
        return new WaveId($"{administration.ToLowerInvariant()}-{label}");
    }

    public async Task<IReadOnlyList<(string Group, string Stratum, string Code)>> CodesAsync(WaveId wave)
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, $"api/surveys/{wave}/codes", "officer-one");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return
        [
            .. (await answer.Content.ReadAsStringAsync())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(cells => (cells[0], cells[1], cells[2])),
        ];
    }

    public async Task<HttpStatusCode> AnswerAsync(WaveId wave, string code, IReadOnlyDictionary<string, int> answers, string words = "")
    {
        using var form = new FormUrlEncodedContent([
            new("code", code),
            new("act", "send"),
            new("words", words),
            .. answers.Select(answer => KeyValuePair.Create($"a-{answer.Key}", answer.Value.ToString(CultureInfo.InvariantCulture))),
        ]);
        using HttpResponseMessage answer = await Http.PostAsync($"survey/{wave}", form);
        return answer.StatusCode;
    }

    public async Task<HttpResponseMessage> ImportAsync(WaveId wave, byte[] file)
    {
        HttpResponseMessage answer = await SendAsync(
            HttpMethod.Post,
            $"api/surveys/{wave}/imports",
            "officer-one",
            new ByteArrayContent(file)
        );
        await Platform.Busy.QuietAsync();
        return answer;
    }

    public async Task<JsonElement> ReadAsync(WaveId wave, string who)
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Get, $"api/surveys/{wave}", who);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    /// <summary>Open tasks of a kind with their pages, as officers list them.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(string kind)
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Get, "api/tasks?limit=200", "officer-one");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return
        [
            .. json
                .RootElement.GetProperty("items")
                .EnumerateArray()
                .Where(task => task.GetProperty("kind").GetString() == kind)
                .Select(task => task.GetProperty("page").GetString()!),
        ];
    }

    public async Task<WaveResults?> ResultsAsync(WaveId wave) =>
        (await Platform.Get<SurveyQuery>().ReadAsync(wave, CancellationToken.None))?.Results;

    public LocalMessage Newest(string kind, string to) =>
        Platform.Mail.List(to).OrderBy(mail => mail.Number).Last(mail => mail.CustomArgs.GetValueOrDefault("kind") == kind);

    public async Task ReplyAsync(LocalMessage mail, string text)
    {
        Delivery delivery = await Platform.Mail.ReplyAsync(mail.Id, new InboundReply { Text = text, Spf = "pass" });
        Assert.Equal(PostState.Taken, delivery.State);
        await Platform.Busy.QuietAsync();
    }

    /// <summary>A file as tablets write it: answers whose means are known.</summary>
    public static byte[] File(IReadOnlyList<(FrameStratum Stratum, int Answers)> parts, Func<int, int, int> answer)
    {
        var csv = new StringBuilder(
            "device;start time;group;stratum;"
                + string.Join(';', Questionnaire.Shipped.Questions.Select(question => question.Code))
                + ";comment\r\n"
        );
        int row = 0;
        foreach ((FrameStratum stratum, int count) in parts)
        {
            for (int one = 0; one < count; one++, row++)
            {
                csv.Append(
                    CultureInfo.InvariantCulture,
                    $"tablet-{row % 7};2026-03-{1 + (row % 20):00}T10:{row % 60:00}:00;{stratum.Group};{stratum.Code}"
                );
                foreach (SurveyQuestion question in Questionnaire.Shipped.Questions)
                {
                    csv.Append(';')
                        .Append(
                            question.Group is null || question.Group == stratum.Group
                                ? answer(row, question.KeyFactor).ToString(CultureInfo.InvariantCulture)
                                : ""
                        );
                }

                csv.Append(row % 11 == 0 ? ";\"Ask Mr Karimi, \"\"today\"\"\"" : ";").Append("\r\n");
            }
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Platform.DisposeAsync();
    }
}
