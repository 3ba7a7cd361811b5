using ACip.Functions.Access;
using ACip.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Mail;

/// <summary>GET /mail: every message that came, with what was made of it and what was answered; first those that need a person, those of machines apart.</summary>
public sealed class AsidePage(PageShell shell, AsideReading reading)
{
    [Function(nameof(AsidePage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mail")] HttpRequest request,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        return PageShell.RefuseUnless(Right.HandleMail, page)
            ?? PageShell.Show<AsideListPage>(page, new Dictionary<string, object?> { [nameof(AsideListPage.Entries)] = await reading.ReadAsync(PageShell.May(Right.OpenSealedMail, page), cancellation) });
    }
}
