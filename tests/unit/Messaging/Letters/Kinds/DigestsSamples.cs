using ACip.Workflows.Messaging.Letters;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>What was held back, together.</summary>
internal static class DigestsSamples
{
    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            (
                "digest",
                new Digest(
                    [
                        new(
                            say.T(
                                "Please review: Ghana, report for 1 July to 30 September 2026",
                                "À examiner : Ghana, rapport du 1er juillet au 30 septembre 2026",
                                "Por revisar: Ghana, informe del 1 de julio al 30 de septiembre de 2026"
                            ),
                            say.T(
                                "by Thursday 12 November 2026, 23:59 (Brussels, UTC+01:00)",
                                "au plus tard le jeudi 12 novembre 2026, 23 h 59 (Bruxelles, UTC+01:00)",
                                "a más tardar el jueves 12 de noviembre de 2026, 23:59 (Bruselas, UTC+01:00)"
                            ),
                            SampleWords.Link.AbsoluteUri
                        ),
                        new(
                            say.T(
                                "A comment: Nepal, report for 1 July to 30 September 2026",
                                "Un commentaire : Népal, rapport du 1er juillet au 30 septembre 2026",
                                "Un comentario: Nepal, informe del 1 de julio al 30 de septiembre de 2026"
                            ),
                            null,
                            SampleWords.Link.AbsoluteUri
                        ),
                    ],
                    new Uri("https://acip.example/notices"),
                    ["plan-gh-2026~gh-2026-review-20260701-20260930-s1-ask-approver-one"]
                )
            ),
        ];
}
