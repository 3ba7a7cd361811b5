using System.Globalization;
using ACip.Functions.Access;
using ACip.Functions.Pages;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Audit;

/// <summary>GET /audit/{stream?}: the chain of one stream with what verification says, or the list of streams.</summary>
public sealed class AuditPage(PageShell shell, AuditReading reading, ProgrammeDirectory directory)
{
    [Function(nameof(AuditPage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "audit/{stream?}")] HttpRequest request,
        string? stream,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (PageShell.RefuseUnless(Right.VerifyAudit, page) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrEmpty(stream))
        {
            return PageShell.Show<AuditList>(page, new Dictionary<string, object?> { [nameof(AuditList.Streams)] = await reading.StreamsAsync(cancellation) });
        }

        if (await reading.ReadAsync(stream, cancellation) is not { } trail)
        {
            return PageShell.Refuse(page, StatusCodes.Status404NotFound);
        }

        return PageShell.Show<AuditSheet>(page, new Dictionary<string, object?>
        {
            [nameof(AuditSheet.Trail)] = trail,
            [nameof(AuditSheet.Register)] = await directory.ReadAsync(cancellation),
            [nameof(AuditSheet.Before)] = int.TryParse(request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out int before) ? before : int.MaxValue,
        });
    }
}
