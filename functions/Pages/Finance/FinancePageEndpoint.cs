using System.Globalization;
using ACip.Functions.Api.Finance;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Registers;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Finance;

/// <summary>/agreements/{id}/finance: the books of a grant; with ?period=…, or ?period=new, the form of one financial period. POST: that
/// form, or a file.</summary>
public sealed class FinancePageEndpoint(PageFrame frame, FinanceService finance, ProgrammeDirectory directory)
{
    [Function(nameof(FinancePageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "agreements/{id}/finance")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        bool posts = HttpMethods.IsPost(request.Method);
        if (PageFrame.RefuseUnless(posts ? Right.ManageProgramme : Right.ReadProgramme, page) is { } refusal)
        {
            return refusal;
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (!register.Agreements.TryGetValue(new AgreementId(id), out GrantAgreement? agreement))
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        if (!posts)
        {
            string asked = request.Query["period"].ToString();
            return await ShowAsync(page, register, agreement, asked, null, [], [], request.Query.ContainsKey("done"), cancellation);
        }

        if (
            request.ContentLength is not <= FinanceEndpoints.Largest
            || await frame.ReadFormAsync(request, page, cancellation) is not { } form
        )
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        return form.Text("act") == "import"
            ? await ImportAsync(page, register, agreement, form, cancellation)
            : await SaveAsync(page, register, agreement, form, cancellation);
    }

    private async Task<IResult> ImportAsync(
        PageContext page,
        ProgrammeRegister register,
        GrantAgreement agreement,
        IFormCollection form,
        CancellationToken cancellation
    )
    {
        using var content = new MemoryStream();
        if (form.Files.GetFile("file") is { } file)
        {
            await file.CopyToAsync(content, cancellation);
        }

        FinanceImport import = await finance.ImportAsync(agreement.Id, content.ToArray(), page.Person!.Id, cancellation);
        return import.Errors.Count == 0
            ? new SeeOther(page.Link($"{page.Path}?done=1"))
            : await ShowAsync(page, register, agreement, "", null, [], import.Errors, false, cancellation);
    }

    private async Task<IResult> SaveAsync(
        PageContext page,
        ProgrammeRegister register,
        GrantAgreement agreement,
        IFormCollection form,
        CancellationToken cancellation
    )
    {
        (FinancialPeriod typed, IReadOnlyList<RegisterProblem> unreadable) = FinanceForm.Read(form, agreement);
        RegisterResult<FinancialPeriod> result =
            unreadable.Count > 0
                ? new RegisterResult<FinancialPeriod>(null, null, unreadable)
                : await finance.SaveAsync(typed, TypedText.Seen(form) ?? AsRead.Nothing, page.Person!.Id, cancellation);
        return result.Saved is not null
            ? new SeeOther(page.Link($"{page.Path}?done=1"))
            : await ShowAsync(
                page,
                register,
                agreement,
                typed.Period.Value,
                typed,
                result.IsStale
                    ? [new RegisterProblem(typed.Period.Value, "entry-changed", "It stands otherwise than you have read.")]
                    : result.Problems,
                [],
                false,
                cancellation
            );
    }

    private async Task<IResult> ShowAsync(
        PageContext page,
        ProgrammeRegister register,
        GrantAgreement agreement,
        string asked,
        FinancialPeriod? typed,
        IReadOnlyList<RegisterProblem> problems,
        IReadOnlyList<LineError> errors,
        bool done,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<FinancialPeriod> book = await finance.ListAsync(agreement.Id, cancellation);
        FinancialPeriod? stands = book.FirstOrDefault(one => one.Period.Value == asked);
        return PageFrame.Show<FinancePage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(FinancePage.Register)] = register,
                [nameof(FinancePage.Agreement)] = agreement,
                [nameof(FinancePage.Book)] = book,
                [nameof(FinancePage.Stands)] = stands,
                [nameof(FinancePage.Typed)] = typed ?? stands,
                [nameof(FinancePage.Opens)] = typed is not null || stands is not null || asked == "new",
                [nameof(FinancePage.Problems)] = problems,
                [nameof(FinancePage.Errors)] = errors,
                [nameof(FinancePage.Done)] = done,
                [nameof(FinancePage.Token)] = PageFrame.May(Right.ManageProgramme, page)
                    ? frame.TokenFor(page, $"/agreements/{agreement.Id}/finance")
                    : null,
            },
            problems.Count + errors.Count == 0 ? StatusCodes.Status200OK
                : problems.Any(one => one.Rule == "entry-changed") ? StatusCodes.Status412PreconditionFailed
                : StatusCodes.Status422UnprocessableEntity
        );
    }
}
