using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.Multilateral.Communities;

/// <summary>Lets coordinators reply to a topic. Nobody is reminded: the task has no workflow and ends on its day.</summary>
internal sealed class CommunityTopicTask(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CommunityService communities,
    ReplyEnding ending
) : ITaskKind
{
    public static TaskDefinition Kind { get; } = TaskDefinition.OfCoordinator("CommunityTopic");

    public TaskDefinition Definition => Kind;

    public Text Title { get; } = Texts.TopicTask;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        CommunityTopic topic = await TopicAsync(stream, cancellation);
        return TaskMatter.Of(task, AboutIt(topic, task, register), new TopicOpened(topic), null);
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        LinkedTask linked = opening.Linked(
            AboutIt(await TopicAsync(opening.Stream, cancellation), opening.Task, opening.Register),
            ProgrammeZone.Name,
            opening.Task.Expires
        );
        return opening.IsOver ? new TaskLink.Closed(linked, LinkClosed.Expired) : new TaskLink.ByReply(linked);
    }

    public async Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        string words = Words(reply.Message, reply.From.Language);
        if (words.Length == 0 || TextBounds.IsLonger(words, TextBounds.Comment))
        {
            return await ending.LeaveAsync(reply, TriageReasons.StillUnclear, cancellation);
        }

        MailTaken taken = await table.DecideAsync(
            async () =>
            {
                Row<CommunityTopic> row = (await CommunityTopic.FindAsync(table, reply.Task.Stream, cancellation))!;
                CommunityTopic topic = row.Value with { Posts = row.Value.Posts + 1 };
                var post = new CommunityPost(topic.Posts, task.Administration!.Value, words, reply.From.Id, reply.At, reply.Source);
                UnitOfWork unit = new UnitOfWork(reply.Task.Stream)
                    .Replace(row, topic)
                    .Add(CommunityTopic.PostKey(post.Number), post)
                    .Record(new AuditEntry(AuditKind.TopicPosted, topic.Id, reply.From.Id));
                MailsOfStream told = await communities.TellAsync(
                    unit,
                    topic,
                    new TopicPosted(topic, post, register.NamesOf(post.Administration)),
                    $"post{post.Number}",
                    reply.From.Id,
                    register,
                    cancellation
                );
                return (
                    (UnitOfWork?)unit,
                    await ending.FinishAsync(
                        unit,
                        reply,
                        new ReplyResult(
                            [(reply.From.Id, new PostShared(topic, words, told.Keys.Count), "answer")],
                            Ends: false,
                            task.Expires
                        )
                        {
                            Told = told,
                        },
                        cancellation
                    )
                );
            },
            cancellation
        );
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }

    public async Task<UnderstoodAnswer?> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        HumanTaskRecord file,
        Person person,
        CancellationToken cancellation
    ) =>
        new(
            AboutIt(await TopicAsync(task.Stream, cancellation), file, await directory.ReadAsync(cancellation)),
            [],
            [],
            [],
            Words(message, person.Language).Length > 0
        );

    private static string Words(InboundMessage message, Language language) =>
        ReplyReader.Read(ReplyText.Of(message.Text, message.Html), [], language).Narrative.Trim();

    private async Task<CommunityTopic> TopicAsync(StreamId stream, CancellationToken cancellation) =>
        (await CommunityTopic.FindAsync(table, stream, cancellation))!.Value;

    private static About.Matter AboutIt(CommunityTopic topic, HumanTaskRecord task, ProgrammeRegister register) =>
        new(register.NamesOf(task.Administration!.Value), Text.Same(topic.Title));
}
