using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>What was decided about a report, as the administration hears it.</summary>
internal static class DecidingSamples
{
    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            (
                "report-returned",
                new ReportReturned(
                    say.Report,
                    say.T(
                        "Two figures need an explanation.",
                        "Deux chiffres demandent une explication.",
                        "Dos cifras necesitan una explicación."
                    ),
                    [new("B9", SampleWords.Secret, SampleWords.Secret, Sensitive: true)],
                    say.Due,
                    say.Filled,
                    SampleWords.Link,
                    WithWorkbook: true
                )
            ),
            (
                "report-reopened",
                new ReportReturned(
                    say.Report,
                    say.T("B3 is of last year.", "B3 est de l'an dernier.", "B3 es del año pasado."),
                    [],
                    say.Due,
                    say.Filled,
                    SampleWords.Link,
                    WithWorkbook: true
                )
                {
                    How = SentBackHow.Reopened,
                }
            ),
            (
                "report-recalled",
                new ReportReturned(say.Report, null, [], say.Due, say.Filled, SampleWords.Link, WithWorkbook: true)
                {
                    How = SentBackHow.Recalled,
                }
            ),
            (
                "report-accepted",
                new ReportAccepted(say.Report, SampleWords.Link)
                {
                    Decided = ("Amina Osei", SampleWords.Received),
                    Figures =
                    [
                        new("B3", say.Label, "45 %"),
                        new("M1", say.T("The code is adopted", "Le code est adopté", "El código está adoptado"), say.T("yes", "oui", "sí")),
                        new("B9", "", "", Sensitive: true),
                    ],
                }
            ),
            ("report-waived", new ReportEnded(say.Report, false, "Amina Osei", say.Late)),
            ("restated", new RestatementDecided(say.Report, true, ["B3"], "Amina Osei", say.Late, SampleWords.Link)),
            ("not-restated", new RestatementDecided(say.Report, false, ["B3", "B4"], "Amina Osei", say.Late, SampleWords.Link)),
            ("restated-sensitive", new RestatementDecided(say.Report, true, ["B3", "C1"], "Amina Osei", null, null)),
            ("report-missed", new ReportMissed(say.Report, say.Closes, null) { HasMore = true, HadAsked = true }),
            (
                "report-missed-for-officers",
                new ReportMissed(say.Report, say.Closes, SampleWords.Link) { HasAccepted = true, HasMore = true }
            ),
            ("report-nil", new ReportEnded(say.Report, true, "Amina Osei", say.Late)),
            (
                "donor-report-issued",
                new DonorReportIssued(
                    "Norad",
                    say.T("A-CIP annual report 2026", "Rapport annuel A-CIP 2026", "Informe anual A-CIP 2026"),
                    2,
                    new DateOnly(2026, 1, 1),
                    new DateOnly(2026, 12, 31),
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    say.Closes,
                    SampleWords.Link,
                    Supersedes: 1
                )
            ),
        ];
}
