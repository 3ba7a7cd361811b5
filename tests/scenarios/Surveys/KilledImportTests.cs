using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ACip.Local.Azurite;
using ACip.Tests.Faults.Auditor;
using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Waves;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>SIGKILL while a file is taken in: the next life goes on where it was, and nothing is counted twice or lost.</summary>
public sealed class KilledImportTests(ITestOutputHelper output)
{
    private static readonly FrameStratum[] Frame =
    [
        new("officials", "a", "A", 1_400_000, 900_000),
        new("officials", "b", "B", 500_000, 400_000),
    ];

    /// <summary>So many rows that it is still under way when it has been killed twice, on a fast machine, too.</summary>
    [Fact]
    public Task Killed_in_the_middle_an_import_of_a_million_rows_goes_on_where_it_was() => KilledAsync(1_000_000);

    private async Task KilledAsync(int rows)
    {
        string folder = Directory.CreateTempSubdirectory("acip-import-").FullName;
        await using AzuriteProcess storage = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        ServeProcess serve = await ServeProcess.StartAsync(storage.ConnectionString, folder);
        try
        {
            await SendAsync(
                serve,
                HttpMethod.Post,
                "api/surveys",
                JsonContent.Create(
                    new
                    {
                        administration = "AF",
                        label = "2025",
                        frame = Frame,
                        opens = "2025-10-20",
                        closes = "2025-10-25",
                    }
                )
            );
            await Task.Delay(500);
            byte[] file = Encoding.UTF8.GetBytes(Csv(rows));
            int parts = 0;
            foreach (byte[] part in file.Chunk(6 << 20))
            {
                parts++;
                await SendAsync(
                    serve,
                    HttpMethod.Post,
                    $"api/surveys/af-2025/imports?upload=tablets&part={parts}",
                    new ByteArrayContent(part)
                );
            }

            await SendAsync(
                serve,
                HttpMethod.Post,
                $"api/surveys/af-2025/imports?upload=tablets&part={parts + 1}&last=1",
                new ByteArrayContent([])
            );
            var seen = new List<int>();
            int kills = 0;
            for (int look = 0; look < 600; look++)
            {
                int percent = await PercentAsync(serve);
                if (seen.Count == 0 || seen[^1] != percent)
                {
                    seen.Add(percent);
                }

                if (percent == 100)
                {
                    break;
                }

                if (kills < 2 && percent >= 20 * (kills + 1))
                {
                    await serve.KillAsync();
                    serve.Dispose();
                    serve = await ServeProcess.StartAsync(storage.ConnectionString, folder);
                    kills++;
                }

                await Task.Delay(20);
            }

            output.WriteLine($"{file.Length >> 20} MiB in {parts} parts; {kills} kills; progress seen: {string.Join(", ", seen)}");
            Assert.Equal(2, kills);
            Assert.Equal(seen.Order(), seen); // never back
            Assert.True(seen.Count > 4);
            using JsonDocument survey = JsonDocument.Parse(await SendAsync(serve, HttpMethod.Get, "api/surveys/af-2025", null));
            JsonElement import = survey.RootElement.GetProperty("imports")[0];
            Assert.Equal(
                ("Done", rows - 3, 3),
                (import.GetProperty("state").GetString(), import.GetProperty("rows").GetInt32(), import.GetProperty("badRows").GetInt32())
            );
            Assert.Equal(
                [100_002, 200_002, rows + 1],
                import.GetProperty("bad").EnumerateArray().Select(bad => bad.GetProperty("line").GetInt32())
            );

            await serve.AdvanceAsync("2025-10-28");
            using JsonDocument scored = JsonDocument.Parse(
                await SendAsync(serve, HttpMethod.Get, "api/surveys/af-2025", null, "coordinator-af")
            );
            JsonElement group = scored.RootElement.GetProperty("scores").GetProperty("groups")[0];
            Assert.Equal(rows - 3, group.GetProperty("heard").GetInt32());
            // answers go 1 to 5 in turn, so that every score lies in the middle
            Assert.All(
                group.GetProperty("factors").EnumerateArray(),
                factor => Assert.Equal(50, factor.GetProperty("score").GetDouble(), 0.01)
            );
            Assert.Equal([], await StorageAudit.RunAsync(storage.ConnectionString));
        }
        finally
        {
            serve.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Csv(int rows)
    {
        SurveyQuestion[] questions = [.. Questionnaire.Shipped.For("officials")];
        var csv = new StringBuilder("group,stratum," + string.Join(',', questions.Select(question => question.Code)) + "\n");
        for (int row = 1; row <= rows; row++)
        {
            csv.Append("officials,").Append(row % 3 == 0 ? 'b' : 'a');
            for (int question = 0; question < questions.Length; question++)
            {
                csv.Append(',')
                    .Append(
                        (row is 100_001 or 200_001 || row == rows) && question == 0
                            ? "9"
                            : (1 + ((row + question) % 5)).ToString(CultureInfo.InvariantCulture)
                    );
            }

            csv.Append('\n');
        }

        return csv.ToString();
    }

    private static async Task<int> PercentAsync(ServeProcess serve)
    {
        using JsonDocument survey = JsonDocument.Parse(await SendAsync(serve, HttpMethod.Get, "api/surveys/af-2025", null));
        return survey.RootElement.GetProperty("imports")[0].GetProperty("percent").GetInt32();
    }

    private static async Task<string> SendAsync(
        ServeProcess serve,
        HttpMethod method,
        string path,
        HttpContent? content,
        string who = "officer-one"
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("X-Local-Sign-In", who);
        using HttpResponseMessage answer = await serve.Http.SendAsync(request);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return body;
    }
}
