using System.Globalization;
using ACip.Functions.Api.Audit;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Audit;

/// <summary>GET /audit/{stream?}: the chain of one stream with the result of its verification, or the list of streams.</summary>
public sealed class AuditPageEndpoint(PageFrame frame, AuditQuery reading, ProgrammeDirectory directory)
{
    [Function(nameof(AuditPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "audit/{stream?}")] HttpRequest request,
        string? stream,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.VerifyAudit, page) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrEmpty(stream))
        {
            return PageFrame.Show<AuditList>(
                page,
                new Dictionary<string, object?> { [nameof(AuditList.Streams)] = await reading.StreamsAsync(cancellation) }
            );
        }

        if (await reading.VerifyAsync(stream, blobs: false, cancellation) is not { } trail)
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        return PageFrame.Show<AuditPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(AuditPage.Trail)] = trail,
                [nameof(AuditPage.Register)] = await directory.ReadAsync(cancellation),
                [nameof(AuditPage.Before)] = int.TryParse(
                    request.Query["before"],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int before
                )
                    ? before
                    : int.MaxValue,
            }
        );
    }
}
