using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Tells those who speak for an administration that its plan has run its course: nothing more is asked about it.</summary>
/// <param name="End">The plan's last day.</param>
public sealed record PlanOver(Text Administration, string Title, DateOnly End) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.PlanClosedSubject(administration: Administration, title: Title);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.PlanHasRunItsCourse(day: Text.For(language => dates(language).Day(End)))];
}
