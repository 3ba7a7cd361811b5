using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Tells those who are asked to draft a plan that somebody of the Secretariat has handed it in: there is nothing left to
/// draft.</summary>
/// <param name="By">That person's name.</param>
public sealed record PlanHandedInFor(Text Administration, string Title, string By) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.PlanHandedInForSubject(administration: Administration, title: Title);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) => [Texts.PlanHandedInForBy(name: By)];
}
