using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;

namespace ACip.Tests.Unit.QuarterlyReports;

public sealed class ReportQuestionTests
{
    [Theory]
    [InlineData("value-missing", false)]
    [InlineData("benchmark-missing", false)]
    [InlineData("narrative-missing", false)]
    [InlineData("evidence-missing", false)]
    [InlineData("status-missing", false)]
    [InlineData("status-why-missing", false)]
    [InlineData("wrong-unit", true)]
    [InlineData("jump", true)]
    [InlineData("", true)]
    public void What_is_missing_is_no_question_about_a_figure(string rule, bool aboutFigure) =>
        Assert.Equal(aboutFigure, new ReportQuestion(rule, "B1", Text.Same("why")).IsAboutFigure);

    [Fact]
    public void The_parts_in_words_are_called_N1_to_N9_and_only_the_first_and_the_last_must_be_there() =>
        Assert.Equal(
            "N1! N2 N3 N4 N5 N6 N7 N8 N9!",
            string.Join(' ', NarrativeSection.All.Select(one => one.Required ? one.Code + "!" : one.Code))
        );
}
