using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Mail;

/// <summary>GET /mail: every received message, how it was classified and what was replied; those that need a person first, automatic mail
/// apart.</summary>
public sealed class QuarantineListEndpoint(PageFrame frame, MessageListQuery reading)
{
    [Function(nameof(QuarantineListEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mail")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        return PageFrame.RefuseUnless(Right.HandleMail, page)
            ?? PageFrame.Show<QuarantineListPage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(QuarantineListPage.OpensSealed)] = PageFrame.May(Right.OpenSealedMail, page),
                    [nameof(QuarantineListPage.Entries)] = await reading.ReadAsync(PageFrame.May(Right.OpenSealedMail, page), cancellation),
                }
            );
    }
}
