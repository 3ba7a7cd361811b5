using ACip.Functions.Pages.DonorReports;

namespace ACip.Tests.Unit.Functions.DonorReports;

public sealed class FirstTextsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n\n ", 0)]
    [InlineData("One text.", 1)]
    [InlineData("One text\nof two lines.", 1)]
    [InlineData("The first.\r\n\r\nThe second.\n\n\n\nThe third.", 3)]
    public void An_empty_line_parts_one_text_from_the_next(string typed, int texts) =>
        Assert.Equal(texts, FirstTextsFormEndpoint.Paragraphs(typed).Count);
}
