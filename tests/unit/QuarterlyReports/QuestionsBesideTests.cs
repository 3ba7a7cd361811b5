using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>A reply that asks people and says something to the form as well.</summary>
public sealed class QuestionsBesideTests
{
    private static readonly FormItem[] Items = [new("B3", FormItemKind.Number, "Officers trained")];

    [Theory]
    [InlineData("", true)]
    [InlineData("B3: about 45", false)] // has to be asked back
    [InlineData("B3: 45", false)]
    public void A_question_is_all_only_where_nothing_is_left_for_the_form(string beside, bool all)
    {
        ReplyWithFiles read = Read($"{beside}\n\nQUESTION: may we report in tonnes?");

        Assert.Equal(all, CommentReplies.IsAll(read, takesAnswers: true));
    }

    [Fact]
    public void A_file_that_is_refused_is_to_be_named_unless_the_report_takes_nothing_any_more()
    {
        ReplyWithFiles read = Read("QUESTION: may we report in tonnes?") with { Files = [new FileLine("big.pdf", "too large")] };

        Assert.False(CommentReplies.IsAll(read, takesAnswers: true));
        Assert.True(CommentReplies.IsAll(read, takesAnswers: false));
        Assert.True(CommentReplies.IsAll(Read("About 45 of B3 are meant."), takesAnswers: true));
    }

    [Fact]
    public void What_nobody_asks_back_is_read_by_a_person_with_the_question()
    {
        FormItem[] items = [.. Items, new("S1", FormItemKind.Number, "Cases") { Sensitive = true }];
        ParsedReply reading = ReplyReader.Read(
            ReplyText.Of("B3: about 45\nS1: about 7\n\nQUESTION: may we report in tonnes?", null),
            items,
            Language.En
        );
        var comment = new ReportComment("", "may we report in tonnes?", new PersonId("p"), default, new EntrySource("mail:x"));

        ReportComment with = CommentReplies.WithUnread(
            comment,
            new ReplyWithFiles(reading, [new FileLine("big.pdf", "too large")], []),
            items
        );

        Assert.Equal("may we report in tonnes?\n\nB3: about 45\nbig.pdf: too large", with.Text);
        Assert.Same(with, CommentReplies.WithUnread(with, new ReplyWithFiles(reading, [], []), items));
    }

    private static ReplyWithFiles Read(string text) => new(ReplyReader.Read(ReplyText.Of(text, null), Items, Language.En), [], []);
}
