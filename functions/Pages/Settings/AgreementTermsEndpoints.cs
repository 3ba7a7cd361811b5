using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Settings;

/// <summary>/agreements/{id}/terms: whom an agreement serves and when reports are due; "new" in place of the id adds one.
/// /agreements/{id}/framework: the donor's results and indicators, each with a form.</summary>
public sealed class AgreementTermsEndpoints(EntryEditing editing, PageFrame frame, RegisterService service, ProgrammeDirectory directory)
{
    public const string New = "new";

    public static string TermsOf(string id) => $"/agreements/{id}/terms";

    public static string FrameworkOf(AgreementId id) => $"/agreements/{id}/framework";

    [Function(nameof(EditAgreementTerms))]
    public Task<IResult> EditAgreementTerms(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "agreements/{id}/terms")] HttpRequest request,
        string id,
        CancellationToken cancellation
    ) =>
        editing.RunAsync(
            request,
            async () =>
            {
                ProgrammeRegister register = await directory.ReadNowAsync(cancellation);
                GrantAgreement? stands = register.Agreements.GetValueOrDefault(new AgreementId(id));
                return stands is null && id != New
                    ? null
                    : new Entry(
                        stands is null ? Texts.ANewAgreement : Text.Same(stands.Title),
                        RegisterFields.Agreement(register, stands is null),
                        EntryJson.Of(stands),
                        stands is null ? null : ContentTag.Of(stands),
                        async (item, asRead, by, cancel) =>
                        {
                            GrantAgreement typed = FrameworkItems.Terms(item!, stands);
                            return EntrySaved.Of(await service.SaveAsync(typed, asRead, by, cancel)) with
                            {
                                To = stands is null ? FrameworkOf(typed.Id) : null,
                            };
                        }
                    )
                    {
                        Above = stands is null ? ("/agreements", Texts.GrantAgreements) : ($"/agreements/{id}", Text.Same(stands.Title)),
                        Lead = stands is null ? Texts.FrameworkComesNext : null,
                    };
            },
            cancellation
        );

    [Function(nameof(ShowFramework))]
    public async Task<IResult> ShowFramework(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agreements/{id}/framework")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        return PageFrame.RefuseUnless(Right.ReadProgramme, page)
            ?? (
                (await directory.ReadNowAsync(cancellation)).Agreements.GetValueOrDefault(new AgreementId(id)) is { } agreement
                    ? PageFrame.Show<FrameworkPage>(
                        page,
                        new Dictionary<string, object?>
                        {
                            [nameof(FrameworkPage.Agreement)] = agreement,
                            [nameof(FrameworkPage.Done)] = request.Query.ContainsKey("done"),
                        }
                    )
                    : PageFrame.Refuse(page, StatusCodes.Status404NotFound)
            );
    }

    [Function(nameof(EditFrameworkItem))]
    public Task<IResult> EditFrameworkItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "agreements/{id}/framework/{section}/{code}")]
            HttpRequest request,
        string id,
        string section,
        string code,
        CancellationToken cancellation
    ) =>
        editing.RunAsync(
            request,
            async () =>
                (await directory.ReadNowAsync(cancellation)).Agreements.GetValueOrDefault(new AgreementId(id)) is { } agreement
                && FrameworkItems.Find(agreement, section, code) is { } stands
                    ? new Entry(
                        code == New ? FrameworkItems.NewWord(section) : Text.Same(code),
                        section == FrameworkItems.Results ? RegisterFields.Result(agreement) : RegisterFields.Indicator(agreement),
                        stands,
                        ContentTag.Of(agreement),
                        async (item, asRead, by, cancel) =>
                            FrameworkItems.IsTaken(agreement, section, code, item)
                                ? EntrySaved.Not("code", "code-twice", "The code stands there twice.")
                                : EntrySaved.Of(
                                    await service.SaveAsync(FrameworkItems.With(agreement, section, code, item), asRead, by, cancel)
                                )
                    )
                    {
                        Above = (FrameworkOf(agreement.Id), Texts.ResultsFramework),
                        Removable = code != New,
                    }
                    : null,
            cancellation
        );
}
