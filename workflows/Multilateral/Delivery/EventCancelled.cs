using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.Multilateral.Delivery;

/// <summary>Why an officer has cancelled an event or a meeting.</summary>
public sealed record EventCancellation(string Reason, PersonId By);

/// <summary>Tells everybody who was invited that an event, a mission or a meeting will not be held.</summary>
/// <param name="By">The officer's name.</param>
public sealed record EventCancelled(string Title, DateOnly Start, DateOnly End, string Place, string By, string Reason) : Notice
{
    internal static EventCancelled Of(string title, DateOnly start, DateOnly end, string place, EventCancellation why) =>
        new(title, start, end, place, Placeholders.NameOf(why.By), why.Reason);

    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.EventCancelledSubject(title: Title);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            Texts.EventCancelledBy(name: By, title: Title, days: Text.For(language => dates(language).Range(Start, End)), place: Place),
            Texts.EventCancelledReason(reason: Reason),
            Texts.EventCancelledNext,
        ];
}
