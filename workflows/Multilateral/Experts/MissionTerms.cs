using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Multilateral.Delivery;

namespace ACip.Workflows.Multilateral.Experts;

/// <summary>Tells an expert of the pool where, when and why they are needed.</summary>
public sealed record MissionTerms(DeliveryEvent Mission, Text Administration) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.TermsSubject(missionTitle: Mission.Title, administration: Administration);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.TermsIntro(
                administration: Administration,
                end: Text.For(eachLanguage => dates(eachLanguage).Range(Mission.Start, Mission.End)),
                place: Mission.Place
            ),
            Texts.MissionTermsOfReference(terms: Mission.Terms),
            Texts.TermsAdministrationIsAsked,
        ];
}
