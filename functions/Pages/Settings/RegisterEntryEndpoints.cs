using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Settings;

/// <summary>/administrations/{id} and /donors/{id}: what is registered of them, as officers change it. New ones come in by
/// /onboarding.</summary>
public sealed class RegisterEntryEndpoints(EntryEditing editing, RegisterService service, ProgrammeDirectory directory)
{
    private static readonly (string, Text) Above = ("/settings", Texts.SettingsWord);

    [Function(nameof(EditAdministration))]
    public Task<IResult> EditAdministration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "administrations/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) =>
        editing.RunAsync(
            request,
            async () =>
            {
                ProgrammeRegister register = await directory.ReadNowAsync(cancellation);
                return register.Administrations.GetValueOrDefault(new AdministrationId(id)) is not { } stands
                    ? null
                    : new Entry(
                        stands.Names,
                        RegisterFields.Administration(register),
                        EntryJson.Of(stands),
                        ContentTag.Of(stands),
                        async (item, asRead, by, cancel) =>
                            EntrySaved.Of(await service.SaveAsync(EntryJson.To<Administration>(item!), asRead, by, cancel))
                    )
                    {
                        Above = Above,
                        Lead = Texts.TimeZoneInCalendar,
                    };
            },
            cancellation
        );

    [Function(nameof(EditDonor))]
    public Task<IResult> EditDonor(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "donors/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) =>
        editing.RunAsync(
            request,
            async () =>
            {
                ProgrammeRegister register = await directory.ReadNowAsync(cancellation);
                return register.Donors.GetValueOrDefault(new DonorId(id)) is not { } stands
                    ? null
                    : new Entry(
                        Text.Same(stands.Name),
                        RegisterFields.Donor,
                        EntryJson.Of(stands),
                        ContentTag.Of(stands),
                        async (item, asRead, by, cancel) =>
                            EntrySaved.Of(await service.SaveAsync(EntryJson.To<Donor>(item!), asRead, by, cancel))
                    )
                    {
                        Above = Above,
                    };
            },
            cancellation
        );
}
