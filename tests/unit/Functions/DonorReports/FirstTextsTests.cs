using ACip.Functions.Pages.DonorReports;
using ACip.Workflows.DonorReports.Snapshots;

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
        Assert.Equal(texts, FirstTextsTyped.Read(typed, [], []).Count);

    [Fact]
    public void A_choice_that_is_saved_as_it_was_shown_stays()
    {
        string[] chosen = ["One paragraph.\r\n\r\n\r\nAnd  another.", "Short.", "One paragraph."];
        string[] stands = [.. chosen.Select(Translation.KeyOf), Translation.KeyOf("No longer in the report.")];
        Assert.Equal(stands, FirstTextsTyped.Read(FirstTextsTyped.Write(chosen), ["Other words.", .. chosen], stands));
    }

    [Fact]
    public void What_the_form_could_not_show_stays_and_what_it_showed_can_go()
    {
        string[] stands = [Translation.KeyOf("Shown."), Translation.KeyOf("Not in the report now.")];
        Assert.Equal(stands, FirstTextsTyped.Read("", [], stands)); // there is no version yet
        Assert.Equal([Translation.KeyOf("New."), stands[1]], FirstTextsTyped.Read("New.", ["Shown.", "New."], stands));
        Assert.Empty(FirstTextsTyped.Read(" ", ["Shown."], stands)); // empty leaves the order to the programme
    }
}
