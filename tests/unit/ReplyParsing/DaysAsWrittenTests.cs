using System.Globalization;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.ReplyParsing.Figures;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>A day as coordinators write it, at the borders of what is one: what has one meaning is read, and the rest is asked
/// back.</summary>
public sealed class DaysAsWrittenTests
{
    [Theory]
    [InlineData("1950-01-01", "1950-01-01")]
    [InlineData("2150-12-31", "2150-12-31")]
    [InlineData("31 January 2026", "2026-01-31")]
    [InlineData("30.4.2026", "2026-04-30")]
    [InlineData("29 February 2028", "2028-02-29")]
    [InlineData("2026-1-5", "2026-01-05")]
    [InlineData("25/3/2026", "2026-03-25")]
    [InlineData("5/25/2026", "2026-05-25")]
    [InlineData("10/25/2026", "2026-10-25")]
    [InlineData("7/7/2026", "2026-07-07")]
    public void A_day_with_one_meaning_is_read(string written, string day) => Assert.Equal(day, Read(written));

    [Theory]
    [InlineData("5/10/2026", "2026-10-05")]
    [InlineData("05/1/2026", "2026-01-05")]
    public void The_day_stands_first_in_French_and_Spanish(string written, string day) => Assert.Equal(day, Read(written, dayFirst: true));

    [Theory]
    [InlineData("1949-12-31")]
    [InlineData("31 December 1949")]
    [InlineData("2151-01-01")]
    public void A_day_of_another_age_or_calendar_is_none(string written) => Assert.Equal("NotADate", Read(written));

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("31.4.2026")]
    [InlineData("32 January 2026")]
    [InlineData("25/0/2026")]
    [InlineData("0 January 2026")]
    public void A_day_that_its_month_does_not_have_is_none(string written) => Assert.Equal("NotADate", Read(written));

    [Theory]
    [InlineData("2026-010-12")]
    [InlineData("2026-10-012")]
    [InlineData("025/10/2026")]
    [InlineData("25/010/2026")]
    [InlineData("25/10/26")]
    [InlineData("2026-10-")]
    [InlineData("2026-10")]
    public void A_part_with_too_many_or_too_few_digits_makes_none(string written) => Assert.Equal("NotADate", Read(written));

    [Theory]
    [InlineData("25/1O/2026")]
    [InlineData("1O October 2026")]
    [InlineData("12 October 2O26")]
    public void A_letter_for_a_digit_makes_none(string written) => Assert.Equal("NotADate", Read(written));

    [Theory]
    [InlineData("2026_10_12")]
    [InlineData("25:10:2026")]
    [InlineData("25'10'2026")]
    public void Only_a_dash_a_stroke_or_a_point_stands_between_numbers(string written) => Assert.Equal("NotADate", Read(written));

    [Fact]
    public void A_text_of_sixty_characters_may_be_a_day_and_a_longer_one_is_words()
    {
        // as it comes out of a cell of a table
        Assert.Equal("2026-10-12", Read("12 October".PadRight(56) + "2026"));
        Assert.Equal("NotADate", Read("12 October".PadRight(57) + "2026"));
    }

    private static string Read(string written, bool dayFirst = false) =>
        DateReader.Read(written, dayFirst, out NotUnderstoodReason problem)?.ToString("O", CultureInfo.InvariantCulture)
        ?? problem.ToString();
}
