using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Communities;

/// <summary>Opens topics and passes on contributions.</summary>
public sealed class CommunityService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    TaskAsking asking,
    MailWriter writer,
    TimeProvider clock
)
{
    private const int LongestTitle = 200,
        LongestQuestion = 2_000,
        MostReaders = 80;

    private DateOnly Today => clock.UtcToday();

    public async Task<CommandResult> OpenAsync(CommunityTopic wanted, PersonId by, CancellationToken cancellation)
    {
        CommunityTopic topic = wanted with { Opened = Today, Posts = 0 };
        if (
            !EntryRules.IsSlug(topic.Id)
            || EntryRules.Words("title", topic.Title, LongestTitle).Any()
            || EntryRules.Words("question", topic.Question, LongestQuestion).Any()
            || topic.Closes <= Today
            || EntryRules.Days("closes", Today, topic.Closes).Any()
            || EntryRules.ThemesOf(new Themes(topic.KeyFactors, [], [])).Any()
        )
        {
            return new CommandResult.Refused("topic-words", "A topic has an id, a title, a question, and a day on which it closes.");
        }

        if (await CommunityTopic.FindAsync(table, topic.Stream, cancellation) is not null)
        {
            return new CommandResult.Refused("topic-twice", "There is such a topic already.");
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        await asking.AskAsync(
            topic.Stream,
            CommunityTopicTask.Kind,
            [.. register.TakingPart(Today).Select(one => new TaskWanted(topic.TaskOf(one), topic.Id, one))],
            topic.Closes,
            topic.Closes,
            cancellation
        );
        MailsOfStream? mails = null;
        bool opened = await table.DecideAsync(
            async () =>
            {
                if (await CommunityTopic.FindAsync(table, topic.Stream, cancellation) is not null)
                {
                    return ((UnitOfWork?)null, false);
                }

                UnitOfWork unit = new UnitOfWork(topic.Stream)
                    .Add(CommunityTopic.Row, topic)
                    .Record(new AuditEntry(AuditKind.TopicOpened, topic.Id, by));
                mails = await TellAsync(unit, topic, new TopicOpened(topic), "opened", null, register, cancellation);
                return (unit, true);
            },
            cancellation
        );
        return opened
            ? new CommandResult.Recorded(null) { Mails = mails }
            : new CommandResult.Refused("topic-twice", "There is such a topic already.");
    }

    public async Task<IReadOnlyList<(CommunityTopic Topic, IReadOnlyList<CommunityPost> Posts)>> ListAsync(CancellationToken cancellation)
    {
        var all = new List<(CommunityTopic, IReadOnlyList<CommunityPost>)>();
        foreach (
            Row<CommunityTopic> row in await table.ListOfAllAsync<CommunityTopic>(CommunityTopic.Streams, CommunityTopic.Row, cancellation)
        )
        {
            all.Add(
                (
                    row.Value,
                    [
                        .. (await table.ListAsync<CommunityPost>(row.Value.Stream, CommunityTopic.PostPrefix, cancellation)).Select(post =>
                            post.Value
                        ),
                    ]
                )
            );
        }

        return all;
    }

    /// <summary>Writes to every coordinator except the author. Every recipient can reply.</summary>
    internal async Task<MailsOfStream> TellAsync(
        UnitOfWork unit,
        CommunityTopic topic,
        MailContent content,
        string key,
        PersonId? but,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        var keys = new List<string>();
        foreach ((AdministrationId home, PersonId person) in Readers(register, but))
        {
            var mail = new NewMail(content, person, $"{topic.TaskOf(home)}-{key}-{person}")
            {
                Task = new TaskRef(topic.Stream, topic.TaskOf(home)),
                Until = new DateTimeOffset(topic.Closes.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
                TakesReply = true,
            };
            if (await writer.WriteAsync(unit, mail, cancellation) is { } written)
            {
                keys.Add(written);
            }
        }

        return new MailsOfStream(unit.Stream, keys);
    }

    internal IReadOnlyList<(AdministrationId Home, PersonId Person)> Readers(ProgrammeRegister register, PersonId? but) =>
        [
            .. register
                .TakingPart(Today)
                .SelectMany(home => register.Holding(Role.Coordinator, Today, home).Select(person => (home, person)))
                .Where(one => one.person != but)
                .DistinctBy(one => one.person)
                .Take(MostReaders),
        ];
}
