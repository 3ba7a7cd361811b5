using ACip.Functions.Pages.Frame;
using ACip.Workflows.Events;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Multilateral.Communities;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Multilateral;

/// <summary>What officers enter on the page of the multilateral component.</summary>
public sealed class MultilateralForms(DeliveryService events, EntryForms entries, PracticeService practices, CommunityService communities)
{
    /// <returns>Null: a form that this page does not have.</returns>
    public async Task<CommandResult?> ActAsync(
        IFormCollection form,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        form.Text("act") switch
        {
            "event" => await PlanAsync(form, by, workflows, cancellation),
            "practice" => await ProposeAsync(form, by, workflows, cancellation),
            "topic" => await communities.OpenAsync(
                new CommunityTopic(
                    form.Text("id"),
                    form.Text("title"),
                    form.Text("question"),
                    form.Numbers("factors"),
                    default,
                    form.Day("closes")
                ),
                by,
                cancellation
            ),
            _ => await entries.ActAsync(form, by, cancellation),
        };

    private async Task<CommandResult> PlanAsync(
        IFormCollection form,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        if (FormChoice.Read<DeliveryKind>(form.Text("kind")) is not { } kind)
        {
            return FormChoice.Unoffered;
        }

        (CommandResult result, EventRef? begin) = await events.PlanAsync(
            new DeliveryEvent(
                form.Text("id"),
                kind,
                form.Text("title"),
                form.Day("start"),
                form.Day("end"),
                form.Text("place"),
                form.Administrations("invited"),
                new Themes(form.Numbers("factors"), [], [])
            )
            {
                Initiative = form.TextOrNull("initiative"),
                Instrument = form.TextOrNull("instrument"),
                Expert = form.TextOrNull("expert") is { } expert ? new PersonId(expert) : null,
                Terms = form.TextOrNull("terms"),
            },
            by,
            cancellation
        );
        if (begin is not null)
        {
            await workflows.BeginAsync(begin, cancellation);
        }

        return result;
    }

    private async Task<CommandResult> ProposeAsync(
        IFormCollection form,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        (CommandResult result, TaskAsked? begin) = await practices.ProposeAsync(
            new NewPractice(
                form.Text("id"),
                new PlanId(form.Text("plan")),
                form.Text("period"),
                form.Text("item"),
                form.Text("title"),
                form.Numbers("factors")
            ),
            by,
            cancellation
        );
        if (begin is not null)
        {
            await workflows.StartOnceAsync(nameof(HumanTask), begin, begin.InstanceId, cancellation);
        }

        return result;
    }
}
