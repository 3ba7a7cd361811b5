using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.Onboarding.StandingIn;

/// <summary>Tells an approver that somebody is away and has named them as substitute, or has ended that absence.</summary>
public sealed record StandsIn(string Name, DateOnly From, DateOnly Until, Uri Page) : Notice
{
    /// <summary>True: they do not stand in any more.</summary>
    public bool Ended { get; init; }

    public override DateTimeOffset? ReadBy => null;

    public override Uri? Link => Page;

    public override Text Subject => Ended ? Texts.StandsInNoMoreSubject(name: Name) : Texts.StandsInSubject(name: Name);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        Ended
            ? [Texts.StandsInNoMore(name: Name, from: Text.For(language => dates(language).Day(From)))]
            :
            [
                Texts.StandsInFromTo(
                    name: Name,
                    from: Text.For(language => dates(language).Day(From)),
                    until: Text.For(language => dates(language).Day(Until))
                ),
                Texts.StandsInHow,
            ];
}
