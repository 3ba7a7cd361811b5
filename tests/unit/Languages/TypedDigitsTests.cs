using ACip.Workflows.Documents;
using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.Languages;

public sealed class TypedDigitsTests
{
    [Theory]
    [InlineData("٤٥٫٥", "45.5")]
    [InlineData("\u200F٤٥٪", "45%")]
    [InlineData("۱۲/۱۲۰", "12/120")]
    [InlineData("45,5 %", "45,5 %")]
    [InlineData("٣، ٧", "3, 7")]
    public void Digits_of_every_script_are_ours(string typed, string plain) => Assert.Equal(plain, TypedDigits.Plain(typed));

    [Theory]
    [InlineData("٤٥٪", 45)]
    [InlineData("٤٥٫٥", 45.5)]
    public void A_cell_may_hold_them(string typed, double value) =>
        Assert.Equal(((decimal)value, null), CellNumber.Read(new RawCell(RawKind.Text, typed, false, default), CellKind.Percentage));
}
