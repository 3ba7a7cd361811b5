using ACip.Workflows.Languages;
using CsCheck;

namespace ACip.Tests.Unit.Languages;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("250.000")]
    [InlineData("250,000")]
    [InlineData("-3.421")]
    public void What_could_be_thousands_is_no_number(string typed) => Assert.Null(TypedNumber.Read(typed));

    [Theory]
    [InlineData("0,125", 0.125)]
    [InlineData("0.125", 0.125)]
    [InlineData("3.4210", 3.421)]
    [InlineData("1234.567", 1234.567)]
    [InlineData("3,42", 3.42)]
    [InlineData("٢٥٠٫١٢٥", 250.125)]
    public void What_cannot_be_thousands_is_a_fraction(string typed, double number) =>
        Assert.Equal((decimal)number, TypedNumber.Read(typed));

    [Theory]
    [InlineData("45%", 45)]
    [InlineData(" 45 % ", 45)]
    [InlineData("45%\u200F", 45)]
    [InlineData("٤٥٪", 45)]
    [InlineData("٤٥٫١٢٥٪", 45.125)]
    [InlineData("45", 45)]
    public void A_share_is_read_without_its_sign(string typed, double number) =>
        Assert.Equal((decimal)number, TypedNumber.Read(TypedNumber.WithoutPercent(typed)));

    [Fact]
    public void Every_number_that_a_field_shows_is_read_as_itself() =>
        Gen.Select(Gen.Long[-10_000_000, 10_000_000], Gen.Int[0, 5])
            .Select((whole, places) => new decimal((int)Math.Abs(whole), 0, 0, whole < 0, (byte)places))
            .Sample(number => TypedNumber.Read(TypedNumber.Show(number)) == number);
}
