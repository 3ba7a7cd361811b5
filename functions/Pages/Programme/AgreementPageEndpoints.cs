using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.DonorReports;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Obligations;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Programme;

/// <summary>/agreements: grant agreements; /agreements/{id}: one with its funding allocations, which officers edit there.</summary>
public sealed class AgreementPageEndpoints(
    PageFrame frame,
    ProgrammeDirectory directory,
    AllocationService allocations,
    ObligationService obligations,
    CoverageQuery coverage
)
{
    [Function(nameof(ListAgreements))]
    public async Task<IResult> ListAgreements(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agreements")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        return PageFrame.RefuseUnless(Right.ReadProgramme, page)
            ?? PageFrame.Show<AgreementsPage>(
                page,
                new Dictionary<string, object?> { [nameof(AgreementsPage.Register)] = await directory.ReadAsync(cancellation) }
            );
    }

    [Function(nameof(EditAgreement))]
    public async Task<IResult> EditAgreement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "agreements/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        bool posts = HttpMethods.IsPost(request.Method) && page.Refused is null;
        if (PageFrame.RefuseUnless(posts ? Right.ManageProgramme : Right.ReadProgramme, page) is { } refusal)
        {
            return refusal;
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (!register.Agreements.TryGetValue(new AgreementId(id), out GrantAgreement? agreement))
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        var shown = new AgreementShown(register, agreement);
        if (!posts)
        {
            return await ShowAsync(page, shown with { Done = request.Query.ContainsKey("done") }, StatusCodes.Status200OK, cancellation);
        }

        if (await frame.ReadFormAsync(request, page, cancellation) is not { } form)
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        (FundingAllocation typed, RegisterProblem[] unread) = AllocationOf(form, agreement.Id);
        RegisterResult<FundingAllocation> result =
            unread.Length == 0
                ? await allocations.SaveAsync(typed, IfMatch.Of(form) ?? AsRead.Nothing, page.Person!.Id, cancellation)
                : new RegisterResult<FundingAllocation>(null, null, unread);
        if (result.Saved is not null)
        {
            return new SeeOther(page.Link($"/agreements/{id}?done=1"));
        }

        int status = result.IsStale ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status422UnprocessableEntity;
        var changed = new RegisterProblem(typed.Id, "entry-changed", "It stands otherwise than you have read.");
        return await ShowAsync(
            page,
            shown with
            {
                Again = RefusedForm.AsTyped(page.Path, form, status),
                Problems = result.IsStale ? [changed] : result.Problems,
            },
            status,
            cancellation
        );
    }

    /// <summary>What cannot be read is said, and never taken for nothing.</summary>
    private static (FundingAllocation Typed, RegisterProblem[] Unread) AllocationOf(IFormCollection form, AgreementId agreement)
    {
        string home = form.Text("home"),
            money = form.Text("amount");
        decimal? amount = TypedNumber.Read(money, mayBeNegative: false);
        var typed = new FundingAllocation(
            form.Text("allocation"),
            agreement,
            home.Length == 0 ? null : new AdministrationId(home),
            amount ?? 0,
            form.Text("currency").ToUpperInvariant(),
            DayBounds.Read(form["from"]) ?? DateOnly.MinValue,
            DayBounds.Read(form["until"]) ?? DateOnly.MinValue,
            form.Text("purpose")
        );
        return (
            typed,
            [
                .. Slug.Is(typed.Id) ? Array.Empty<RegisterProblem>() : [new("id", "not-a-slug", "An id.")],
                .. amount is not null ? Array.Empty<RegisterProblem>()
                : TypedNumber.IsAmbiguous(money) ? [new("amount", "ambiguous-number", "The amount could mean two things.")]
                : [new("amount", "not-a-number", "This is not an amount.")],
            ]
        );
    }

    private async Task<IResult> ShowAsync(PageContext page, AgreementShown shown, int status, CancellationToken cancellation)
    {
        GrantAgreement agreement = shown.Agreement;
        return PageFrame.Show<AgreementPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(AgreementPage.Register)] = shown.Register,
                [nameof(AgreementPage.Agreement)] = agreement,
                [nameof(AgreementPage.Allocations)] = await allocations.ListAsync(agreement.Id, cancellation),
                [nameof(AgreementPage.Coverage)] = await coverage.ReadAsync(agreement, shown.Register, cancellation),
                [nameof(AgreementPage.Owed)] = await obligations.ListAsync(agreement.Id, cancellation),
                [nameof(AgreementPage.ObligationToken)] = PageFrame.May(Right.ManageProgramme, page)
                    ? frame.TokenFor(page, $"/agreements/{agreement.Id}/obligations")
                    : null,
                [nameof(AgreementPage.TemplateToken)] = PageFrame.May(Right.ManageProgramme, page)
                    ? frame.TokenFor(page, AgreementTemplateFormEndpoint.PathOf(agreement.Id))
                    : null,
                [nameof(AgreementPage.Again)] = shown.Again,
                [nameof(AgreementPage.Problems)] = shown.Problems,
                [nameof(AgreementPage.Done)] = shown.Done,
                [nameof(AgreementPage.Token)] = PageFrame.May(Right.ManageProgramme, page)
                    ? frame.TokenFor(page, $"/agreements/{agreement.Id}")
                    : null,
            },
            status
        );
    }

    /// <summary>What stands, and the form of an allocation that was refused.</summary>
    private sealed record AgreementShown(ProgrammeRegister Register, GrantAgreement Agreement)
    {
        public RefusedForm? Again { get; init; }

        public IReadOnlyList<RegisterProblem> Problems { get; init; } = [];

        public bool Done { get; init; }
    }
}
