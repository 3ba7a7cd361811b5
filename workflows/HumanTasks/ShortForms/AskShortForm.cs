using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>The first mail of a task that is a short form.</summary>
/// <param name="ByReply">False for people who answer on the page alone.</param>
public sealed record AskShortForm(ShortForm Asks, DateTimeOffset Due, Uri Page, bool ByReply) : Asking
{
    public override Text Subject => Asks.Subject;

    public override Uri? Link => Page;

    public override MailForm? Form(Language language) => ByReply ? MailForm.Of(Asks.In(language), language) : null;

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            .. Asks.Says(dates),
            ByReply
                ? Texts.ShortFormAnswerByMailOrPage(due: Text.For(eachLanguage => dates(eachLanguage).Deadline(Due)))
                : Texts.ShortFormAnswerByPage(due: Text.For(eachLanguage => dates(eachLanguage).Deadline(Due))),
        ];
}
