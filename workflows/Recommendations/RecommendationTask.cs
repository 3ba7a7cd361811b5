using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Recommendations;

public static class RecommendationTaskKinds
{
    public static TaskDefinition OfAdministration { get; } = TaskDefinition.OfCoordinator("FollowRecommendation");

    public static TaskDefinition OfSecretariat { get; } = TaskDefinition.OfOfficer("FollowRecommendationOfSecretariat");
}

/// <summary>The owner says what was done about a recommendation.</summary>
internal abstract class RecommendationTask(
    ShortFormService forms,
    ProgrammeTable table,
    ProgrammeDirectory directory,
    RecommendationFiles files,
    RecommendationMails mails
) : ShortFormTask(forms, directory)
{
    public const string Done = "V1",
        What = "V2";

    public override Text Title { get; } = Texts.FollowARecommendation;

    internal override IAnswerFiles? Files => files;

    internal override async Task<bool> FiledAsync(UnitOfWork unit, ShortFormAnswer answer, CancellationToken cancellation)
    {
        if (await table.FindAsync<Recommendation>(unit.Stream, Recommendation.Row, cancellation) is not { Value.Closed: null } row)
        {
            return false;
        }

        unit.Replace(row, Filed(unit, row.Value, answer));
        return true;
    }

    /// <summary>Adds the files of an answer; a repeated file is kept once.</summary>
    private static Recommendation Filed(UnitOfWork unit, Recommendation one, ShortFormAnswer answer)
    {
        OwnersFile[] added =
        [
            .. from file in answer.Files
            where one.Files?.Any(kept => kept.Sha256 == file.Finding.Sha256) != true
            select new OwnersFile(file.Finding.Name, file.Finding.Sha256, file.Finding.Kind.ToString(), answer.By, answer.At),
        ];
        foreach (OwnersFile file in added)
        {
            unit.Record(new AuditEntry(AuditKind.RecommendationFileKept, one.Id, answer.By, null, file.Sha256));
        }

        return added.Length == 0 ? one : one with { Files = [.. one.Files ?? [], .. added] };
    }

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        Recommendation one = (await table.FindAsync<Recommendation>(stream, Recommendation.Row, cancellation))!.Value;
        return Of(one, register.NamesOf(one.Administration));
    }

    internal static ShortForm Of(Recommendation one, Text administration) =>
        new(
            new About.Matter(administration, Texts.RecommendationMatter(id: one.Id)),
            Texts.RecommendationSubject(id: one.Id),
            [ShortFormItem.YesNo(Done, Texts.WasItDone), ShortFormItem.Words(What, Texts.WhatWasDone, required: true)]
        )
        {
            Says = dates =>
                [
                    Texts.WhatWasFound(
                        source: RecommendationWords.Of(one.Source),
                        day: Text.For(language => dates(language).Day(one.Found)),
                        finding: one.Finding
                    ),
                    Texts.WhatIsRecommended(wanted: one.Wanted),
                ],
        };

    internal override async Task<bool> TakenAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        ShortFormAnswer answer,
        ShortFormAnswer? before,
        CancellationToken cancellation
    )
    {
        Row<Recommendation>? row = await table.FindAsync<Recommendation>(unit.Stream, Recommendation.Row, cancellation);
        if (row is not { Value.Closed: null } || answer.Yes(Done) is not { } done || answer.Words(What) is not { } words)
        {
            return false;
        }

        TaskId waiting = row.Value.Ref.TaskOf(row.Value.Round);
        if (done && waiting != task.Id)
        {
            // said in answer to an earlier mail: nobody is to be reminded of the later one
            await TaskEnding.AnswerAsync(table, unit, new TaskRef(unit.Stream, waiting), answer.By, answer.At, cancellation);
        }

        bool again = done || before?.Yes(Done) == false; // a correction of "not yet" asks nobody once more
        var said = new OwnersAnswer(done, words, answer.By, answer.At);
        if (row.Value.Answer is not { } stands || (stands.Done, stands.Words) != (done, words))
        {
            await mails.TellAnsweredAsync(unit, row.Value, said, cancellation);
        }

        unit.Replace(row, Filed(unit, row.Value, answer) with { Answer = said, Round = again ? row.Value.Round : row.Value.Round + 1 })
            .Record(new AuditEntry(AuditKind.RecommendationAnswered, row.Value.Id, answer.By));
        return true;
    }
}

internal sealed class FollowRecommendationTask(
    ShortFormService forms,
    ProgrammeTable table,
    ProgrammeDirectory directory,
    RecommendationFiles files,
    RecommendationMails mails
) : RecommendationTask(forms, table, directory, files, mails)
{
    public override TaskDefinition Definition => RecommendationTaskKinds.OfAdministration;
}

internal sealed class FollowRecommendationOfSecretariatTask(
    ShortFormService forms,
    ProgrammeTable table,
    ProgrammeDirectory directory,
    RecommendationFiles files,
    RecommendationMails mails
) : RecommendationTask(forms, table, directory, files, mails)
{
    public override TaskDefinition Definition => RecommendationTaskKinds.OfSecretariat;
}

/// <summary>What found it, in mail and on pages.</summary>
public static class RecommendationWords
{
    public static Text Of(FoundBy source) => source == FoundBy.Audit ? Texts.AnAudit : Texts.AMonitoringVisit;
}
