using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Delivery;

/// <summary>An administration says who attended an event and how useful it was.</summary>
internal sealed class EvaluateEventTask(ShortFormService forms, ProgrammeTable table, EntryService entries, ProgrammeDirectory directory)
    : ShortFormTask(forms, directory)
{
    public override TaskDefinition Definition => DeliveryTaskKinds.Attend;

    public override Text Title { get; } = Texts.AttendanceTask;

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        DeliveryEvent held = (await new EventRef(task.Subject.Value).FindAsync(table, cancellation))!.Value;
        Instrument? brought = held.Instrument is { } id
            ? (await entries.InstrumentsAsync(cancellation)).FirstOrDefault(one => one.Id == id)
            : null;
        return DeliveryForms.Attendance(held, DeliveryForms.AboutIt(held, register.NamesOf(task.Administration!.Value)), brought);
    }
}
