using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.ReplyParsing.Figures;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>A number as coordinators write it, at the borders of what has one meaning.</summary>
public sealed class NumbersAsWrittenTests
{
    [Theory]
    [InlineData("1,000", "1000")]
    [InlineData("100,005", "100005")]
    [InlineData("123,456", "123456")]
    [InlineData("1,000,000", "1000000")]
    [InlineData("1 000 000", "1000000")]
    public void Three_digits_behind_one_to_three_are_thousands(string written, string number) => Assert.Equal(number, Read(written));

    [Theory]
    [InlineData("1.05", "1.05")]
    [InlineData("0.123", "0.123")]
    [InlineData("0,123", "0.123")]
    [InlineData("1234,567", "1234.567")]
    [InlineData("1,234.567", "1234.567")]
    [InlineData("1\u066B234", "1.234")] // the Arabic decimal sign is never one of thousands
    public void A_mark_that_can_only_be_decimal_is(string written, string number) => Assert.Equal(number, Read(written));

    [Theory]
    [InlineData("1,234 567")]
    [InlineData("1,234'567.5")]
    [InlineData("1234,567.8")]
    [InlineData("012,345,678")]
    [InlineData("1\u066B234\u066B567")]
    [InlineData("1,2,3")]
    public void Marks_that_nobody_sets_so_are_asked_back(string written) => Assert.Equal("AmbiguousNumber", Read(written));

    [Fact]
    public void Eighteen_digits_are_a_number_and_nineteen_are_none()
    {
        Assert.Equal("123456789012345678", Read("123456789012345678"));
        Assert.Equal("123456789012345678", Read("123,456,789,012,345,678"));
        Assert.Equal("NotANumber", Read("1234567890123456789"));
        Assert.Equal("NotANumber", Read("1,234,567,890,123,456,789"));
    }

    [Theory]
    [InlineData("1\n234")]
    [InlineData("1 \n234")]
    [InlineData("1\n 234")]
    [InlineData("1 \n\n 234")]
    public void A_number_that_a_mail_program_broke_between_thousands_is_whole(string written) => Assert.Equal("1234", Read(written));

    [Theory]
    [InlineData("1  234", "1, then “  234”")]
    [InlineData("1_234", "1, then “_234”")]
    [InlineData("12 ", "12, then “ ”")]
    [InlineData("12. ", "12, then “. ”")]
    [InlineData("12 officers", "12, then “ officers”")]
    public void A_number_ends_before_what_does_not_belong_to_it(string written, string read) => Assert.Equal(read, Read(written));

    [Theory]
    [InlineData("B5: 1  234")]
    [InlineData("B5: 1_234")]
    public void Two_numbers_in_one_answer_are_asked_back(string mail) =>
        Assert.Equal(
            "asked back B5: NotANumber",
            RecognisedCase.Say(ReplyReader.Read(ReplyText.Of(mail, null), RecognisedCase.Items, Language.En))
        );

    private static string Read(string written) =>
        NumberReader.Read(written, decimalComma: false, out int end, out NotUnderstoodReason problem) is { } number
            ? number.ToString(CultureInfo.InvariantCulture) + (end == written.Length ? "" : $", then “{written[end..]}”")
            : problem.ToString();
}
