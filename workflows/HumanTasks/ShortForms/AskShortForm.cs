using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>The first mail of a task that is a short form.</summary>
/// <param name="ByReply">False for people who answer on the page alone.</param>
public sealed record AskShortForm(ShortForm Asks, DateTimeOffset Due, Uri Page, bool ByReply) : Asking
{
    public override Text3 Subject => Asks.Subject;

    public override Uri? Link => Page;

    public override MailForm? Form(Language language) => ByReply ? MailForm.Of(Asks.In(language), language) : null;

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            .. Asks.Says(dates),
            ByReply
                ? new(
                    $"Please answer by {dates(Language.En).Deadline(Due)}: reply to this mail and write each answer between its brackets, or use the page.",
                    $"Merci de répondre avant le {dates(Language.Fr).Deadline(Due)} : répondez à ce courriel en écrivant chaque réponse entre ses crochets, ou utilisez la page.",
                    $"Responda antes del {dates(Language.Es).Deadline(Due)}: conteste a este correo escribiendo cada respuesta entre sus corchetes, o use la página."
                )
                : new(
                    $"Please answer on the page by {dates(Language.En).Deadline(Due)}.",
                    $"Merci de répondre sur la page avant le {dates(Language.Fr).Deadline(Due)}.",
                    $"Responda en la página antes del {dates(Language.Es).Deadline(Due)}."
                ),
        ];
}
