using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Delivery;

/// <summary>An administration says who will attend an event.</summary>
internal sealed class RegisterForEventTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : ShortFormTask(forms, directory)
{
    public override TaskDefinition Definition => DeliveryTaskKinds.Register;

    public override Text Title { get; } = Texts.RegistrationTask;

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        DeliveryEvent held = (await new EventRef(task.Subject.Value).FindAsync(table, cancellation))!.Value;
        return DeliveryForms.Registration(held, DeliveryForms.AboutIt(held, register.NamesOf(task.Administration!.Value)));
    }
}
