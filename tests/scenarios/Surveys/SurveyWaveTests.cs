using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Mail;
using ACip.Tests.Scenarios.Trust;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>A survey from its preparation until the administration has decided: answers from tablets and from the web.</summary>
public sealed class SurveyWaveTests
{
    [Fact]
    public async Task A_survey_is_prepared_answered_closed_computed_reviewed_and_published()
    {
        await using SurveyWorld world = await SurveyWorld.StartAsync(1);
        WaveId wave = await world.PrepareAsync("AF", "2026", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 20));

        // tablets: half of the officials at the border agree fully with all of factor 1, everybody else is in the middle
        byte[] file = SurveyWorld.File(
            [(SurveyWorld.Frame[0], 80), (SurveyWorld.Frame[1], 120), (SurveyWorld.Frame[2], 60), (SurveyWorld.Frame[3], 4)],
            (row, factor) => factor == 1 && row % 2 == 0 ? 5 : 2 + (row % 3)
        );
        file =
        [
            .. file,
            .. "tablet-1;2026-03-05T10:00:00;officials;nowhere;3"u8,
            .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(";", Questionnaire.Shipped.Questions.Count))),
            .. "\r\n"u8,
        ];
        using (HttpResponseMessage taken = await world.ImportAsync(wave, file))
        {
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        JsonElement status = await world.ReadAsync(wave, "officer-one");
        JsonElement import = Assert.Single(status.GetProperty("imports").EnumerateArray().ToArray());
        Assert.Equal(
            ("Done", 264, 1),
            (import.GetProperty("state").GetString(), import.GetProperty("rows").GetInt32(), import.GetProperty("badRows").GetInt32())
        );
        JsonElement bad = Assert.Single(import.GetProperty("bad").EnumerateArray().ToArray());
        Assert.Equal((266, "survey-stratum"), (bad.GetProperty("line").GetInt32(), bad.GetProperty("rule").GetString()));
        Assert.Equal(["device", "start-time"], import.GetProperty("notTaken").EnumerateArray().Select(one => one.GetString()!));
        Assert.Equal(JsonValueKind.Null, status.GetProperty("scores").ValueKind);
        using (HttpResponseMessage twice = await world.ImportAsync(wave, file))
        {
            Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        }

        // the web: a code answers once
        IReadOnlyList<(string Group, string Stratum, string Code)> codes = await world.CodesAsync(wave);
        Assert.Equal(SurveyWorld.Frame.Sum(stratum => stratum.Invited), codes.Count);
        (string Group, string Stratum, string Code)[] traders = [.. codes.Where(code => code.Stratum == "traders").Take(30)];
        Dictionary<string, int> middle = Questionnaire.Shipped.For("private-sector").ToDictionary(question => question.Code, _ => 3);
        foreach ((int at, (_, _, string code)) in traders.Index())
        {
            Assert.Equal(
                HttpStatusCode.OK,
                await world.AnswerAsync(
                    wave,
                    code,
                    new Dictionary<string, int>(middle) { ["q01a"] = 1 + (at % 5) },
                    at % 3 == 0 ? "Inspector Karimi took 500 at the gate" : ""
                )
            );
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await world.AnswerAsync(wave, traders[0].Code, middle));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await world.AnswerAsync(wave, "aaaa-bbbb-cccc-dddd", middle));
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(294, (await world.ReadAsync(wave, "officer-one")).GetProperty("heard").GetInt32());
        // mixed long since, and used all the same
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await world.AnswerAsync(wave, traders[0].Code, middle));

        await world.Platform.AdvanceToAsync(new DateTimeOffset(2026, 3, 23, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.NotFound, await world.AnswerAsync(wave, codes[^1].Code, middle));
        WaveResults results = (await world.ResultsAsync(wave))!;
        GroupResult officials = results.Of("officials")!,
            business = results.Of("private-sector")!;
        Assert.Equal((200L, 94L), (officials.Heard, business.Heard));
        Assert.InRange(officials.Factors[0].Score!.Value, 70, 80); // half at 100, half at 25, 50 or 75
        Assert.True(officials.Factors[1].Score is > 45 and < 55);
        Assert.Equal(0.6, officials.NonResponse!.Value, 9);

        // the administration is asked; until then the Secretariat sees no score
        Assert.Equal("InReview", (await world.ReadAsync(wave, "officer-one")).GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, (await world.ReadAsync(wave, "officer-one")).GetProperty("scores").ValueKind);
        Assert.Equal(JsonValueKind.Object, (await world.ReadAsync(wave, "coordinator-af")).GetProperty("scores").ValueKind);
        Assert.Equal([$"/surveys/{wave}"], await world.WaitingAsync("ReviewSurvey"));
        LocalMessage ask = world.Newest("Asking", "coordinator.af@customs-af.example");
        await OnTheReviewPageAsync(world, ask, wave);
        await world.ReplyAsync(ask, "Hello, what do I have to do?");
        Assert.Contains(
            "PUBLISH: DONORS",
            world.Newest("QuestionBack", "coordinator.af@customs-af.example").Text,
            StringComparison.Ordinal
        );
        await world.ReplyAsync(ask, "PUBLISH: DONORS\nWITHOUT: 2, 9");
        Assert.Contains("your donors", world.Newest("Acknowledgement", "coordinator.af@customs-af.example").Text, StringComparison.Ordinal);

        JsonElement published = await world.ReadAsync(wave, "officer-one");
        Assert.Equal(("Published", "Donors"), (published.GetProperty("state").GetString(), published.GetProperty("published").GetString()));
        int[] factors =
        [
            .. published
                .GetProperty("scores")
                .GetProperty("groups")[0]
                .GetProperty("factors")
                .EnumerateArray()
                .Select(factor => factor.GetProperty("keyFactor").GetInt32()),
        ];
        Assert.Equal([1, 3, 4, 5, 6, 7, 8, 10], factors);
        using HttpResponseMessage page = await world.SendAsync(HttpMethod.Get, $"surveys/{wave}", "officer-one");
        string html = await page.Content.ReadAsStringAsync();
        Assert.Contains("PLACEHOLDER", html, StringComparison.Ordinal);
        Assert.Contains("class=\"bar\"", html, StringComparison.Ordinal);
        Assert.True((await world.Platform.Workflows.GetInstanceAsync(wave.InstanceId))!.IsCompleted);
        Assert.DoesNotContain("What was written besides", html, StringComparison.Ordinal);
        Assert.DoesNotContain("at the gate", html, StringComparison.Ordinal);

        Assert.Empty(await RowsOnRecord.MissingAsync(world.Platform));
    }

    /// <summary>Whoever opens the link in an unknown browser sees neither scores nor words; the administration sees words, screened, of the
    /// group of which enough wrote.</summary>
    private static async Task OnTheReviewPageAsync(SurveyWorld world, LocalMessage ask, WaveId wave)
    {
        var browser = new Browser(world.Http, Regex.Match(ask.Text, "/tasks/[a-z2-7]{26}").Value);
        await browser.OpenAsync();
        Assert.DoesNotContain("What was written besides", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"bar\"", browser.Page, StringComparison.Ordinal);
        long before = world.Platform.Mail.Newest;
        await browser.PostAsync([new("to", "Nobody"), new("act", "submit")]);
        await world.Platform.Busy.QuietAsync();
        string code = Regex
            .Match(
                world.Platform.Mail.List(null, before).First(mail => mail.CustomArgs.GetValueOrDefault("kind") == "OneTimeCode").Text,
                @"\b[0-9]{6}\b"
            )
            .Value;
        await browser.PostAsync([new("code", code), new("act", "code")]);
        await world.Platform.Busy.QuietAsync();
        Assert.Equal("Withheld", (await world.ReadAsync(wave, "officer-one")).GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, (await world.ReadAsync(wave, "officer-one")).GetProperty("scores").ValueKind);

        await browser.OpenAsync();
        string page = WebUtility.HtmlDecode(browser.Page);
        string[] words = [.. Regex.Matches(page, "<li>([^<]*)</li>").Select(found => found.Groups[1].Value)];
        Assert.Contains("Inspector […] took […] at the gate", words);
        Assert.Contains(words, text => text.EndsWith("\"today\"", StringComparison.Ordinal));
        Assert.DoesNotContain("Karimi", page, StringComparison.Ordinal);
        Assert.DoesNotContain("500", string.Join(' ', words), StringComparison.Ordinal);
    }
}
