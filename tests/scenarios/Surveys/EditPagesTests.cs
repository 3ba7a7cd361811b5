using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ACip.Tests.Scenarios.Mail;
using ACip.Tests.Scenarios.Trust;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Performance;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>Officers edit what surveys ask and what administrations assess themselves by; what has begun keeps what it began
/// with.</summary>
public sealed partial class EditPagesTests
{
    [Fact]
    public async Task The_questionnaire_is_edited_on_a_page_and_a_survey_keeps_what_it_was_prepared_with()
    {
        await using SurveyWorld world = await SurveyWorld.StartAsync(1);
        WaveId before = await world.PrepareAsync("AF", "2026", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 20));
        foreach (
            (string? who, HttpStatusCode expected) in new[]
            {
                ("coordinator-af", HttpStatusCode.Forbidden),
                ((string?)null, HttpStatusCode.Unauthorized),
            }
        )
        {
            using HttpResponseMessage refused = await world.SendAsync(HttpMethod.Get, "questionnaire", who);
            Assert.Equal(expected, refused.StatusCode);
        }

        var browser = new Browser(world.Http, "/questionnaire", "officer-one");
        await browser.OpenAsync();
        Assert.Contains("FICTIONAL PLACEHOLDER", browser.Page, StringComparison.Ordinal);
        Dictionary<string, string> form = Form(browser.Page),
            old = new(form);
        int next = Questionnaire.Shipped.Questions.Count;
        (form["q0-en"], form["q0-factor"]) = ("The head of customs keeps <promises>.", "9");
        (form[$"q{next}-code"], form[$"q{next}-factor"], form[$"q{next}-group"], form[$"q{next}-reversed"]) = (
            "q10z",
            "10",
            "private-sector",
            "1"
        );
        (form[$"q{next}-en"], form[$"q{next}-es"]) = ("New one", "Una nueva");
        foreach (string emptied in new[] { "q1-code", "q1-en", "q1-fr", "q1-es" })
        {
            form[emptied] = "";
        }

        // one language is missing: nothing is saved, and nothing that was typed is lost
        await browser.PostAsync(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("in all three languages", browser.Page, StringComparison.Ordinal);
        Assert.Equal("Una nueva", Form(browser.Page)[$"q{next - 1}-es"]); // one row went, so that it has moved up
        form[$"q{next}-fr"] = "Une nouvelle";
        await browser.PostAsync(form);
        Assert.Contains("It is recorded.", browser.Page, StringComparison.Ordinal);
        Questionnaire saved = (await world.Platform.Get<QuestionnaireService>().ReadAsync(CancellationToken.None)).Questionnaire;
        Assert.Equal((2, next), (saved.Version, saved.Questions.Count));
        Assert.Equal(("The head of customs keeps <promises>.", 9), (saved.Questions[0].Text.En, saved.Questions[0].KeyFactor));
        Assert.Equal(
            ("q10z", 10, "private-sector", true, "Une nouvelle"),
            (
                saved.Questions[^1].Code,
                saved.Questions[^1].KeyFactor,
                saved.Questions[^1].Group,
                saved.Questions[^1].Reversed,
                saved.Questions[^1].Text.Fr
            )
        );
        Assert.DoesNotContain(saved.Questions, question => question.Code == Questionnaire.Shipped.Questions[1].Code);

        // who had read the former edition does not write over it
        await browser.PostAsync(old);
        Assert.Equal(HttpStatusCode.PreconditionFailed, browser.Status);
        Assert.Equal(2, (await world.Platform.Get<QuestionnaireService>().ReadAsync(CancellationToken.None)).Questionnaire.Version);

        WaveId after = await world.PrepareAsync("AF", "2026-2", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 20));
        Assert.Equal(1, (await world.Platform.Get<WaveService>().FindAsync(before, CancellationToken.None))!.Value.Questionnaire.Version);
        Assert.Equal(2, (await world.Platform.Get<WaveService>().FindAsync(after, CancellationToken.None))!.Value.Questionnaire.Version);
        AuditEvent told = Assert.Single(
            await AuditRows.ReadAsync(world.Platform.Get<ProgrammeTable>(), StreamId.Programme, CancellationToken.None),
            one => one.Subject == "questionnaire"
        );
        Assert.Equal(new PersonId("officer-one"), told.By);
        await OverTheApiAsync(world, saved);
    }

    private static async Task OverTheApiAsync(SurveyWorld world, Questionnaire saved)
    {
        using HttpResponseMessage read = await world.SendAsync(HttpMethod.Get, "api/questionnaire", "officer-one");
        string tag = read.Headers.ETag!.ToString();
        foreach (
            (string who, string header, string value, HttpStatusCode expected) in new[]
            {
                ("officer-one", "X-None", "1", HttpStatusCode.PreconditionRequired),
                ("officer-one", "If-None-Match", "*", HttpStatusCode.PreconditionFailed),
                ("coordinator-af", "If-Match", tag, HttpStatusCode.Forbidden),
                ("officer-one", "If-Match", tag, HttpStatusCode.OK),
                ("officer-one", "If-Match", tag, HttpStatusCode.PreconditionFailed),
            }
        )
        {
            using HttpResponseMessage put = await world.SendAsync(
                HttpMethod.Put,
                "api/questionnaire",
                who,
                JsonContent.Create(saved with { Questions = [.. saved.Questions.Skip(1)] }, options: JsonSerializerOptions.Web),
                (header, value)
            );
            Assert.Equal(expected, put.StatusCode);
        }

        using HttpResponseMessage now = await world.SendAsync(HttpMethod.Get, "api/questionnaire", "officer-one");
        using var json = JsonDocument.Parse(await now.Content.ReadAsStringAsync());
        Assert.Equal(
            (3, saved.Questions.Count - 1),
            (json.RootElement.GetProperty("version").GetInt32(), json.RootElement.GetProperty("questions").GetArrayLength())
        );
        Assert.Empty(await RowsOnRecord.MissingAsync(world.Platform));
    }

    [Fact]
    public async Task Reference_data_are_edited_on_a_page_and_an_assessment_keeps_what_it_was_begun_with()
    {
        await using SurveyWorld world = await SurveyWorld.StartAsync(2);
        AssessmentService assessments = world.Platform.Get<AssessmentService>();
        using (await world.SendAsync(HttpMethod.Post, "api/pmm/AF", "officer-one", JsonContent.Create(new { year = 2026 }))) { }

        var browser = new Browser(world.Http, "/pmm/reference", "officer-one");
        await browser.OpenAsync();
        Dictionary<string, string> form = Form(browser.Page),
            old = new(form);
        int next = PmmReference.Shipped.Kpis.Count;
        (form[$"k{next}-code"], form[$"k{next}-of"], form[$"k{next}-kind"], form[$"k{next}-factors"]) = (
            "K99",
            "D1-9",
            "Percentage",
            "4; 5"
        );
        (form[$"k{next}-en"], form[$"k{next}-fr"], form[$"k{next}-es"]) = ("Share", "Part", "Parte");
        form["years"] = "3";
        await browser.PostAsync(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status); // there is no such outcome
        Assert.Equal("K99", Form(browser.Page)[$"k{next}-code"]);
        form[$"k{next}-of"] = "D1-1";
        await browser.PostAsync(form);
        Assert.Contains("It is recorded.", browser.Page, StringComparison.Ordinal);
        PmmReference saved = (await assessments.ReferenceAsync(CancellationToken.None)).Reference;
        PmmKpi kpi = Assert.Single(saved.Dimensions[0].Outcomes[0].Kpis, one => one.Code == "K99");
        Assert.Equal(
            (3, KpiKind.Percentage, "%", "4,5", "Parte"),
            (saved.EveryYears, kpi.Kind, kpi.Unit, string.Join(',', kpi.KeyFactors), kpi.Statement.Es)
        );
        Assert.Equal(PmmReference.Shipped.Kpis.Count + 1, saved.Kpis.Count);
        Assert.Equal(PmmReference.Shipped.Notice, saved.Notice);

        await browser.PostAsync(old);
        Assert.Equal(HttpStatusCode.PreconditionFailed, browser.Status);
        Assert.DoesNotContain(
            (await assessments.FindAsync(new AssessmentRef(new AdministrationId("AF"), 2026), CancellationToken.None))!
                .Value
                .Reference
                .Kpis,
            one => one.Code == "K99"
        );
        using (await world.SendAsync(HttpMethod.Post, "api/pmm/ET", "officer-one", JsonContent.Create(new { year = 2026 }))) { }

        Assert.Contains(
            (await assessments.FindAsync(new AssessmentRef(new AdministrationId("ET"), 2026), CancellationToken.None))!
                .Value
                .Reference
                .Kpis,
            one => one.Code == "K99"
        );
        Assert.Contains(
            await AuditRows.ReadAsync(world.Platform.Get<ProgrammeTable>(), StreamId.Programme, CancellationToken.None),
            one => one.Subject == "pmm-reference"
        );
        Assert.Empty(await RowsOnRecord.MissingAsync(world.Platform));
    }

    /// <summary>What a browser would send of the form as it is shown.</summary>
    private static Dictionary<string, string> Form(string page)
    {
        string Text(string html) => WebUtility.HtmlDecode(html);
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            Match input in Input()
                .Matches(page)
                .Where(input =>
                    !input.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal)
                    || input.Value.Contains(" checked", StringComparison.Ordinal)
                )
        )
        {
            form[input.Groups[1].Value] = Text(Value().Match(input.Value).Groups[1].Value);
        }

        foreach (Match area in Area().Matches(page))
        {
            form[area.Groups[1].Value] = Text(area.Groups[2].Value);
        }

        foreach (Match choice in Choice().Matches(page))
        {
            form[choice.Groups[1].Value] = Text(Chosen().Match(choice.Groups[2].Value).Groups[1].Value);
        }

        return form;
    }

    [GeneratedRegex("<input [^>]*name=\"([^\"]+)\"[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<textarea [^>]*name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>")]
    private static partial Regex Area();

    [GeneratedRegex("<select [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Choice();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();
}
