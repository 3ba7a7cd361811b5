using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>What tells people something and asks for no figures.</summary>
internal static class NoticeLetters
{
    public static Letter Of(DonorReportIssued issued, Wording say) =>
        new(
            say.Words.DonorReportSubject(issued.Title, issued.Version),
            [
                new Block.Paragraph(say.Words.DonorReportIntro(issued.Donor, say.Dates.Range(issued.Start, issued.End))),
                .. When(issued.Supersedes is not null, () => say.Words.DonorReportSupersedes(issued.Supersedes!.Value)),
                new Block.Action(say.Words.OpenPage, issued.Link),
                new Block.Paragraph(say.Words.DonorReportLink(say.Dates.Moment(issued.LinkExpires))),
                new Block.Paragraph(say.Words.DonorReportDigest),
                new Block.Code(issued.Sha256),
            ]
        );

    public static Letter Of(OneTimeCode code, Wording say) =>
        new(
            say.Words.CodeSubject, // not in the subject itself: locked telephones show subjects
            [
                new Block.Paragraph(say.Words.CodeIntro),
                new Block.Code(code.Code),
                new Block.Paragraph(say.Words.CodeUntil(say.Dates.Moment(code.Until))),
                new Block.Paragraph(say.Words.CodeNotYou),
            ]
        );

    public static Letter Of(NeedsPerson message, Wording say) =>
        new(
            say.Words.NeedsPersonSubject,
            [
                new Block.Paragraph(say.Words.NeedsPersonIntro(say.Dates.Moment(message.ReceivedAt))),
                new Block.Paragraph(say.Words.NeedsPersonReason(Reasons.Text(message.Reason).In(say.Language))),
                .. When(message.About is not null, () => say.Words.NeedsPersonTask(say.About(message.About!))),
                new Block.Paragraph(say.Words.NeedsPersonHow),
                new Block.Action(say.Words.OpenPage, message.Link),
            ]
        );

    public static Letter Of(PassedOn message, Wording say) =>
        new(
            say.Words.PassedOnSubject,
            [
                new Block.Paragraph(say.Words.PassedOnIntro(say.Dates.Moment(message.ReceivedAt))),
                .. When(message.Reason is not null, () => say.Words.NeedsPersonReason(Reasons.Text(message.Reason!).In(say.Language))),
                // where the sender can mend it, that is said; else a person has it, and they need do nothing
                new Block.Paragraph(
                    message.Reason is { } reason && Reasons.DoInstead(reason) is { } instead
                        ? instead.In(say.Language)
                        : say.Words.PassedOnNext
                ),
            ]
        );

    public static Letter Of(Bounced bounced, Wording say) =>
        new(
            say.Words.BouncedSubject(bounced.Person),
            [
                new Block.Paragraph(say.Words.BouncedIntro(bounced.Person, say.Dates.Moment(bounced.At))),
                .. When(bounced.About is not null, () => $"{say.About(bounced.About!)}."),
                .. When(bounced.Why.Length > 0, () => say.Words.BouncedWhy(bounced.Why)),
                new Block.Paragraph(say.Words.BouncedHow),
                new Block.Action(say.Words.OpenPage, bounced.Link),
            ]
        );

    public static Letter Of(Notice notice, Wording say)
    {
        IReadOnlyList<string> paragraphs = [.. notice.Paragraphs(language => say.Dates.In(language)).Select(text => text.In(say.Language))];
        return new(
            notice.Subject.In(say.Language),
            [
                .. paragraphs.Select(text => new Block.Paragraph(text)),
                .. notice.Link is { } link ? new Block[] { new Block.Action(say.Words.OpenPage, link) } : [],
            ]
        )
        {
            InShort = paragraphs.FirstOrDefault(),
        };
    }

    public static Letter Of(Digest digest, Wording say) =>
        new(
            say.Words.DigestSubject(digest.Lines.Count),
            [
                new Block.Points(say.Words.DigestHeading, [.. digest.Lines.Select(line => new Point(line.Text, line.Remark, line.Link))]),
                new Block.Paragraph(say.Words.DigestChoose),
                .. digest.Choose is { } choose ? new Block[] { new Block.Action(say.Words.DigestChoosePage, choose) } : [],
            ]
        );

    public static Letter Of(Suppressed suppressed, Wording say) =>
        new(
            say.Words.SuppressedSubject(suppressed.Person),
            [
                new Block.Paragraph(
                    suppressed.Spam
                        ? say.Words.SuppressedAsSpam(suppressed.Person, say.Dates.Moment(suppressed.At))
                        : say.Words.Unsubscribed(suppressed.Person, say.Dates.Moment(suppressed.At))
                ),
                new Block.Paragraph(say.Words.SuppressedHow),
                new Block.Action(say.Words.OpenPage, suppressed.Link),
            ]
        );

    public static Letter Of(Commented comment, Wording say)
    {
        string about = say.About(comment.About);
        return new(
            comment.Own ? say.Words.CommentPassedSubject(about) : say.Words.CommentedSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(
                    comment.Own ? say.Words.CommentPassed
                    : comment.Item.Length > 0 ? say.Words.CommentedOn(comment.By, comment.Item)
                    : say.Words.Commented(comment.By)
                ),
                new Block.Paragraph(comment.Text ?? say.Words.HiddenLine),
                .. When(comment.TakesReply, () => say.Words.CommentReply),
                .. comment.Link is { } link ? new Block[] { new Block.Action(say.Words.OpenPage, link) } : [],
            ]
        );
    }

    private static Block[] When(bool holds, Func<string> text) => holds ? [new Block.Paragraph(text())] : [];
}
