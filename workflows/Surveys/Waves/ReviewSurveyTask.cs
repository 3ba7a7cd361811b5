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
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Results;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>The administration reviews its scores and says, by mail or on a page, how far they may be published. The scores are on the
/// page only, not in the mail.</summary>
internal sealed class ReviewSurveyTask(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    WaveService waves,
    ResponseStore store,
    MailWriter writer,
    ReplyEnding ending
) : ITaskKind
{
    public TaskDefinition Definition => SurveyTaskKinds.ReviewSurvey;

    public Text Title { get; } = Texts.ReviewTask;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        SurveyWaveRecord wave = await WaveAsync(task, cancellation);
        return TaskMatter.Of(
            task,
            AboutIt(wave, register),
            new ReviewSurvey(wave.Label, register.Administrations[wave.Administration].Names, task.Due, writer.TaskLink),
            writer.TaskLink
        );
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        SurveyWaveRecord wave = await WaveAsync(opening.Task, cancellation);
        Administration home = opening.Register.Administrations[wave.Administration];
        LinkedTask linked = opening.Linked(AboutIt(wave, opening.Register), home.TimeZone, opening.Task.Expires);
        return opening.IsOver
                ? new TaskLink.Closed(linked, opening.Task.State == TaskState.Answered ? LinkClosed.Decided : LinkClosed.Expired)
            : opening.MayAnswer(wave.Administration) && await WaveRows.ResultsAsync(table, wave.Id, cancellation) is { } results
                ? new SurveyReviewLink(
                    linked,
                    (
                        await table.FindAsync<LinkDraft>(opening.Stream, LinkDraft.RowKey(opening.Task.Id, opening.Person.Id), cancellation)
                    )?.Value,
                    wave,
                    results,
                    await WaveTexts.ReadAsync(store, wave, cancellation)
                )
            : new TaskLink.Elsewhere(linked, null);
    }

    public async Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        SurveyWaveRecord wave = await WaveAsync(task, cancellation);
        About about = AboutIt(wave, register);
        (PublishedTo? to, IReadOnlyList<int> withheld) = PublicationWords.Read(ReplyText.Of(reply.Message.Text, reply.Message.Html).Text);
        Language language = reply.From.Language;
        if (to is not { } chosen)
        {
            return await AskBackAsync(reply, task, about, cancellation);
        }

        MailTaken taken = MailTaken.Nothing;
        CommandResult result = await waves.PublishAsync(
            wave.Id,
            chosen,
            withheld,
            reply.From.Id,
            reply.Source,
            async unit =>
                taken = await ending.FinishAsync(
                    unit,
                    reply,
                    new ReplyResult(
                        [(reply.From.Id, SurveyDecided.Of(about, chosen, withheld, language, task.Expires, writer.TaskLink), "answer")],
                        Ends: true,
                        task.Expires
                    ),
                    cancellation
                ),
            cancellation
        );
        return result is CommandResult.Recorded
            ? new AnswerTaken(AnswerOutcome.Taken, taken)
            : await ending.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation);
    }

    public async Task<UnderstoodAnswer?> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        HumanTaskRecord file,
        Person person,
        CancellationToken cancellation
    )
    {
        SurveyWaveRecord wave = await WaveAsync(file, cancellation);
        (PublishedTo? to, IReadOnlyList<int> withheld) = PublicationWords.Read(ReplyText.Of(message.Text, message.Html).Text);
        return new UnderstoodAnswer(
            AboutIt(wave, await directory.ReadForAsync(wave.Administration, cancellation)),
            to is { } chosen ? SurveyDecided.Lines(chosen, withheld, person.Language) : [],
            [],
            [],
            to is not null
        );
    }

    private async Task<AnswerTaken> AskBackAsync(TaskReply reply, HumanTaskRecord task, About about, CancellationToken cancellation)
    {
        if (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= AnswerService.MostQuestionsBack)
        {
            return await ending.LeaveAsync(reply, TriageReasons.StillUnclear, cancellation);
        }

        Language language = reply.From.Language;
        MailTaken taken = await table.DecideAsync(
            async () =>
            {
                var unit = new UnitOfWork(reply.Task.Stream);
                Row<HumanTaskRecord> row = (await TaskRows.FindAsync(table, reply.Task, cancellation))!;
                unit.Replace(row, row.Value with { QuestionsBack = row.Value.QuestionsBack + 1 });
                var unclear = new UnclearLine("", ReviewSurvey.How.In(language));
                var form = new MailForm(ReviewSurvey.Example(language));
                var question = new QuestionBack(about, [unclear], task.Expires, form, writer.TaskLink);
                MailTaken written = await ending.FinishAsync(
                    unit,
                    reply,
                    new ReplyResult([(reply.From.Id, question, "answer")], Ends: false, task.Expires),
                    cancellation
                );
                return ((UnitOfWork?)unit, written);
            },
            cancellation
        );
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }

    private async Task<SurveyWaveRecord> WaveAsync(HumanTaskRecord task, CancellationToken cancellation) =>
        (await WaveRows.FindAsync(table, new WaveId(task.Subject.Value), cancellation))!.Value;

    private static About.Matter AboutIt(SurveyWaveRecord wave, ProgrammeRegister register) =>
        new(register.Administrations[wave.Administration].Names, Matter(wave));

    private static Text Matter(SurveyWaveRecord wave) => Texts.ReviewMatter(waveLabel: wave.Label);
}

/// <summary>A link to the scores, and to what may become of them.</summary>
/// <param name="Texts">What was written besides, by group: for the administration alone, and published by no choice.</param>
public sealed record SurveyReviewLink(
    LinkedTask Linked,
    LinkDraft? Draft,
    SurveyWaveRecord Wave,
    WaveResults Results,
    IReadOnlyList<GroupTexts> Texts
) : FormLink(Linked, Draft)
{
    public const string To = "to",
        WithheldPrefix = "without-";

    public override IReadOnlySet<string> Fields { get; } = new HashSet<string>([.. Decided, TypedSince.Field], StringComparer.Ordinal);

    private static IReadOnlyList<string> Decided => [To, .. Enumerable.Range(1, 10).Select(factor => WithheldPrefix + factor)];

    public override IReadOnlyList<StandingPart> Parts(bool known)
    {
        var stands = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Wave.Published is { } published)
        {
            stands[To] = published.To.ToString();
            foreach (int factor in published.Withheld)
            {
                stands[WithheldPrefix + factor] = "1";
            }
        }

        // the page shows the decision in every browser
        return [new StandingPart(To, Decided, stands, "", true) { Said = Wave.Published is { } said ? SaidOf(said) : null }];
    }

    private static Text SaidOf(Publication said) =>
        Text.For(language => string.Join("; ", SurveyDecided.Lines(said.To, said.Withheld, language).Select(line => line.Value)));

    public override Text? Problem(IReadOnlyDictionary<string, string> fields) =>
        Chosen(fields) is null ? Surveys.Texts.ReviewNoChoice : null;

    public static PublishedTo? Chosen(IReadOnlyDictionary<string, string> fields) =>
        Enum.TryParse(fields.GetValueOrDefault(To), out PublishedTo to) && Enum.IsDefined(to) && !char.IsDigit(fields[To][0]) ? to : null;

    public static IReadOnlyList<int> Withheld(IReadOnlyDictionary<string, string> fields) =>
        [.. Enumerable.Range(1, 10).Where(factor => fields.ContainsKey(WithheldPrefix + factor))];
}
