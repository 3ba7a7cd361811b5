using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>Mails that tell people something without asking for figures.</summary>
internal static class NoticeLetters
{
    public static Letter Of(DonorReportIssued issued, Wording say) =>
        new(
            say.In(Texts.DonorReportSubject(issued.Title, issued.Version)),
            [
                new Block.Paragraph(say.In(Texts.DonorReportIntro(issued.Donor, say.Dates.Range(issued.Start, issued.End)))),
                .. When(issued.Supersedes is not null, () => say.In(Texts.DonorReportSupersedes(issued.Supersedes!.Value))),
                new Block.Action(say.In(Texts.OpenPage), issued.Link),
                new Block.Paragraph(say.In(Texts.DonorReportLink(say.Dates.Moment(issued.LinkExpires)))),
                new Block.Paragraph(say.In(Texts.DonorReportReply)),
                new Block.Paragraph(say.In(Texts.DonorReportDigest)),
                new Block.Code(issued.Sha256),
            ]
        );

    public static Letter Of(OneTimeCode code, Wording say) =>
        new(
            say.In(Texts.CodeSubject), // not in the subject itself: locked telephones show subjects
            [
                new Block.Paragraph(say.In(Texts.CodeIntro)),
                new Block.Code(code.Code),
                new Block.Paragraph(say.In(Texts.CodeUntil(say.Dates.Moment(code.Until)))),
                new Block.Paragraph(say.In(Texts.CodeNotYou)),
            ]
        );

    public static Letter Of(NeedsPerson message, Wording say) =>
        new(
            say.In(Texts.NeedsPersonSubject),
            [
                new Block.Paragraph(say.In(Texts.NeedsPersonIntro(say.Dates.Moment(message.ReceivedAt)))),
                new Block.Paragraph(say.In(Texts.NeedsPersonReason(TriageReasons.Text(message.Reason).In(say.Language)))),
                .. When(message.About is not null, () => say.In(Texts.NeedsPersonTask(say.About(message.About!)))),
                new Block.Paragraph(say.In(Texts.NeedsPersonHow)),
                new Block.Action(say.In(Texts.OpenPage), message.Link),
            ]
        );

    public static Letter Of(PassedOn message, Wording say) =>
        message.DiscardedFor is { } why
            ? Discarded(message, why, say)
            : new(
                say.In(Texts.PassedOnSubject),
                [
                    new Block.Paragraph(say.In(Texts.PassedOnIntro(say.Dates.Moment(message.ReceivedAt)))),
                    .. When(
                        message.Reason is not null,
                        () => say.In(Texts.NeedsPersonReason(TriageReasons.Text(message.Reason!).In(say.Language)))
                    ),
                    .. message.Because.Select(text => new Block.Paragraph(text.In(say.Language))),
                    // where the sender can mend it, that is said; else a person has it, and they need do nothing
                    new Block.Paragraph(
                        message.Reason is { } reason && TriageReasons.DoInstead(reason) is { } instead
                            ? instead.In(say.Language)
                            : say.In(Texts.PassedOnNext)
                    ),
                ]
            );

    private static Letter Discarded(PassedOn message, string why, Wording say) =>
        new(
            say.In(Texts.DiscardedSubject),
            [
                new Block.Paragraph(say.In(Texts.DiscardedIntro(say.Dates.Moment(message.ReceivedAt)))),
                new Block.Paragraph(say.In(Texts.OfficerWrites(why))),
            ]
        );

    public static Letter Of(Bounced bounced, Wording say) =>
        new(
            say.In(Texts.BouncedSubject(bounced.Person)),
            [
                new Block.Paragraph(say.In(Texts.BouncedIntro(bounced.Person, say.Dates.Moment(bounced.At)))),
                .. When(bounced.About is not null, () => $"{say.About(bounced.About!)}."),
                .. When(bounced.Why.Length > 0, () => say.In(Texts.BouncedWhy(bounced.Why))),
                new Block.Paragraph(say.In(Texts.BouncedHow)),
                new Block.Action(say.In(Texts.OpenPage), bounced.Link),
            ]
        );

    public static Letter Of(Notice notice, Wording say)
    {
        IReadOnlyList<string> paragraphs = [.. notice.Paragraphs(language => say.Dates.In(language)).Select(text => text.In(say.Language))];
        return new(
            notice.Subject.In(say.Language),
            [
                .. paragraphs.Select(text => new Block.Paragraph(text)),
                .. notice.Link is { } link ? new Block[] { new Block.Action(say.In(Texts.OpenPage), link) } : [],
            ]
        )
        {
            InShort = paragraphs.FirstOrDefault(),
        };
    }

    public static Letter Of(Digest digest, Wording say) =>
        new(
            say.In(Texts.DigestSubject(digest.Lines.Count)),
            [
                new Block.Points(
                    say.In(Texts.DigestHeading),
                    [.. digest.Lines.Select(line => new Point(line.Text, line.Remark, line.Link))]
                ),
                new Block.Paragraph(say.In(Texts.DigestChoose)),
                .. digest.Choose is { } choose ? new Block[] { new Block.Action(say.In(Texts.DigestChoosePage), choose) } : [],
            ]
        );

    public static Letter Of(Suppressed suppressed, Wording say) =>
        new(
            say.In(Texts.SuppressedSubject(suppressed.Person)),
            [
                new Block.Paragraph(
                    suppressed.Spam
                        ? say.In(Texts.SuppressedAsSpam(suppressed.Person, say.Dates.Moment(suppressed.At)))
                        : say.In(Texts.Unsubscribed(suppressed.Person, say.Dates.Moment(suppressed.At)))
                ),
                new Block.Paragraph(say.In(Texts.SuppressedHow)),
                new Block.Action(say.In(Texts.OpenPage), suppressed.Link),
            ]
        );

    public static Letter Of(Commented comment, Wording say)
    {
        string about = say.About(comment.About);
        return new(
            comment.Own ? say.In(Texts.CommentPassedSubject(about)) : say.In(Texts.CommentedSubject(about)),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(
                    comment.Own ? say.In(Texts.CommentPassed)
                    : comment.Item.Length > 0 ? say.In(Texts.CommentedOn(comment.By, comment.Item))
                    : say.In(Texts.Commented(comment.By))
                ),
                new Block.Paragraph(comment.Text ?? say.In(Texts.HiddenLine)),
                .. When(comment.TakesReply, () => say.In(Texts.CommentReply)),
                .. comment.Link is { } link ? new Block[] { new Block.Action(say.In(Texts.OpenPage), link) } : [],
            ]
        );
    }

    private static Block[] When(bool holds, Func<string> text) => holds ? [new Block.Paragraph(text())] : [];
}
