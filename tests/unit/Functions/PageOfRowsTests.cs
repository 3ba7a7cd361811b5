using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.Functions;

/// <summary>Which rows a page of a long table shows.</summary>
public sealed class PageOfRowsTests
{
    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(25, 1, 1, 1)] // a usual programme stands on one page
    [InlineData(26, 1, 1, 2)]
    [InlineData(250, 10, 10, 10)]
    [InlineData(250, 11, 10, 10)] // beyond the last: the last
    [InlineData(250, int.MaxValue, 10, 10)]
    public void A_page_that_is_not_there_is_the_last(int rows, int asked, int shown, int pages) =>
        Assert.Equal(new PageOfRows(shown, pages, 25), PageOfRows.Of(rows, 25, asked, whole: false));

    [Fact]
    public void Every_row_stands_on_exactly_one_page_and_a_file_has_all_of_them() =>
        Prop.ForAll(
                Gen.Choose(0, 300).ToArbitrary(),
                Gen.Choose(1, 60).ToArbitrary(),
                (rows, size) =>
                {
                    int[] all = [.. Enumerable.Range(0, rows)];
                    int pages = PageOfRows.Of(rows, size, 1, whole: false).Pages;
                    int[] turned =
                    [
                        .. Enumerable.Range(1, pages).SelectMany(page => PageOfRows.Of(rows, size, page, whole: false).Of(all)),
                    ];
                    return turned.SequenceEqual(all) && PageOfRows.Of(rows, size, pages, whole: true).Of(all).SequenceEqual(all);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "/?page=2")]
    [InlineData("?page=7&region=WCA", "/?region=WCA&page=2")]
    [InlineData("?q=a%26b&take=matrix.csv&done=1", "/?q=a%26b&page=2")]
    public void Another_page_of_the_same_address_keeps_what_else_it_says(string query, string expected) =>
        Assert.Equal(expected, Page(query).Asking("page", "2"));

    [Theory]
    [InlineData("?page=3", 3)]
    [InlineData("?page=0", 1)]
    [InlineData("?page=-1", 1)]
    [InlineData("?page=three", 1)]
    [InlineData("?page=1&page=2", 1)]
    public void A_page_is_a_number_from_1(string query, int page) => Assert.Equal(page, Page(query).AskedPage);

    private static PageContext Page(string query) => new("/", query, Language.En, false, null, false, default);
}
