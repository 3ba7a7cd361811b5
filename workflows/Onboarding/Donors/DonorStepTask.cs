using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding.Donors;

/// <summary>An officer enters the data of a new donor step by step. A step is done once the register shows it.</summary>
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

    public override Text Title { get; } = Texts.DonorTask;

    protected override Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        string donor = register.Donors.GetValueOrDefault(DonorOf(stream))?.Name ?? DonorOf(stream).Value;
        return Task.FromResult(Of(donor, StepOf(task)));
    }

    internal static ShortForm Of(string donor, DonorState step) =>
        new(
            new About.Matter(Text.Same(donor), What(step)),
            Texts.DonorSubject(donor: donor, what: What(step)),
            [ShortFormItem.YesNo(Entered, Question(step))]
        )
        {
            Says = _ => [How(step)],
        };

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

    private static Text What(DonorState step) =>
        step switch
        {
            DonorState.Agreement => Texts.DonorAgreement,
            DonorState.Framework => Texts.DonorFramework,
            DonorState.Allocation => Texts.DonorAllocation,
            _ => Texts.DonorSchedule,
        };

    private static Text Question(DonorState step) =>
        step switch
        {
            DonorState.Agreement => Texts.DonorAgreementDone,
            DonorState.Framework => Texts.DonorFrameworkDone,
            DonorState.Allocation => Texts.DonorAllocationDone,
            _ => Texts.DonorScheduleDone,
        };

    private static Text How(DonorState step) =>
        step switch
        {
            DonorState.Agreement => Texts.DonorAgreementHow,
            DonorState.Framework => Texts.DonorFrameworkHow,
            DonorState.Allocation => Texts.DonorAllocationHow,
            _ => Texts.DonorScheduleHow,
        };
}
