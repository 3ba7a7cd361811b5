using System.Security.Cryptography;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports.Workbook;

/// <summary>A file is known again by what is in it, not by its name.</summary>
public sealed class RejectedFilesTests
{
    [Fact]
    public void Of_two_files_of_one_name_only_the_one_that_was_rejected_before_is_refused()
    {
        var form = new FiguresForm(new PlanId("gh-2026"), 1, new PeriodKey("20260101-20260331"), Language.En, "Ghana", null, []);
        ReceivedFile first = new("scan.pdf", "application/pdf", "%PDF-1.4 x"u8.ToArray()),
            second = first with { Content = "%PDF-1.4 y"u8.ToArray() };
        string rejected = Convert.ToHexStringLower(SHA256.HashData(first.Content.Span));

        ReplyWithFiles read = ReplyWithFiles.Of(
            new ParsedReply(null, [], []),
            [first, second],
            form,
            rejected: new HashSet<string> { rejected }
        );

        Assert.Equal(
            [AttachmentReasons.Text(AttachmentReasons.RejectedBefore).In(Language.En), null],
            read.Files.Select(file => file.Refusal)
        );
        Assert.True(Assert.Single(read.Kept).Content.Span.SequenceEqual(second.Content.Span));
    }
}
