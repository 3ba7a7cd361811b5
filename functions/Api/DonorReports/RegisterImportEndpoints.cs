using ACip.Functions.Authorization;
using ACip.Workflows.DonorReports.RegisterImports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.DonorReports;

/// <summary>POST /api/registers/deliveries and /api/registers/cips with CSV: the whole register, replacing the previous one. A file with
/// errors changes nothing and is answered line by line; a file without lines empties the register only with ?empty=1.</summary>
public sealed class RegisterImportEndpoints(RegisterStore registers, SignedInPerson signedIn)
{
    internal const int Largest = 10 << 20;

    /// <returns>Null for a word that is none.</returns>
    internal static RegisterKind? KindOf(string register) =>
        Enum.TryParse(register, ignoreCase: true, out RegisterKind kind) && Enum.IsDefined(kind) && !char.IsDigit(register[0])
            ? kind
            : null;

    [Function(nameof(RegisterImportEndpoints))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/registers/{register}")] HttpRequest request,
        string register,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (KindOf(register) is not { } kind)
        {
            return ApiProblem.Of(StatusCodes.Status404NotFound, "no-such-register", "The registers are deliveries and cips.");
        }

        if (await RequestBody.ReadAsync(request, Largest, cancellation) is not { } content)
        {
            return TooLarge;
        }

        RegisterImport import = await registers.ImportAsync(kind, content, access.Person.Id, cancellation, request.Query["empty"] == "1");
        return import.Now is { } now
            ? Results.Ok(
                new
                {
                    register = now.Kind,
                    now.Rows,
                    now.Sha256,
                    now.At,
                    forgiven = import.Forgiven.Select(one => one.En),
                }
            )
            : ApiProblem.Of(
                StatusCodes.Status422UnprocessableEntity,
                "register-lines",
                $"{import.Errors.Count} line(s) need mending; nothing was taken over.",
                new Dictionary<string, object?>
                {
                    ["errors"] = import.Errors.Select(error => new
                    {
                        error.Line,
                        error.Column,
                        error.Rule,
                        Message = error.Message.En,
                    }),
                }
            );
    }

    private static IResult TooLarge { get; } =
        ApiProblem.Of(StatusCodes.Status400BadRequest, "register-too-long", "A register has at most 10 MiB.");
}
