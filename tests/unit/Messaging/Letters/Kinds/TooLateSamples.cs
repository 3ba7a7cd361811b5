using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>An answer to a report that is locked.</summary>
internal static class TooLateSamples
{
    private static readonly ReviewDecision Accepted = new(
        true,
        new PersonId("p-9"),
        DateTimeOffset.Parse("2026-10-06T08:05:00+00:00", null),
        null,
        new Dictionary<string, string>()
    );

    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            (
                "passed-on-locked",
                new PassedOn("task-closed", SampleWords.Received)
                {
                    Because = ReportClosureWords.Of(
                        ReportRecord.NotDue(
                            new PlanId("np-2026"),
                            new AdministrationId("NP"),
                            new ReportingPeriod(
                                new DateOnly(2026, 7, 1),
                                new DateOnly(2026, 9, 30),
                                SampleWords.Received.AddDays(-12),
                                SampleWords.Received.AddDays(-5),
                                SampleWords.Received.AddDays(-1)
                            ),
                            1
                        ) with
                        {
                            State = ReportState.Locked,
                            Submissions =
                            [
                                new ReportSubmission(
                                    1,
                                    new PersonId("p-1"),
                                    SampleWords.Received.AddDays(-8),
                                    new EntrySource("mail:1"),
                                    null,
                                    Accepted
                                ),
                            ],
                        },
                        _ => "Amina Osei",
                        say.Zone
                    )!,
                }
            ),
        ];
}
