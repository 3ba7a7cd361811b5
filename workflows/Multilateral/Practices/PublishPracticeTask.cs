using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Practices;

/// <summary>Asks an administration whether others may read about its practice, and in which words.</summary>
internal sealed class PublishPracticeTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : ShortFormTask(forms, directory)
{
    public const string Agrees = "G1",
        Words = "G2";

    public static TaskDefinition Kind { get; } = TaskDefinition.OfCoordinator("PublishPractice");

    public override TaskDefinition Definition => Kind;

    public override Text Title { get; } = Texts.ConsentTask;

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        GoodPractice practice = (await GoodPractice.FindAsync(table, task.Subject.Value, cancellation))!.Value;
        return Of(practice, register.NamesOf(practice.Administration));
    }

    internal static ShortForm Of(GoodPractice practice, Text home) =>
        new(
            new About.Matter(home, Text.Same(practice.Title)),
            Texts.ConsentSubject(practiceTitle: practice.Title),
            [ShortFormItem.YesNo(Agrees, Texts.ConsentAgrees), ShortFormItem.Words(Words, Texts.ConsentOtherWords)],
            Agrees
        )
        {
            Says = _ => [Texts.ConsentIntro, Texts.ConsentQuoted(practiceText: practice.Proposed ?? practice.Text)],
        };

    internal override async Task<bool> TakenAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        ShortFormAnswer answer,
        ShortFormAnswer? before,
        CancellationToken cancellation
    )
    {
        Row<GoodPractice> row = (await GoodPractice.FindAsync(table, task.Subject.Value, cancellation))!;
        bool agreed = answer.Yes(Agrees) == true;
        unit.Replace(
                row,
                row.Value.In(answer.Words(Words)) with
                {
                    State = agreed ? PracticeState.Published : PracticeState.Withheld,
                    ConsentBy = answer.By,
                    ConsentAt = answer.At,
                }
            )
            .Record(new AuditEntry(agreed ? AuditKind.PracticePublished : AuditKind.PracticeWithheld, task.Subject.Value, answer.By));
        return true;
    }
}
