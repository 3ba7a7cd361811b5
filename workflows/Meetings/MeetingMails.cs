using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.Meetings;

/// <summary>Sends a meeting's papers, and the news that it is cancelled, to everybody who is still to get them.</summary>
public sealed class MeetingMails(MailsToMany mails)
{
    /// <param name="during">The papers of another state go to nobody any more.</param>
    /// <param name="paper">As it stands in the keys of its mails.</param>
    /// <param name="contentOf">What a person gets; null: nothing any more.</param>
    internal Task SendAsync(
        MeetingRef id,
        MeetingState during,
        string paper,
        Func<MeetingRecord, PersonId, Task<MailContent?>> contentOf,
        CancellationToken cancellation
    ) =>
        mails.SendAsync(
            id.Stream,
            new UntoldList<MeetingRecord>(
                MeetingRef.Row,
                meeting => meeting.State == during ? meeting.Untold : null,
                (meeting, left) => meeting with { Untold = left },
                async (meeting, to) =>
                    await contentOf(meeting, to) is { } content ? new NewMail(content, to, $"{id.Id}-{paper}-{to}") : null
            ),
            cancellation
        );

    internal static IReadOnlyList<PersonId>? ListOf(IEnumerable<PersonId> people) => people.ToArray() is { Length: > 0 } some ? some : null;
}
