using System.Globalization;
using ACip.Functions.Pages.Lists;
using ACip.Workflows.Languages;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ACip.Tests.Unit.Functions;

/// <summary>What an address asks of a list.</summary>
public sealed class ListQuestionTests
{
    private static readonly ProgrammeList Countries = new(
        [
            new("country", Text.Same("Country")),
            new("region", Text.Same("Region"), Filters: true),
            new("factor", Text.Same("Key factor"), Filters: true),
            new("reports", Text.Same("Reports"), IsNumber: true),
            new("due", Text.Same("Due")),
        ],
        [
            Row("Côte d'Ivoire", "WCA", [1, 2], 9, new DateOnly(2026, 3, 1)),
            Row("Éthiopie", "ESA", [2], 10, new DateOnly(2025, 12, 31)),
            Row("Ghana", "WCA", [], null, null),
            Row("Zambie", "ESA", [10], 2, new DateOnly(2026, 1, 15)),
        ]
    );

    [Theory]
    [InlineData("q=cote", "Côte d'Ivoire")]
    [InlineData("q=ETHIO", "Éthiopie")]
    [InlineData("q=wca ghana", "Ghana")]
    [InlineData("q=ghana esa", "")]
    [InlineData("q=%20", "Côte d'Ivoire Éthiopie Ghana Zambie")]
    [InlineData("region=ESA", "Éthiopie Zambie")]
    [InlineData("region=ESA&factor=2", "Éthiopie")]
    [InlineData("factor=1", "Côte d'Ivoire")] // and not 10
    [InlineData("region=nowhere", "")]
    [InlineData("planet=earth", "Côte d'Ivoire Éthiopie Ghana Zambie")]
    [InlineData("sort=reports", "Zambie Côte d'Ivoire Éthiopie Ghana")] // 9 before 10, and what is not known at the end …
    [InlineData("sort=-reports", "Éthiopie Côte d'Ivoire Zambie Ghana")] // … either way
    [InlineData("sort=due", "Éthiopie Zambie Côte d'Ivoire Ghana")]
    [InlineData("sort=-country", "Zambie Ghana Éthiopie Côte d'Ivoire")] // É among the Es
    [InlineData("sort=planet", "Côte d'Ivoire Éthiopie Ghana Zambie")]
    public void Rows_are_those_that_the_address_asks_for_in_its_order(string address, string countries) =>
        Assert.Equal(
            countries,
            string.Join(' ', Read(address).Select(Countries, ((Language)"fr").Order).Select(row => row.Cells[0].Words))
        );

    [Theory]
    [InlineData("page=0", 1)]
    [InlineData("page=-3", 1)]
    [InlineData("page=two", 1)]
    [InlineData("page=99999999999", 1)]
    [InlineData("page=7", 7)]
    public void A_page_is_a_number_from_1(string address, int page) => Assert.Equal(page, Read(address).Page);

    [Fact]
    public void Words_beyond_what_anybody_searches_for_are_cut() =>
        Assert.Equal(ListQuestion.LongestWords, Read("q=" + new string('x', 5_000)).Words.Length);

    [Fact]
    public void An_address_made_from_a_question_asks_the_same_again() =>
        Prop.ForAll(
                (
                    from words in ArbMap.Default.GeneratorFor<NonNull<string>>()
                    from region in Gen.Elements("", "ESA", "WCA", "a&b=c", "é ü")
                    from sort in Gen.Elements("", "country", "reports", "-due", "-region")
                    from page in Gen.Choose(1, 40)
                    select (Words: string.Concat(words.Get.Where(letter => !char.IsSurrogate(letter))), region, sort, page)
                ).ToArbitrary(),
                asked =>
                {
                    var question = ListQuestion.Read(
                        new QueryCollection(
                            new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
                            {
                                ["q"] = asked.Words,
                                ["region"] = asked.region,
                                ["sort"] = asked.sort,
                                ["page"] = asked.page.ToString(CultureInfo.InvariantCulture),
                            }
                        ),
                        Countries.Columns
                    );
                    ListQuestion again = Read(question.ToQuery());
                    return again with { Filters = question.Filters } == question && again.Filters.SequenceEqual(question.Filters);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Sorting_by_the_same_column_once_more_turns_the_order_and_goes_back_to_the_first_page()
    {
        ListQuestion once = Read("page=3&region=ESA").SortedBy("due");
        Assert.Equal("?sort=due&region=ESA", once.ToQuery());
        Assert.Equal("?sort=-due&region=ESA", once.SortedBy("due").ToQuery());
        Assert.Equal("?sort=country&region=ESA", once.SortedBy("due").SortedBy("country").ToQuery());
    }

    private static ListQuestion Read(string address) =>
        ListQuestion.Read(new QueryCollection(QueryHelpers.ParseQuery(address)), Countries.Columns);

    private static ListRow Row(string country, string region, int[] factors, int? reports, DateOnly? due) =>
        new(
            country,
            null,
            [
                new ListCell(country),
                ListCell.Choice(region, region),
                ListCell.Several([
                    .. factors.Select(factor => new ListChoice(factor.ToString(CultureInfo.InvariantCulture), $"{factor}. factor")),
                ]),
                ListCell.Of(reports, $"{reports}"),
                due is { } day ? ListCell.Of(day) : ListCell.Nothing,
            ]
        );
}
