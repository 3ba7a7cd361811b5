using System.Globalization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Events;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Multilateral.Communities;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Multilateral;

/// <summary>What officers enter on the page of the multilateral component.</summary>
public sealed class MultilateralForms(DeliveryService events, EntryService entries, PracticeService practices, CommunityService communities)
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
            "instrument" => await SaveInstrumentAsync(form, by, cancellation),
            "uptake" => ResultOf(await entries.SaveAsync(UptakeOf(form), AsRead.Nothing, by, cancellation)),
            "figure" => await AddFigureAsync(form, by, cancellation),
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
            _ => null,
        };

    private async Task<CommandResult> PlanAsync(
        IFormCollection form,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        (CommandResult result, EventRef? begin) = await events.PlanAsync(
            new DeliveryEvent(
                form.Text("id"),
                FormChoice.Read<DeliveryKind>(form.Text("kind")) ?? DeliveryKind.Workshop,
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

    /// <summary>A new instrument, or one more version of it.</summary>
    private async Task<CommandResult> SaveInstrumentAsync(IFormCollection form, PersonId by, CancellationToken cancellation)
    {
        string id = form.Text("id");
        var version = new InstrumentVersion(form.Text("version"), form.Day("issued"), form.Text("changes"));
        Instrument? stands = (await entries.InstrumentsAsync(cancellation)).FirstOrDefault(one => one.Id == id);
        Instrument wanted = stands is null
            ? new Instrument(
                id,
                FormChoice.Read<InstrumentKind>(form.Text("kind")) ?? InstrumentKind.Guide,
                form.Text("title"),
                [version],
                new Themes(form.Numbers("factors"), [], [])
            )
            : stands with
            {
                Versions = [.. stands.Versions, version],
            };
        return ResultOf(
            await entries.SaveAsync(wanted, stands is null ? AsRead.Nothing : AsRead.Of(ContentTag.Of(stands)), by, cancellation)
        );
    }

    private async Task<CommandResult> AddFigureAsync(IFormCollection form, PersonId by, CancellationToken cancellation)
    {
        string[] which = form.Text("result").Split('|');
        Initiative? stands = (await entries.InitiativesAsync(cancellation)).FirstOrDefault(one => one.Id == which[0]);
        if (
            stands is null
            || !decimal.TryParse(
                form.Text("value").Replace(',', '.'),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out decimal value
            )
            || Math.Abs(value) > SoundJson.LargestNumber
            || !DayBounds.Holds(form.Day("on"))
        )
        {
            return new CommandResult.Refused("no-such-initiative", "There is no such initiative.");
        }

        var figure = new InitiativeFigure(form.Day("on"), value, form.Text("source"));
        Initiative wanted = stands with
        {
            Results =
            [
                .. stands.Results.Select(result =>
                    result.Code == which[^1] ? result with { Figures = [.. result.Figures, figure] } : result
                ),
            ],
        };
        return ResultOf(await entries.SaveAsync(wanted, AsRead.Of(ContentTag.Of(stands)), by, cancellation));
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

    private static Uptake UptakeOf(IFormCollection form)
    {
        string[] which = form.Text("instrument").Split('|');
        AdministrationId home = form.Administrations("administration").FirstOrDefault(new AdministrationId("?"));
        DateOnly on = form.Day("on");
        return new Uptake(
            string.Create(CultureInfo.InvariantCulture, $"{home.Value.ToLowerInvariant()}-{on:yyyyMMdd}-{which[0]}") is { Length: <= 40 } id
                ? id
                : string.Create(CultureInfo.InvariantCulture, $"{home.Value.ToLowerInvariant()}-{on:yyyyMMdd}-{which[0]}")[..40],
            which[0],
            which[^1],
            home,
            on,
            TypedText.Number(form, "women"),
            TypedText.Number(form, "men"),
            TypedText.Number(form, "others")
        );
    }

    private static CommandResult ResultOf<T>(RegisterResult<T> result)
        where T : class =>
        result.Saved is not null ? new CommandResult.Recorded(null)
        : result.Problems is [var first, ..] ? new CommandResult.Refused(first.Rule, $"{first.Path}: {first.Why}")
        : CommandResult.Refused.ChangedMeanwhile;
}
