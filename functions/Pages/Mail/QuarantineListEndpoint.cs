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
        if (PageFrame.RefuseUnless(Right.HandleMail, page) is { } refusal)
        {
            return refusal;
        }

        bool opensSealed = PageFrame.May(Right.OpenSealedMail, page);
        QuarantineEntries found = await reading.ReadAsync(page.AskedPage, opensSealed, cancellation);
        return PageFrame.Show<QuarantineListPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(QuarantineListPage.OpensSealed)] = opensSealed,
                [nameof(QuarantineListPage.Entries)] = found.Shown,
                [nameof(QuarantineListPage.Rows)] = found.Rows,
            }
        );
    }
}
