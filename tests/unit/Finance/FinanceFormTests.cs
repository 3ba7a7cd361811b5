using ACip.Functions.Pages.Finance;
using ACip.Workflows.Finance;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ACip.Tests.Unit.Finance;

public sealed class FinanceFormTests
{
    [Fact]
    public void An_explanation_beside_no_amount_is_kept()
    {
        FinancialLine line = Assert.Single(Read(($"{Books.Home}-explanation", "Nothing was spent: the workshop moved.")).Lines);
        Assert.Equal((Books.Home, 0m, "Nothing was spent: the workshop moved."), (line.Component, line.Spent, line.Explanation));
    }

    [Fact]
    public void A_component_that_the_form_shows_is_read_and_one_without_entries_is_no_line()
    {
        Assert.Equal(["ZZ"], Read(("ZZ-spent", "5")).Lines.Select(line => line.Component));
        Assert.Empty(Read().Lines);
    }

    private static FinancialPeriod Read(params (string Name, string Value)[] fields) =>
        FinanceForm
            .Read(
                new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value))),
                Books.Agreement.Id,
                [.. Components.Of(Books.Agreement), "ZZ"]
            )
            .Typed;
}
