using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding.Donors;

/// <summary>An officer enters what a new donor brings, step by step; a step is done once the register shows it.</summary>
internal sealed class DonorStepTask(
    ShortFormService forms,
    ProgrammeTable table,
    ProgrammeDirectory directory,
    AllocationService allocations
) : ShortFormTask(forms, directory)
{
    public const string Entered = "D1";

    private readonly ProgrammeDirectory programme = directory;

    public static TaskDefinition Kind { get; } = TaskDefinition.OfOfficer("DonorStep");

    public override TaskDefinition Definition => Kind;

    public override Text3 Title { get; } = new("Bring a donor in", "Accueillir un bailleur", "Incorporar a un donante");

    protected override Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        string donor = register.Donors.GetValueOrDefault(DonorOf(stream))?.Name ?? DonorOf(stream).Value;
        Text3 what = What(StepOf(task));
        return Task.FromResult(
            new ShortForm(
                new About.Matter(new Text3(donor, donor, donor), what),
                new($"New donor {donor}: {what.En}", $"Nouveau bailleur {donor} : {what.Fr}", $"Nuevo donante {donor}: {what.Es}"),
                [ShortFormItem.YesNo(Entered, Question(StepOf(task)))]
            )
            {
                Says = _ => [How(StepOf(task))],
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
        DonorId id = DonorOf(unit.Stream);
        Row<DonorRecord>? row = await table.FindAsync<DonorRecord>(unit.Stream, DonorRecord.Row, cancellation);
        DonorState step = StepOf(task);
        programme.Forget();
        if (
            row?.Value.State != step
            || answer.Yes(Entered) != true
            || !await ShowsAsync(step, id, await programme.ReadAsync(cancellation), cancellation)
        )
        {
            return false;
        }

        unit.Replace(row, row.Value with { State = step + 1 })
            .Record(new AuditEntry(AuditKind.DonorStepDone, id.Value, answer.By, step.ToString()));
        return true;
    }

    private async Task<bool> ShowsAsync(DonorState step, DonorId id, ProgrammeRegister register, CancellationToken cancellation)
    {
        foreach (GrantAgreement agreement in register.Agreements.Values.Where(one => one.Donor == id))
        {
            if (
                step switch
                {
                    DonorState.Framework => agreement.Framework is { Results.Count: > 0, Indicators.Count: > 0 },
                    DonorState.Allocation => (await allocations.ListAsync(agreement.Id, cancellation)).Count > 0,
                    _ => true,
                }
            )
            {
                return true;
            }
        }

        return false;
    }

    private static DonorState StepOf(HumanTaskRecord task) => Enum.Parse<DonorState>(task.Subject.Value);

    private static DonorId DonorOf(StreamId stream) => new(stream.Value[DonorRef.Streams.Length..]);

    private static Text3 What(DonorState step) =>
        step switch
        {
            DonorState.Agreement => new("the agreement", "la convention", "el convenio"),
            DonorState.Framework => new("its framework of results", "son cadre de résultats", "su marco de resultados"),
            DonorState.Allocation => new("the allocation of its funds", "l'affectation de ses fonds", "la asignación de sus fondos"),
            _ => new("the schedule of reports", "le calendrier des rapports", "el calendario de informes"),
        };

    private static Text3 Question(DonorState step) =>
        step switch
        {
            DonorState.Agreement => new("Is the agreement entered", "La convention est-elle enregistrée", "¿Está registrado el convenio?"),
            DonorState.Framework => new(
                "Does the framework stand there word for word, as signed",
                "Le cadre y figure-t-il mot pour mot, tel que signé",
                "¿Figura el marco palabra por palabra, tal como se firmó?"
            ),
            DonorState.Allocation => new(
                "Is an allocation entered",
                "Une affectation est-elle enregistrée",
                "¿Está registrada una asignación?"
            ),
            _ => new(
                "Has the donor agreed to the days of its reports",
                "Le bailleur a-t-il accepté les dates de ses rapports",
                "¿Ha aceptado el donante las fechas de sus informes?"
            ),
        };

    private static Text3 How(DonorState step) =>
        step switch
        {
            DonorState.Agreement => new(
                "Enter the agreement under Grants, or by the API: number, title, days, administrations, languages.",
                "Enregistrez la convention sous Subventions, ou par l'API : numéro, titre, dates, administrations, langues.",
                "Registre el convenio en Subvenciones o mediante la API: número, título, fechas, administraciones, idiomas."
            ),
            DonorState.Framework => new(
                "Enter its results and indicators as they were signed: nothing of them is ever translated or reworded.",
                "Enregistrez ses résultats et indicateurs tels que signés : rien n'en est jamais traduit ni reformulé.",
                "Registre sus resultados e indicadores tal como se firmaron: nada de ello se traduce ni se reformula."
            ),
            DonorState.Allocation => new(
                "Enter what is allocated to whom, from when until when.",
                "Enregistrez ce qui est affecté, à qui, de quand à quand.",
                "Registre qué se asigna, a quién, desde cuándo y hasta cuándo."
            ),
            _ => new(
                "Check the days on which its reports are due; then its contact is told them.",
                "Vérifiez les dates d'échéance de ses rapports ; son contact en est ensuite informé.",
                "Verifique las fechas en que vencen sus informes; después se comunican a su contacto."
            ),
        };
}
