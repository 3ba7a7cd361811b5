using ACip.Workflows.Messaging.Letters;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>Comments on a report.</summary>
internal static class CommentsSamples
{
    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            (
                "commented",
                new Commented(
                    say.Report,
                    "Kofi Asante",
                    "B3",
                    say.T("Is this since July?", "Est-ce depuis juillet ?", "¿Es desde julio?"),
                    SampleWords.Link,
                    TakesReply: true
                )
            ),
            ("commented-sensitive", new Commented(say.Report, "Kofi Asante", "B9", null, SampleWords.Link, TakesReply: true)),
            (
                "comment-passed",
                new Commented(
                    say.Report,
                    "Ama Mensah",
                    "",
                    say.T("May we report in tons?", "Pouvons-nous déclarer en tonnes ?", "¿Podemos informar en toneladas?"),
                    SampleWords.Link,
                    TakesReply: true,
                    Own: true
                )
            ),
        ];
}
