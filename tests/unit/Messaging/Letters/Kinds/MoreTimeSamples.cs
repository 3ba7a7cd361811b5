using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.QuarterlyReports.MoreTime;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>More time, asked for and decided on.</summary>
internal static class MoreTimeSamples
{
    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            ("more-time-asked", new TimeAsked(say.Report, new DateOnly(2026, 11, 15), say.Late, say.Due, SampleWords.Link)),
            (
                "more-time-to-decide",
                new AskMoreTime(say.Report, "Ama Mensah", new DateOnly(2026, 11, 15), say.Late, say.Due, SampleWords.Link)
            ),
            (
                "more-time-given",
                new TimeDecided(say.Report, true, new DateOnly(2026, 11, 15), say.Closes, "Amina Osei", say.Late, SampleWords.Link)
            ),
            (
                "more-time-not-given",
                new TimeDecided(
                    say.Report,
                    false,
                    new DateOnly(2026, 11, 15),
                    say.Due,
                    "Amina Osei",
                    say.T(
                        "The donors' report is due.",
                        "Le rapport aux bailleurs est attendu.",
                        "Hay que entregar el informe a los donantes."
                    ),
                    SampleWords.Link
                )
            ),
        ];
}
