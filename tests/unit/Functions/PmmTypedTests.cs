using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Performance;
using ACip.Workflows.Languages;
using ACip.Workflows.Performance;
using ACip.Workflows.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ACip.Tests.Unit.Functions;

public sealed class PmmTypedTests
{
    [Theory]
    [InlineData("Number", null)]
    [InlineData("Percentage", null)]
    [InlineData("Score", "not-a-choice")]
    [InlineData("1", "not-a-choice")]
    [InlineData("", "not-a-choice")]
    public void A_kind_that_there_is_none_of_is_refused_and_not_taken_for_a_number(string kind, string? rule)
    {
        PmmTyped typed = PmmTyped.Of(
            new FormCollection(
                new Dictionary<string, StringValues>
                {
                    ["years"] = "2",
                    ["d0-code"] = "D1",
                    ["o0-code"] = "O1",
                    ["o0-of"] = "D1",
                    ["k0-code"] = "K1",
                    ["k0-of"] = "O1",
                    ["k0-kind"] = kind,
                }
            ),
            PmmReference.Shipped
        );
        Assert.Equal(rule, typed.Problem?.Rule);
    }

    [Fact]
    public void Saved_as_it_was_shown_it_stays_as_it_was_in_every_language()
    {
        PmmTyped shown = PmmTyped.Of(PmmReference.Shipped);
        var fields = new Dictionary<string, StringValues> { ["years"] = $"{shown.EveryYears}" };
        Fill(fields, "notice", shown.Notice);
        foreach ((int number, PmmDimension one) in shown.Dimensions.Index())
        {
            Fill(fields, $"d{number}", one.Name, one.Code);
        }

        foreach ((int number, (string of, PmmOutcome one)) in shown.Outcomes.Index())
        {
            Fill(fields, $"o{number}", one.Statement, one.Code, of);
        }

        foreach ((int number, (string of, PmmKpi one)) in shown.Kpis.Index())
        {
            Fill(fields, $"k{number}", one.Statement, one.Code, of);
            fields[$"k{number}-kind"] = one.Kind.ToString();
            fields[$"k{number}-unit"] = one.Unit;
            fields[$"k{number}-factors"] = string.Join(", ", one.KeyFactors);
        }

        PmmReference saved = PmmTyped.Of(new FormCollection(fields), PmmReference.Shipped).ToReference();

        Assert.Equal(Json.Write(PmmReference.Shipped), Json.Write(saved));
        Assert.Contains("\"pt\"", Json.Write(saved), StringComparison.Ordinal);
    }

    private static void Fill(Dictionary<string, StringValues> fields, string row, Text words, string? code = null, string? of = null)
    {
        foreach (Language language in Language.All)
        {
            fields[TypedText.Name(row, language)] = words.In(language);
        }

        fields[$"{row}-code"] = code;
        fields[$"{row}-of"] = of;
    }
}
