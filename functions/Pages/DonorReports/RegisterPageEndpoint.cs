using ACip.Functions.Api.DonorReports;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.RegisterImports;
using ACip.Workflows.Languages;
using ACip.Workflows.Registers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>GET /registers: the current registers of deliveries and survey scores, and a form to upload each anew as CSV. POST
/// /registers/{register}: imports the whole register, or changes nothing and lists what must be corrected, line by line.</summary>
public sealed class RegisterPageEndpoint(PageFrame frame, RegisterStore registers)
{
    [Function(nameof(RegisterPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "registers")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        return PageFrame.RefuseUnless(Right.ManageProgramme, page) ?? await ShowAsync(page, null, [], [], cancellation);
    }

    [Function("RegisterForm")]
    public async Task<IResult> Import(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registers/{register}")] HttpRequest request,
        string register,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        PageContext back = page with { Path = "/registers", Query = "" };
        if (RegisterImportEndpoints.KindOf(register) is not { } kind)
        {
            return PageFrame.Refuse(back, StatusCodes.Status404NotFound);
        }

        if (request.ContentLength > RegisterImportEndpoints.Largest)
        {
            return PageFrame.RefuseFile(back, RegisterImportEndpoints.Largest);
        }

        if (request.ContentLength is null || await frame.ReadFormAsync(request, page, cancellation) is not { } form)
        {
            return PageFrame.Refuse(back, StatusCodes.Status400BadRequest);
        }

        using var content = new MemoryStream();
        if (form.Files.GetFile("file") is { } file)
        {
            await file.CopyToAsync(content, cancellation);
        }

        RegisterImport import = await registers.ImportAsync(kind, content.ToArray(), page.Person!.Id, cancellation, form["empty"] == "1");
        // what was forgiven is said at once; else reloading the page must repeat nothing
        return import.Now is null ? await ShowAsync(back, kind, import.Errors, [], cancellation)
            : import.Forgiven.Count > 0
                ? await ShowAsync(back with { Query = $"?done={PathOf(kind)}" }, kind, [], import.Forgiven, cancellation)
            : new SeeOther(page.Link($"/registers?done={PathOf(kind)}"));
    }

    private static string PathOf(RegisterKind kind) => kind.ToString().ToLowerInvariant();

    private async Task<IResult> ShowAsync(
        PageContext page,
        RegisterKind? wrong,
        IReadOnlyList<LineError> errors,
        IReadOnlyList<Text> forgiven,
        CancellationToken cancellation
    )
    {
        var shown = new List<RegisterShown>();
        foreach (RegisterKind kind in Enum.GetValues<RegisterKind>())
        {
            string path = $"/registers/{PathOf(kind)}";
            shown.Add(
                new RegisterShown(
                    kind,
                    path,
                    frame.TokenFor(page, path),
                    await registers.StateAsync(kind, cancellation),
                    wrong == kind ? errors : [],
                    page.Query.Contains($"done={PathOf(kind)}", StringComparison.Ordinal)
                )
                {
                    Forgiven = wrong == kind ? forgiven : [],
                }
            );
        }

        return PageFrame.Show<RegisterPage>(
            page,
            new Dictionary<string, object?> { [nameof(RegisterPage.Registers)] = shown },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }
}

/// <param name="Now">Null where nothing was imported yet.</param>
/// <param name="Errors">Of the file that was just sent.</param>
public sealed record RegisterShown(
    RegisterKind Kind,
    string Path,
    string Token,
    RegisterState? Now,
    IReadOnlyList<LineError> Errors,
    bool Done
)
{
    public IReadOnlyList<Text> Forgiven { get; init; } = [];
}
