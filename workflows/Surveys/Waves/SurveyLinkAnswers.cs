using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>Takes what an administration decided about its scores on the page behind a link.</summary>
public sealed class SurveyLinkAnswers(WaveService waves, MailWriter writer, LinkAcknowledgements acknowledgements)
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
                mails = await acknowledgements.WriteAsync(
                    unit,
                    linked,
                    SurveyDecided.Of(linked.About, to, withheld, linked.Person.Language, linked.Task.Expires, writer.TaskLink),
                    fields,
                    cancellation
                ),
            cancellation
        );
        return result is CommandResult.Recorded ? new LinkTaken(linked.Ref.InstanceId, mails) : null;
    }
}
