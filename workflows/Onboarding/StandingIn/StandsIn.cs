using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.Onboarding.StandingIn;

/// <summary>Tells an approver that somebody is away and has named them as substitute.</summary>
public sealed record StandsIn(string Name, DateOnly From, DateOnly Until, Uri Page) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Uri? Link => Page;

    public override Text Subject => Texts.StandsInSubject(name: Name);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.StandsInFromTo(
                name: Name,
                from: Text.For(language => dates(language).Day(From)),
                until: Text.For(language => dates(language).Day(Until))
            ),
            Texts.StandsInHow,
        ];
}
