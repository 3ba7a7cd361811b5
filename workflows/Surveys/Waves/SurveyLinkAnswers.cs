using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>Takes what an administration decided about its scores on the page behind a link.</summary>
public sealed class SurveyLinkAnswers(WaveService waves, MailWriter writer, TimeProvider clock)
{
    /// <returns>Null: it was not taken.</returns>
    public async Task<LinkTaken?> HandInAsync(
        SurveyReviewLink link,
        IReadOnlyDictionary<string, string> fields,
        CancellationToken cancellation
    )
    {
        LinkedTask linked = link.Linked;
        (PublishedTo to, IReadOnlyList<int> withheld) = (SurveyReviewLink.Chosen(fields)!.Value, SurveyReviewLink.Withheld(fields));
        MailsOfStream? mails = null;
        CommandResult result = await waves.PublishAsync(
            link.Wave.Id,
            to,
            withheld,
            linked.Person.Id,
            EntrySource.Link,
            async unit =>
            {
                string? key = await writer.WriteAsync(
                    unit,
                    new NewMail(
                        SurveyDecided.Of(linked.About, to, withheld, linked.Person.Language, linked.Task.Expires, writer.TaskLink),
                        linked.Person.Id,
                        $"{linked.Task.Id}-page-{LinkAnswers.Digest(fields)[..12]}-{clock.GetUtcNow():yyyyMMddHHmmss}"
                    )
                    {
                        Task = linked.Ref,
                        Until = linked.Task.Expires,
                        TakesReply = true,
                    },
                    cancellation
                );
                mails = key is null ? null : new MailsOfStream(unit.Stream, [key]);
            },
            cancellation
        );
        return result is CommandResult.Recorded ? new LinkTaken(linked.Ref.InstanceId, mails) : null;
    }
}
