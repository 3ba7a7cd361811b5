using ACip.Functions.Pages.DonorReports;

namespace ACip.Tests.Unit.Functions.DonorReports;

public sealed class FirstTextsTests
{
    private const string Of2 = "It began in March.\r\n\r\nIt ended in May.",
        Of3 = "It began in March.\n\nIt ended in May.\n \n\nNobody complained.",
        OfLines = "One line.\r\nAnother.";

    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n\n ", 0)]
    [InlineData("One text.", 1)]
    [InlineData("One text\nof two lines.", 1)]
    [InlineData("The first.\r\n\r\nThe second.\n\n\n\nThe third.", 3)]
    public void An_empty_line_parts_one_text_from_the_next(string typed, int texts) =>
        Assert.Equal(texts, FirstTextsFormEndpoint.Read(typed, []).Count);

    [Fact]
    public void A_text_with_empty_lines_of_its_own_stays_one()
    {
        string typed = string.Join("\r\n\r\n", new[] { "A first.", Of2, Of3, OfLines, "A last." });
        Assert.Equal(["A first.", Of2, Of3, OfLines, "A last."], FirstTextsFormEndpoint.Read(typed, ["A first.", Of2, Of3, OfLines]));
        Assert.Equal(["It ended in May.", Of2], FirstTextsFormEndpoint.Read("It ended in May.\n\n" + Of2, [Of2, Of3]));
    }
}
