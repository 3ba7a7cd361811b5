using ACip.Functions.Pages.Performance;
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
            )
        );
        Assert.Equal(rule, typed.Problem?.Rule);
    }
}
