using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Recommendations;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>About recommendations of visits and audits.</summary>
internal static class RecommendationsSamples
{
    private static readonly Uri Page = new("https://acip.example/plans/np-2026");

    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            ("recommendation-closed", new RecommendationClosed(say.Country, "registers", "Amina Osei", say.Late)),
            ("recommendation-proof-rejected", new ProofRejected(say.Country, "registers", "register.pdf")),
            ("recommendation-done", new RecommendationAnswered(say.Country, "registers", true, "Kofi Asante", say.Late, Page)),
            ("recommendation-not-yet", new RecommendationAnswered(say.Country, "registers", false, "Kofi Asante", say.Late, Page)),
        ];
}
