using ACip.Local.Mail;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.Life;

/// <summary>A recommendation is asked about again and again: whoever says that it is done in answer to an earlier mail is asked no
/// more.</summary>
public sealed class EarlierQuestionTests
{
    [Fact]
    public async Task Done_in_answer_to_an_earlier_mail_ends_the_later_question()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(1);
        string stream = await RecommendAsync(world);
        LocalMessage first = world.Mail(stream, "coordinator");
        await world.Inner.ReplyAsync(first, "V1: no\nV2: The forms are being printed.");
        await world.ToAsync(2026, 5, 20);
        LocalMessage second = world.Mail(stream, "coordinator");
        Assert.NotEqual(first.Number, second.Number);
        Assert.Equal((TaskState.Open, null), await SecondAsync(world, stream));

        await world.Inner.ReplyAsync(first, "V1: yes\nV2: Every office has one.");

        Assert.Equal(TaskState.Answered, (await SecondAsync(world, stream)).State);
        Recommendation answered = (await FindAsync(world, stream)).Value;
        Assert.Equal((true, 2, "Every office has one."), (answered.Answer!.Done, answered.Round, answered.Answer.Words));
        long before = world.Inner.Platform.Mail.Newest;
        await world.ToAsync(2026, 9, 1);
        Assert.DoesNotContain(
            world.Inner.Platform.Mail.List(null, before),
            mail =>
                mail.CustomArgs.GetValueOrDefault("stream") == stream
                && mail.Recipient.Email.StartsWith("coordinator", StringComparison.Ordinal)
        );
    }

    /// <summary>A mail lay on the way while the same person answered otherwise.</summary>
    [Fact]
    public async Task What_was_said_before_does_not_replace_what_was_said_since_and_its_sender_is_told()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(1);
        string stream = await RecommendAsync(world);
        LocalMessage asked = world.Mail(stream, "coordinator");
        await world.Inner.Platform.Mail.ReplyAsync(
            asked.Id,
            new InboundReply
            {
                Text = "V1: yes\nV2: Every office has one.",
                Spf = "pass",
                Handover = new Handover(Late: TimeSpan.FromHours(2)),
            }
        );
        await world.Inner.Platform.AdvanceAsync(TimeSpan.FromMinutes(30));
        await world.Inner.ReplyAsync(asked, "V1: no");
        string noted = world.Mail(stream, "coordinator", "Acknowledgement").Text;
        Assert.Contains("Still without an answer: V2", noted, StringComparison.Ordinal);
        Assert.DoesNotContain("SUBMIT", noted, StringComparison.Ordinal); // it is handed in by answering
        await world.Inner.ReplyAsync(asked, "V2: The forms are being printed.");

        await world.Inner.Platform.AdvanceAsync(TimeSpan.FromHours(2));

        Recommendation answered = (await FindAsync(world, stream)).Value;
        Assert.Equal((false, "The forms are being printed."), (answered.Answer!.Done, answered.Answer.Words));
        string told = world.Mail(stream, "coordinator", "Acknowledgement").Text;
        Assert.Contains("A later answer to this has been received", told, StringComparison.Ordinal);
        Assert.Contains("V1: yes", told, StringComparison.Ordinal);
    }

    private static async Task<string> RecommendAsync(LifeWorld world)
    {
        ProgrammeRegister register = await world.Inner.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        string plan = $"{register.Administrations.Keys.Single().Value.ToLowerInvariant()}-2026";
        await world.PostAsync(
            $"api/plans/{plan}/recommendations",
            new
            {
                id = "registers",
                source = "MonitoringVisit",
                found = "2026-01-15",
                finding = "Two offices keep no register of gifts.",
                wanted = "Keep a register in every office.",
                ofSecretariat = false,
                due = "2026-12-31",
            }
        );
        return $"recommendation-{plan}-registers";
    }

    private static async Task<(TaskState State, PersonId? By)> SecondAsync(LifeWorld world, string stream)
    {
        Recommendation one = (await FindAsync(world, stream)).Value;
        HumanTaskRecord task = (
            await world
                .Inner.Platform.Get<ProgrammeTable>()
                .FindAsync<HumanTaskRecord>(new StreamId(stream), $"task|{one.Ref.TaskOf(2)}", CancellationToken.None)
        )!.Value;
        return (task.State, task.AnsweredBy);
    }

    private static async Task<Row<Recommendation>> FindAsync(LifeWorld world, string stream) =>
        (
            await world
                .Inner.Platform.Get<ProgrammeTable>()
                .FindAsync<Recommendation>(new StreamId(stream), Recommendation.Row, CancellationToken.None)
        )!;
}
