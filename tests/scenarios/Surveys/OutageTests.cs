using System.Net;
using System.Text.Json;
using ACip.Tests.Faults.Auditor;
using ACip.Tests.Scenarios.Faults;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>Storage ends and comes back while a survey's file is taken in and while people answer.</summary>
public sealed class OutageTests
{
    private const int Answers = 20_000;

    [Fact]
    public async Task A_survey_whose_storage_ends_twice_counts_every_answer_once()
    {
        await using StorageOnDisk storage = await StorageOnDisk.StartAsync();
        await using SurveyWorld world = await SurveyWorld.StartAsync(1, $"--AzureWebJobsStorage={storage.ConnectionString}");
        WaveId wave = await world.PrepareAsync("AF", "2026", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 20));
        string code = (await world.CodesAsync(wave)).First(one => one.Group == "officials").Code;

        byte[] file = SurveyWorld.File([(SurveyWorld.Frame[0], Answers)], (row, _) => 1 + (row % 5));
        Task taking = TakeInAsync(world, wave, file);
        await Task.Delay(100);
        await storage.EndAndComeBackAsync();
        await Task.Delay(300);
        await storage.EndAndComeBackAsync();
        await taking;
        Task<HttpStatusCode> answering = world.AnswerAsync(wave, code, new Dictionary<string, int> { ["L1"] = 4 });
        await storage.EndAndComeBackAsync();
        await answering;
        await world.Platform.AdvanceAsync(TimeSpan.FromHours(2)); // steps that gave up meanwhile try again after minutes

        JsonElement import = Assert.Single((await world.ReadAsync(wave, "officer-one")).GetProperty("imports").EnumerateArray().ToArray());
        Assert.Equal(("Done", Answers), (import.GetProperty("state").GetString(), import.GetProperty("rows").GetInt32()));
        Assert.Equal(3, storage.Outages);
        Assert.Equal([], await StorageAudit.RunAsync(storage.ConnectionString));
    }

    /// <summary>As its sender would: one who is told that nothing was changed, and when to come back, sends the same file again.</summary>
    private static async Task TakeInAsync(SurveyWorld world, WaveId wave, byte[] file)
    {
        for (int sent = 1; ; sent++)
        {
            using HttpResponseMessage taken = await world.ImportAsync(wave, file);
            if (taken.StatusCode != HttpStatusCode.ServiceUnavailable || sent == 3)
            {
                Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());
                return;
            }

            await Task.Delay(Assert.NotNull(taken.Headers.RetryAfter?.Delta));
        }
    }
}
