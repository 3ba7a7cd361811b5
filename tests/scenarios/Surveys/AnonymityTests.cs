using System.Globalization;
using System.Net;
using System.Text;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Waves;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>
/// Somebody tries to tell whose answers are whose: from codes, days, order and answers, through every API, page, table and blob, as each
/// role, and as an operator who reads all of storage
/// before, between and after.
/// </summary>
public sealed class AnonymityTests
{
    private const int PerDay = 24;

    [Fact]
    public async Task Neither_code_nor_day_nor_order_leads_to_an_answer()
    {
        await using SurveyWorld world = await SurveyWorld.StartAsync(1);
        WaveId wave = await world.PrepareAsync("AF", "2026", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6));
        string[] codes = [.. (await world.CodesAsync(wave)).Where(code => code.Stratum == "traders").Select(code => code.Code)];
        SurveyQuestion[] asked = [.. Questionnaire.Shipped.For("private-sector")];

        // each answers in a way of his own: the number of the answer in digits to base five
        var answered = new List<(string Code, string Digits, int Day)>();
        for (int day = 0; day < 3; day++)
        {
            int today = day == 1 ? 3 : PerDay; // few on one day: they must not be a batch of their own
            for (int one = 0; one < today; one++)
            {
                int number = answered.Count;
                Dictionary<string, int> answers = asked
                    .Select((question, at) => (question.Code, 1 + (at < 6 ? number / (int)Math.Pow(5, at) % 5 : (number + at) % 5)))
                    .ToDictionary(pair => pair.Code, pair => pair.Item2);
                string code = codes[(number * 7) % 150];
                Assert.Equal(
                    HttpStatusCode.OK,
                    await world.AnswerAsync(wave, code, answers, $"My words number {Word(number)}, said quietly")
                );
                answered.Add((code, Digits(answers), day));
                if (one % 8 == 0)
                {
                    await NothingReadableAsync(world, wave, answered);
                }
            }

            await world.Platform.AdvanceToAsync(SurveyWorld.Begins.AddDays(day + 1));
            await NothingReadableAsync(world, wave, answered);
            await EveryBatchIsManyAsync(world, wave, answered);
        }

        foreach (string who in new[] { "officer-one", "approver-one", "coordinator-af", "integrity-one", "auditor-one", "donor-norad" })
        {
            foreach (
                string path in new[]
                {
                    $"api/surveys/{wave}",
                    $"api/surveys/{wave}/scores",
                    $"surveys/{wave}",
                    "surveys",
                    $"api/audit/survey-{wave}",
                    "",
                }
            )
            {
                using HttpResponseMessage seen = await world.SendAsync(HttpMethod.Get, path, who);
                MustNotTell(await seen.Content.ReadAsStringAsync(), answered, path);
            }
        }

        await world.Platform.AdvanceToAsync(SurveyWorld.Begins.AddDays(8));
        await NothingReadableAsync(world, wave, answered);
        await AllInOneAsync(world, wave, answered);
    }

    /// <summary>Wherever one reads: no code, and no place where an answer stands in clear beside anything that tells of one
    /// person.</summary>
    private static async Task NothingReadableAsync(SurveyWorld world, WaveId wave, List<(string Code, string Digits, int Day)> answered)
    {
        await foreach ((string name, BlobItem blob, byte[] content) in BlobsAsync(world))
        {
            string text = Encoding.UTF8.GetString(content);
            if (name.StartsWith("slips/", StringComparison.Ordinal))
            {
                Assert.Equal(8220, content.Length); // one as long as another
                Assert.DoesNotContain(answered, one => text.Contains(one.Digits, StringComparison.Ordinal));
            }
            else if (name.StartsWith("used/", StringComparison.Ordinal))
            {
                Assert.Empty(content);
            }

            Assert.Empty(blob.Metadata ?? new Dictionary<string, string>());
            Assert.DoesNotContain(answered, one => Mentions(name + text, one.Code));
            Assert.DoesNotMatch(@"\d\d:\d\d", name);
        }

        await foreach (string row in RowsAsync(world, wave))
        {
            Assert.DoesNotContain(answered, one => Mentions(row, one.Code) || row.Contains(one.Digits, StringComparison.Ordinal));
            Assert.DoesNotMatch("My words", row);
        }
    }

    /// <summary>A batch holds at least ten, in no order, and its texts stand apart in an order of their own.</summary>
    private static async Task EveryBatchIsManyAsync(SurveyWorld world, WaveId wave, List<(string Code, string Digits, int Day)> answered)
    {
        await foreach ((string name, _, byte[] content) in BlobsAsync(world))
        {
            if (!name.StartsWith($"answers/{wave}/", StringComparison.Ordinal))
            {
                continue;
            }

            string[] lines = Encoding.ASCII.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(lines.Length >= 10, $"{name}: {lines.Length}");
            int[] order = [.. lines.Select(line => answered.FindIndex(one => one.Digits == line[4..]))];
            Assert.DoesNotContain(-1, order);
            // Spearman: of 24 and more in an order that says nothing it stays well below this
            Assert.True(Math.Abs(Correlation(order)) < 0.75, $"{name} is in the order in which it came");
        }
    }

    /// <summary>Once closed: one batch, no day, no code, no slip.</summary>
    private static async Task AllInOneAsync(SurveyWorld world, WaveId wave, List<(string Code, string Digits, int Day)> answered)
    {
        var names = new List<string>();
        await foreach ((string name, _, byte[] content) in BlobsAsync(world))
        {
            names.Add(name);
            if (name == $"answers/{wave}/web.txt")
            {
                string[] lines =
                [
                    .. Encoding.ASCII.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[4..]),
                ];
                Assert.Equal(answered.Select(one => one.Digits).Order(), lines.Order());
                int[] days = [.. lines.Select(line => answered.First(one => one.Digits == line).Day)];
                Assert.NotEqual(days.Order(), days); // the days are mixed
            }
        }

        Assert.Equal([$"answers/{wave}/web.txt", $"tallies/{wave}/web.json", $"texts/{wave}/web.json"], names.Order());
    }

    private static void MustNotTell(string seen, List<(string Code, string Digits, int Day)> answered, string where)
    {
        Assert.False(answered.Any(one => Mentions(seen, one.Code)), where);
        Assert.False(answered.Any(one => seen.Contains(one.Digits, StringComparison.Ordinal)), where);
        Assert.DoesNotContain("My words", seen, StringComparison.Ordinal);
    }

    private static bool Mentions(string text, string code) =>
        text.Contains(code, StringComparison.OrdinalIgnoreCase)
        || text.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static string Digits(Dictionary<string, int> answers) =>
        string.Concat(
            Questionnaire.Shipped.Questions.Select(question =>
                answers.GetValueOrDefault(question.Code).ToString(CultureInfo.InvariantCulture)
            )
        );

    private static string Word(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))));

    private static double Correlation(int[] order)
    {
        int[] ranks = [.. order.Select(one => order.Count(other => other < one))];
        double middle = (ranks.Length - 1) / 2.0,
            together = ranks.Select((rank, at) => (rank - middle) * (at - middle)).Sum(),
            own = ranks.Sum(rank => (rank - middle) * (rank - middle));
        return together / own;
    }

    private static async IAsyncEnumerable<(string Name, BlobItem Blob, byte[] Content)> BlobsAsync(SurveyWorld world)
    {
        BlobContainerClient container = world.Platform.Get<BlobServiceClient>().GetBlobContainerClient(ResponseStore.Container);
        var blobs = new List<BlobItem>();
        await foreach (BlobItem blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.All, prefix: null, CancellationToken.None))
        {
            blobs.Add(blob);
        }

        foreach (BlobItem blob in blobs)
        {
            yield return (blob.Name, blob, (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray());
        }
    }

    /// <summary>Of every table that there is, the host's too.</summary>
    private static async IAsyncEnumerable<string> RowsAsync(SurveyWorld world, WaveId wave)
    {
        var tables = new TableServiceClient(world.Platform.Storage);
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (TableEntity row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                yield return string.Join(
                    ' ',
                    row.Select(column => $"{column.Key}={(column.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : column.Value)}")
                );
            }
        }
    }
}
