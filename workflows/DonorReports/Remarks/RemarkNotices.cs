using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.DonorReports.Remarks;

/// <summary>To whoever replied: what was understood, and what comes of it.</summary>
internal sealed record RemarkTaken(string Title, DonorReply Said) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.RemarkTakenSubject(title: Title);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.RemarkReceiptNoted,
            .. Said.Comment is { } comment ? new[] { Texts.RemarkCommentKept(text: comment) } : [],
            .. Said.Question is { } question ? new[] { Texts.RemarkQuestionKept(text: question) } : [],
        ];
}

/// <summary>To the officers: a reader has commented; it can wait for a digest.</summary>
internal sealed record DonorCommented(string Donor, string Title, string Text, Uri Page) : Notice
{
    public override Text Subject => Texts.DonorCommentedSubject(donor: Donor, title: Title);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) => [Texts.DonorCommentedQuoted(text: Text)];

    public override Uri? Link => Page;
}

/// <summary>To the reader who asked.</summary>
internal sealed record DonorQuestionAnswered(string Title, string Question, string Answer) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.QuestionAnsweredSubject(title: Title);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.QuestionAnsweredAsked(text: Question), Texts.QuestionAnsweredSays(text: Answer), Texts.QuestionAnsweredReply];
}
