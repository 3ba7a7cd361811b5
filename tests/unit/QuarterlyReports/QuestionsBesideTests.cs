using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.QuarterlyReports.Evidence;
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
        ReadReply read = Read($"{beside}\n\nQUESTION: may we report in tonnes?");

        Assert.Equal(all, CommentReplies.IsAll(read, takesAnswers: true));
    }

    [Fact]
    public void A_file_that_is_refused_is_to_be_named_unless_the_report_takes_nothing_any_more()
    {
        ReadReply read = Read("QUESTION: may we report in tonnes?") with { Files = [new FileLine("big.pdf", "too large")] };

        Assert.False(CommentReplies.IsAll(read, takesAnswers: true));
        Assert.True(CommentReplies.IsAll(read, takesAnswers: false));
        Assert.True(CommentReplies.IsAll(Read("About 45 of B3 are meant."), takesAnswers: true));
    }

    [Fact]
    public void A_file_that_was_rejected_before_is_not_kept_again_and_is_named_with_why()
    {
        ReceivedFile sent = new("survey.pdf", "application/pdf", "%PDF-1.4 x"u8.ToArray());
        var again = new KeptFile(AttachmentRules.Judge(sent), sent.Content);
        ReadReply read = Read("B3: 45") with { Files = [new FileLine("survey.pdf"), new FileLine("other.pdf")], Kept = [again] };

        ReadReply left = RejectedFiles.Without(read, [again], Language.En);

        Assert.Empty(left.Kept);
        Assert.Equal([RejectedFiles.WhyAgain.In(Language.En), null], left.Files.Select(file => file.Refusal));
    }

    private static ReadReply Read(string text) => new(ReplyReader.Read(ReplyText.Of(text, null), Items, Language.En), [], []);
}
