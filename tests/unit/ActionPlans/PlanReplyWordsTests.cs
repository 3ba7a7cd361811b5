using System.Text;
using ACip.Workflows.ActionPlans.Replies;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>What comes beside a planning workbook.</summary>
public sealed class PlanReplyWordsTests
{
    private static readonly ReceivedFile Workbook = new("plan.xlsx", "", Encoding.ASCII.GetBytes("PK")),
        Law = new("law.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.4 x"));

    [Fact]
    public void Words_are_kept_and_other_files_are_named_with_why_they_are_not()
    {
        const string Question = "We cannot set a target for R2 before the law of June, may we leave it?";

        PlanReplyWords beside = Of($"Dear colleagues,\n\n{Question}\n\nSUBMIT", [Workbook, Law], Workbook);

        Assert.Equal(Question, beside.Words);
        Assert.Equal("law.pdf", Assert.Single(beside.Files).Name);
        Assert.NotNull(beside.Files[0].Refusal);
    }

    [Fact]
    public void A_second_workbook_is_named_too_and_a_greeting_is_nothing_to_keep()
    {
        PlanReplyWords beside = Of("Thank you", [Workbook, Workbook with { Name = "second.xlsx" }, Law], Workbook);

        Assert.Null(beside.Words);
        Assert.Collection(
            beside.Files,
            second => Assert.StartsWith("second.xlsx", second.Name, StringComparison.Ordinal),
            law => Assert.Equal("law.pdf", law.Name)
        );
        Assert.All(beside.Files, file => Assert.NotNull(file.Refusal));
    }

    private static PlanReplyWords Of(string text, ReceivedFile[] files, ReceivedFile workbook) =>
        PlanReplyWords.Of(ReplyReader.Read(ReplyText.Of(text, null), [], Language.En), files, workbook, Language.En);
}
