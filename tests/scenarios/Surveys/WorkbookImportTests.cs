using System.Net;
using System.Text.Json;
using ACip.Tests.Unit.Surveys.Imports;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>A workbook from tablets goes the same way as text, and no later file takes away what an earlier one brought.</summary>
public sealed class WorkbookImportTests
{
    private static readonly object?[] Headings = ["start time", "stratum", "group", .. Questionnaire.Shipped.Questions.Select(question => (object?)question.Code), "comment"];

    [Fact]
    public async Task A_workbook_is_taken_in_and_damaged_or_empty_ones_change_nothing()
    {
        await using SurveyWorld world = await SurveyWorld.StartAsync(1);
        WaveId wave = await world.PrepareAsync("AF", "2026", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 20));
        byte[] good = TestWorkbook.Of(("Notes", [["Read the other sheet"]]), ("Data", [Headings, .. Enumerable.Range(0, 40).Select(at => Row("border", 1 + (at % 5))), Row("nowhere", 3), ["", ""]]));
        await world.ImportAsync(wave, good);
        JsonElement taken = await NewestAsync(world, wave);
        Assert.Equal(("Done", "xlsx", 40, 1), (taken.GetProperty("state").GetString(), taken.GetProperty("converted").GetString(), taken.GetProperty("rows").GetInt32(), taken.GetProperty("badRows").GetInt32()));
        JsonElement bad = Assert.Single(taken.GetProperty("bad").EnumerateArray().ToArray());
        Assert.Equal((42, "survey-stratum"), (bad.GetProperty("line").GetInt32(), bad.GetProperty("rule").GetString()));

        foreach ((byte[] file, string rule) in new[]
        {
            (good[..(good.Length / 2)], "survey-file-damaged"),
            (TestWorkbook.Of(("Data", [["", " "]])), "survey-file-headings"),
            (TestWorkbook.Of(("Data", [Headings, ["", ""], [null, " "]])), "survey-file-empty"),
        })
        {
            await world.ImportAsync(wave, file);
            JsonElement refused = await NewestAsync(world, wave);
            Assert.Equal(("Refused", rule, 0), (refused.GetProperty("state").GetString(), refused.GetProperty("problem").GetString(), refused.GetProperty("rows").GetInt32()));
            Assert.Equal(40, (await world.ReadAsync(wave, "officer-one")).GetProperty("heard").GetInt32());
        }

        using (HttpResponseMessage twice = await world.ImportAsync(wave, good))
        {
            Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        }

        await world.Platform.AdvanceToAsync(new DateTimeOffset(2026, 3, 23, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(40, (await world.ResultsAsync(wave))!.Of("officials")!.Heard);
    }

    private readonly HashSet<string> seen = [];

    private async Task<JsonElement> NewestAsync(SurveyWorld world, WaveId wave) =>
        (await world.ReadAsync(wave, "officer-one")).GetProperty("imports").EnumerateArray().Single(import => seen.Add(import.GetProperty("sha256").GetString()!));

    private static object?[] Row(string stratum, int answer) =>
        [new TestWorkbook.DateCell(46086.4), stratum, "officials", .. Questionnaire.Shipped.Questions.Select(question => question.Group is "private-sector" ? null : (object?)answer), null];
}
