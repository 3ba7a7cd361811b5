using ACip.Workflows.DonorReports.Figures;

namespace ACip.Tests.Unit.DonorReports.Figures;

public sealed class FigureRoundingTests
{
    [Theory]
    [InlineData("0.12345", "0.1235")]
    [InlineData("-0.12345", "-0.1235")]
    [InlineData("0.99994", "0.9999")]
    [InlineData("1", "1")]
    [InlineData("1.23456", "1.23")]
    [InlineData("1.235", "1.24")]
    [InlineData("-1.235", "-1.24")]
    public void Two_decimals_are_shown_or_four_of_what_is_below_one(string value, string presented) =>
        Assert.Equal(Number(presented), FigureRounding.Presented(Number(value)));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
