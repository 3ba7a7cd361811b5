using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.Onboarding.Members;

/// <summary>Tells the officers that a head of customs does not confirm that the administration takes part.</summary>
/// <param name="By">That person's name.</param>
public sealed record MemberDeclines(Text Administration, string By, Uri Page) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Uri? Link => Page;

    public override Text Subject => Texts.MemberDeclinesSubject(administration: Administration);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.MemberDeclinesBy(name: By, administration: Administration)];
}
