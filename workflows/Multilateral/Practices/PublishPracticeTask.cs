using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Practices;

/// <summary>Asks an administration whether others may read of what it does, and in which words.</summary>
internal sealed class PublishPracticeTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : ShortFormTask(forms, directory)
{
    public const string Agrees = "G1",
        Words = "G2";

    public static TaskDefinition Kind { get; } = TaskDefinition.OfCoordinator("PublishPractice");

    public override TaskDefinition Definition => Kind;

    public override Text3 Title { get; } = new("Share a good practice", "Partager une bonne pratique", "Compartir una buena práctica");

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        GoodPractice practice = (await GoodPractice.FindAsync(table, task.Subject.Value, cancellation))!.Value;
        Text3 home = register.NamesOf(practice.Administration);
        return new ShortForm(
            new About.Matter(home, new Text3(practice.Title, practice.Title, practice.Title)),
            new(
                $"May others learn from this? {practice.Title}",
                $"D'autres peuvent-ils s'en inspirer ? {practice.Title}",
                $"¿Pueden otros aprender de esto? {practice.Title}"
            ),
            [
                ShortFormItem.YesNo(
                    Agrees,
                    new(
                        "May all Members of the programme read it",
                        "Tous les Membres du programme peuvent-ils le lire",
                        "¿Pueden leerlo todos los Miembros del programa?"
                    )
                ),
                ShortFormItem.Words(
                    Words,
                    new(
                        "Other words, if these should not be read so",
                        "D'autres mots, si ceux-ci ne conviennent pas",
                        "Otras palabras, si estas no convienen"
                    )
                ),
            ],
            Agrees
        )
        {
            Says = _ =>
                [
                    new(
                        "Your accepted report says something that others could learn from. It goes into the library of good practices only if you agree.",
                        "Votre rapport accepté dit quelque chose dont d'autres pourraient s'inspirer. Cela n'entre dans la bibliothèque de bonnes pratiques que si vous êtes d'accord.",
                        "Su informe aceptado dice algo de lo que otros podrían aprender. Solo entra en la biblioteca de buenas prácticas si usted está de acuerdo."
                    ),
                    new($"“{practice.Text}”", $"« {practice.Text} »", $"«{practice.Text}»"),
                ],
        };
    }

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
                row.Value with
                {
                    State = agreed ? PracticeState.Published : PracticeState.Withheld,
                    Text = answer.Words(Words) ?? row.Value.Text,
                    ConsentBy = answer.By,
                    ConsentAt = answer.At,
                }
            )
            .Record(new AuditEntry(agreed ? AuditKind.PracticePublished : AuditKind.PracticeWithheld, task.Subject.Value, answer.By));
        return true;
    }
}
