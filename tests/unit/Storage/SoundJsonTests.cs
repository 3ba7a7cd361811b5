using System.Text.Json;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Sample;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Tests.Unit.Storage;

public sealed class SoundJsonTests
{
    [Theory]
    [InlineData("""{"risks":[],"deviations":[null],"events":[]}""", "$.deviations[0]", "null-element")]
    [InlineData("""{"risks":[null],"deviations":[],"events":[]}""", "$.risks[0]", "null-element")]
    [InlineData("""{"risks":[],"deviations":[],"events":[null]}""", "$.events[0]", "null-element")]
    [InlineData(
        """{"risks":[],"deviations":[],"events":[{"kind":99,"title":"x","start":"2026-01-01","end":"2026-01-01","administration":null,"women":0,"men":0,"notStated":0}]}""",
        "$.events[0].kind",
        "unknown-value"
    )]
    [InlineData(
        """{"risks":[],"deviations":[],"events":[{"kind":"Workshop","title":"x","start":"2026-01-01","end":"9999-12-31","administration":null,"women":0,"men":0,"notStated":0}]}""",
        "$.events[0].end",
        "day-out-of-range"
    )]
    public void What_the_types_forbid_and_the_serializer_lets_through_is_named(string json, string at, string rule) =>
        Assert.Equal(new JsonProblem(at, rule), SoundJson.In(JsonSerializer.Deserialize<ReportNotes>(json, Json.Stored)!, Json.Stored));

    [Fact]
    public void Null_is_no_item_of_a_dictionary_either() =>
        Assert.Equal(
            new JsonProblem("$.items.B3", "null-element"),
            SoundJson.In(new Workflows.HumanTasks.Decision(false, "x", new Dictionary<string, string> { ["B3"] = null! }), Json.Stored)
        );

    [Fact]
    public void Texts_and_numbers_have_an_end()
    {
        Assert.Equal(
            "text-too-long",
            SoundJson.In(new Person(new PersonId("a"), new string('x', SoundJson.LongestText + 1), "", Language.En, []), Json.Stored)?.Rule
        );
        Assert.Equal(
            "number-too-large",
            SoundJson
                .In(
                    new FundingAllocation("a", new AgreementId("b"), null, decimal.MaxValue, "NOK", new(2026, 1, 1), new(2026, 1, 1), ""),
                    Json.Stored
                )
                ?.Rule
        );
        Assert.Equal(new JsonProblem("$.id", "null-element"), SoundJson.In(new Person(default, "", "", Language.En, []), Json.Stored));
    }

    [Fact]
    public void All_that_we_ship_is_sound()
    {
        ProgrammeSeed seed = ProgrammeSeed.Load();
        Assert.All(seed.Plans, plan => Assert.Null(SoundJson.In(plan, PlanDocument.Options)));
        Assert.All(seed.Agreements, agreement => Assert.Null(SoundJson.In(agreement, Json.Stored)));
        Assert.All(seed.People, person => Assert.Null(SoundJson.In(person, Json.Stored)));
    }

    [Theory]
    [InlineData("results")]
    [InlineData("indicators")]
    [InlineData("benchmarks")]
    [InlineData("activities")]
    [InlineData("risks")]
    public void A_plan_with_null_among_its_items_is_no_plan(string section)
    {
        ActionPlan plan = ProgrammeSeed.Load().Plans[0];
        Assert.Null(DraftSections.With(plan, section, JsonSerializer.Deserialize<JsonElement>("[null]")).Plan);
    }

    [Theory]
    [InlineData("targets")]
    [InlineData("dimensions")]
    public void Nor_is_one_with_null_within_an_indicator(string list)
    {
        ActionPlan plan = ProgrammeSeed.Load().Plans[0];
        var indicators = System.Text.Json.Nodes.JsonNode.Parse(DraftSections.Of(plan, "indicators").GetRawText())!.AsArray();
        indicators[0]![list] = new System.Text.Json.Nodes.JsonArray { null };
        PlanReading reading = DraftSections.With(plan, "indicators", JsonSerializer.Deserialize<JsonElement>(indicators.ToJsonString()));
        Assert.Equal($"$.indicators[0].{list}[0]", reading.At);
    }
}
