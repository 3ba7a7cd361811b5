using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding.Members;

public static class MemberTaskKinds
{
    public static TaskDefinition Confirm { get; } = TaskDefinition.OfHead("ConfirmMembership");

    public static TaskDefinition Register { get; } = TaskDefinition.OfOfficer("RegisterCoordinator");
}

/// <summary>The head of customs confirms that the administration takes part, and names its coordinator.</summary>
internal sealed class ConfirmMembershipTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : ShortFormTask(forms, directory)
{
    public const string Confirms = "M1",
        Name = "M2",
        Email = "M3";

    public override TaskDefinition Definition => MemberTaskKinds.Confirm;

    public override Text3 Title { get; } = new("Confirm the participation", "Confirmer la participation", "Confirmar la participación");

    protected override Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        Text3 home = register.NamesOf(task.Administration!.Value);
        return Task.FromResult(
            new ShortForm(
                new About.Matter(home, new("participation in the programme", "participation au programme", "participación en el programa")),
                new(
                    $"Taking part in the A-CIP Programme, {home.En}",
                    $"Participer au Programme A-CIP, {home.Fr}",
                    $"Participar en el Programa A-CIP, {home.Es}"
                ),
                [
                    ShortFormItem.YesNo(
                        Confirms,
                        new(
                            "Does your administration confirm that it takes part",
                            "Votre administration confirme-t-elle sa participation",
                            "¿Confirma su administración que participa?"
                        )
                    ),
                    ShortFormItem.Words(
                        Name,
                        new(
                            "Name of the coordinator",
                            "Nom du coordinateur ou de la coordinatrice",
                            "Nombre del coordinador o de la coordinadora"
                        ),
                        required: true
                    ),
                    ShortFormItem.Words(
                        Email,
                        new("The coordinator's e-mail address", "Son adresse électronique", "Su dirección de correo electrónico"),
                        required: true
                    ),
                ],
                Confirms
            )
            {
                Says = _ =>
                    [
                        new(
                            "Your administration has shown interest in the WCO Anti-Corruption and Integrity Promotion Programme. Please confirm it, and name who will coordinate the work: this person drafts the action plan and reports each quarter.",
                            "Votre administration s'est montrée intéressée par le Programme de l'OMD de lutte contre la corruption et de promotion de l'éthique. Merci de le confirmer et de désigner la personne qui coordonnera le travail : elle rédige le plan d'action et rend compte chaque trimestre.",
                            "Su administración se ha interesado por el Programa de la OMA de lucha contra la corrupción y promoción de la integridad. Confírmelo y designe a quien coordinará el trabajo: esta persona redacta el plan de acción e informa cada trimestre."
                        ),
                    ],
            }
        );
    }

    internal override async Task<bool> TakenAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        ShortFormAnswer answer,
        ShortFormAnswer? before,
        CancellationToken cancellation
    )
    {
        if (await new MemberRef(task.Administration!.Value).FindAsync(table, cancellation) is not { } row)
        {
            return false;
        }

        if (row.Value.State is not (MemberState.Interested or MemberState.Confirmed or MemberState.Declined))
        {
            return false; // an officer has acted on it by now
        }

        bool confirmed = answer.Yes(Confirms) == true;
        unit.Replace(
                row,
                row.Value with
                {
                    State = confirmed ? MemberState.Confirmed : MemberState.Declined,
                    Coordinator = confirmed
                        ? new NamedCoordinator(answer.Words(Name)?.Trim() ?? "", answer.Words(Email)?.Trim() ?? "")
                        : null,
                }
            )
            .Record(
                new AuditEntry(confirmed ? AuditKind.MemberConfirmed : AuditKind.MemberDeclined, task.Administration.Value.Value, answer.By)
            );
        return true;
    }
}

/// <summary>An officer looks at who was named before they may speak for the administration: a mail alone gives nobody a role.</summary>
internal sealed class RegisterCoordinatorTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : ShortFormTask(forms, directory)
{
    public const string AsNamed = "N1";

    private readonly ProgrammeDirectory programme = directory;

    public override TaskDefinition Definition => MemberTaskKinds.Register;

    public override Text3 Title { get; } = new("Register the coordinator", "Enregistrer le coordinateur", "Registrar al coordinador");

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        MemberRecord member = (await table.FindAsync<MemberRecord>(stream, MemberRecord.Row, cancellation))!.Value;
        Text3 home = register.NamesOf(member.Id);
        string named = $"{member.Coordinator?.Name}, {member.Coordinator?.Email}";
        return new ShortForm(
            new About.Matter(home, new("its coordinator", "son coordinateur", "su coordinador")),
            new(
                $"Coordinator of {home.En}: please check",
                $"Coordinateur, {home.Fr} : à vérifier",
                $"Coordinador, {home.Es}: por verificar"
            ),
            [
                ShortFormItem.YesNo(
                    AsNamed,
                    new(
                        $"Register {named} as coordinator (no: somebody is registered by hand)",
                        $"Enregistrer {named} comme coordinateur (non : quelqu'un est enregistré à la main)",
                        $"Registrar a {named} como coordinador (no: alguien se registra a mano)"
                    )
                ),
            ]
        )
        {
            Says = _ =>
                [
                    new(
                        "The head of customs has confirmed the participation and named a coordinator. Check the name and address by a way that you trust; then the coordinator is told, and the first plan's draft begins.",
                        "Le chef des douanes a confirmé la participation et désigné un coordinateur. Vérifiez le nom et l'adresse par une voie sûre ; le coordinateur est alors informé et le projet du premier plan commence.",
                        "El director de aduanas ha confirmado la participación y designado a un coordinador. Verifique el nombre y la dirección por una vía fiable; entonces se informa al coordinador y comienza el borrador del primer plan."
                    ),
                    .. member.Tries > 1
                        ? new[]
                        {
                            new Text3(
                                "Registered as named, it was refused: the name or address cannot be right, or belongs to somebody else. Register the coordinator on the page of people, and then answer no.",
                                "L'enregistrement tel que désigné a été refusé : le nom ou l'adresse ne peut être juste, ou appartient à quelqu'un d'autre. Enregistrez le coordinateur sur la page des personnes, puis répondez non.",
                                "El registro tal como se designó fue rechazado: el nombre o la dirección no pueden ser correctos, o pertenecen a otra persona. Registre al coordinador en la página de personas y después responda no."
                            ),
                        }
                        : [],
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
        Row<MemberRecord>? row = await table.FindAsync<MemberRecord>(unit.Stream, MemberRecord.Row, cancellation);
        if (row is not { Value.State: MemberState.Confirmed })
        {
            return false;
        }

        bool asNamed = answer.Yes(AsNamed) == true;
        if (!asNamed)
        {
            programme.Forget();
            ProgrammeRegister register = await programme.ReadAsync(cancellation);
            if (register.Holding(Role.Coordinator, DateOnly.FromDateTime(answer.At.UtcDateTime), row.Value.Id).Count == 0)
            {
                return false;
            }
        }

        unit.Replace(
            row,
            row.Value with
            {
                State = MemberState.CoordinatorNamed,
                Officer = answer.By,
                Coordinator = asNamed ? row.Value.Coordinator : null,
            }
        );
        return true;
    }
}
