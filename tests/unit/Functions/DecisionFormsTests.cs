using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ACip.Tests.Unit.Functions;

public sealed class DecisionFormsTests
{
    [Fact]
    public void Sending_items_back_may_accept_the_others()
    {
        Decision decision = Read(("decision", "return"), ("reason", " "), ("item-B3", "looks low"), ("item-B4", " "), ("others", "1"))!;
        Assert.Equal((false, true), (decision.Approved, decision.AcceptOthers));
        Assert.Equal(("B3", "looks low"), Assert.Single(decision.Items!) is var item ? (item.Key, item.Value) : default);
    }

    [Fact]
    public void An_approval_carries_no_reasons_for_items() =>
        Assert.Equal(
            new Decision(true),
            Read(("decision", "approve"), ("reason", ""), ("item-B3", "typed, then changed my mind"), ("others", "1"))
        );

    [Fact]
    public void A_form_that_says_neither_is_no_decision() => Assert.Null(Read(("reason", "why")));

    [Fact]
    public void A_form_that_does_not_say_what_was_seen_is_no_decision() =>
        Assert.Null(DecisionForms.Read(new FormCollection(new Dictionary<string, StringValues> { ["decision"] = "approve" })));

    private static Decision? Read(params (string Name, string Value)[] fields) =>
        DecisionForms
            .Read(
                new FormCollection(fields.Append(("seen", "W1")).ToDictionary(field => field.Item1, field => new StringValues(field.Item2)))
            )
            ?.Decision;
}
