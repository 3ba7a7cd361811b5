using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Messaging.Heartbeat;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Onboarding.StandingIn;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>What does not arrive, or cannot be read.</summary>
internal static class TroublesSamples
{
    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            ("needs-person", new NeedsPerson("stranger", say.Report, SampleWords.Received, SampleWords.Link)),
            (
                "records-unreadable",
                new RecordsUnreadable(
                    new About.DonorReport("Norad", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)),
                    ["plan-gh-2026: report|20260101-20260331"],
                    1,
                    SampleWords.Link
                )
            ),
            ("issued-to-nobody", new IssuedToNobody("Norad", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), SampleWords.Link)),
            ("member-declines", new MemberDeclines(say.Country, "Amina Osei", SampleWords.Link)),
            (
                "stands-in-no-more",
                new StandsIn("Amina Osei", new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 31), SampleWords.Link) { Ended = true }
            ),
            ("inbound-mail-silent", new InboundMailSilent(SampleWords.Received)),
            ("bounced", new Bounced("Kofi Asante", say.Report, "550 5.1.1 user unknown", SampleWords.Received, SampleWords.Link)),
            ("suppressed", new Suppressed("Kofi Asante", Spam: true, SampleWords.Received, SampleWords.Link)),
            ("unsubscribed", new Suppressed("Kofi Asante", Spam: false, SampleWords.Received, SampleWords.Link)),
        ];
}
