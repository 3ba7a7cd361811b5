using ACip.Functions.Api.Finance;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Registers;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Finance;

/// <summary>/agreements/{id}/finance: the accounts of a grant; with ?period=…, or ?period=new, the form of one financial period. POST:
/// that form, or a file.</summary>
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

        var book = new OpenBook(register, agreement);
        if (!posts)
        {
            return await ShowAsync(
                page,
                book with
                {
                    Asked = request.Query["period"].ToString(),
                    Done = request.Query.ContainsKey("done"),
                },
                cancellation
            );
        }

        if (request.ContentLength > FinanceEndpoints.Largest)
        {
            return PageFrame.RefuseFile(page with { Query = "" }, FinanceEndpoints.Largest);
        }

        IFormCollection? form = request.ContentLength is not null ? await frame.ReadFormAsync(request, page, cancellation) : null;
        return form?.Text("act") switch
        {
            "import" => await ImportAsync(page, book, form, cancellation),
            "save" => await SaveAsync(page, book, form, cancellation),
            _ => PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest),
        };
    }

    private async Task<IResult> ImportAsync(PageContext page, OpenBook book, IFormCollection form, CancellationToken cancellation)
    {
        (string _, byte[] bytes) = await ChosenFile.ReadAsync(form, "file", cancellation) ?? ("", []);
        FinanceImport import = await finance.ImportAsync(book.Agreement.Id, bytes, page.Person!.Id, cancellation);
        // what was forgiven is said at once; else reloading the page must repeat nothing
        return import.Errors.Count > 0 ? await ShowAsync(page, book with { Errors = import.Errors }, cancellation)
            : import.Forgiven.Count > 0 ? await ShowAsync(page, book with { Done = true, Forgiven = import.Forgiven }, cancellation)
            : new SeeOther(page.Link($"{page.Path}?done=1"));
    }

    private async Task<IResult> SaveAsync(PageContext page, OpenBook book, IFormCollection form, CancellationToken cancellation)
    {
        FinancialPeriod? stands = form.Text(FinanceForm.Was) is { Length: > 0 } days
            ? (await finance.ListAsync(book.Agreement.Id, cancellation)).FirstOrDefault(one => one.Period.Value == days)
            : null;
        (FinancialPeriod typed, IReadOnlyList<RegisterProblem> unreadable) = FinanceForm.Read(
            form,
            book.Agreement.Id,
            Components.Of(book.Agreement, stands)
        );
        PeriodKey was = stands?.Period ?? typed.Period;
        RegisterResult<FinancialPeriod> result =
            unreadable.Count > 0
                ? new RegisterResult<FinancialPeriod>(null, null, unreadable)
                : await finance.SaveAsync(typed, was, TypedText.Seen(form) ?? AsRead.Nothing, page.Person!.Id, cancellation);
        return result.Saved is not null
            ? new SeeOther(page.Link($"{page.Path}?done=1"))
            : await ShowAsync(
                page,
                book with
                {
                    Asked = was.Value,
                    Typed = typed,
                    Form = form,
                    Problems = result.IsStale
                        ? [new RegisterProblem(was.Value, "entry-changed", "It stands otherwise than you have read.")]
                        : result.Problems,
                },
                cancellation
            );
    }

    private async Task<IResult> ShowAsync(PageContext page, OpenBook book, CancellationToken cancellation)
    {
        IReadOnlyList<FinancialPeriod> periods = await finance.ListAsync(book.Agreement.Id, cancellation);
        FinancialPeriod? stands = periods.FirstOrDefault(one => one.Period.Value == book.Asked);
        int status =
            book.Problems.Count + book.Errors.Count == 0 ? StatusCodes.Status200OK
            : book.Problems.Any(one => one.Rule == "entry-changed") ? StatusCodes.Status412PreconditionFailed
            : StatusCodes.Status422UnprocessableEntity;
        return PageFrame.Show<FinancePage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(FinancePage.Register)] = book.Register,
                [nameof(FinancePage.Agreement)] = book.Agreement,
                [nameof(FinancePage.Book)] = periods,
                [nameof(FinancePage.Stands)] = stands,
                [nameof(FinancePage.Typed)] = book.Typed ?? stands,
                [nameof(FinancePage.Again)] = book.Form is { } form ? RefusedForm.AsTyped(page.Path, form, status) : null,
                [nameof(FinancePage.Opens)] = book.Typed is not null || stands is not null || book.Asked == "new",
                [nameof(FinancePage.Problems)] = book.Problems,
                [nameof(FinancePage.Errors)] = book.Errors,
                [nameof(FinancePage.Done)] = book.Done,
                [nameof(FinancePage.Forgiven)] = book.Forgiven,
                [nameof(FinancePage.Token)] = PageFrame.May(Right.ManageProgramme, page)
                    ? frame.TokenFor(page, $"/agreements/{book.Agreement.Id}/finance")
                    : null,
            },
            status
        );
    }

    /// <summary>What of the books is shown.</summary>
    private sealed record OpenBook(ProgrammeRegister Register, GrantAgreement Agreement)
    {
        /// <summary>The period whose form is open, or "new".</summary>
        public string Asked { get; init; } = "";

        public bool Done { get; init; }

        /// <summary>What was typed, as it was read, and as it was sent; null where nothing was refused.</summary>
        public FinancialPeriod? Typed { get; init; }

        public IFormCollection? Form { get; init; }

        public IReadOnlyList<RegisterProblem> Problems { get; init; } = [];

        public IReadOnlyList<LineError> Errors { get; init; } = [];

        public IReadOnlyList<Text> Forgiven { get; init; } = [];
    }
}
