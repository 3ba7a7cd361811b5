using System.Text;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ACip.Tests.Unit.Functions;

/// <summary>A table of a page, taken along as it stands there.</summary>
public sealed class TakenTableTests
{
    private const string Page = """
        <table data-take="people" class="wide"><thead><tr><th>Name, "as known"</th><th>=1+1</th><th colspan="2">Both</th></tr></thead>
        <tbody><tr><td>Amina <form><button>Change</button></form></td><td>@SUM(A1)</td><td>1<br>2</td><td></td></tr></tbody></table>
        """;

    [Fact]
    public void Headings_with_commas_and_quotes_stay_one_cell_and_nothing_starts_a_formula() =>
        Assert.Equal(
            "\uFEFF\"Name, \"\"as known\"\"\",\"'=1+1\",Both,4\r\nAmina,\"'@SUM(A1)\",\"1; 2\",\r\n",
            Encoding.UTF8.GetString(Assert.IsType<FileContentHttpResult>(Taken("people.csv")).FileContents.Span)
        );

    [Theory]
    [InlineData("people.pdf")]
    [InlineData("people-2.csv")]
    [InlineData("plans.xlsx")]
    [InlineData("people")]
    public void What_the_page_does_not_have_is_no_file(string asked) => Assert.Null(Taken(asked));

    private static Microsoft.AspNetCore.Http.IResult? Taken(string asked) =>
        TakenTable.Of(Page, new PageContext("/people", "", Language.En, false, null, Fictional: false, DateTimeOffset.UnixEpoch), asked);
}
