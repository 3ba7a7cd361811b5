using ACip.Functions.Pages;
using ACip.Workflows.Notices;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Programme;

/// <summary>GET and POST /notices: how often the signed-in person hears of what can wait.</summary>
public sealed class NoticesPage(PageShell shell, NoticeChoice choice)
{
    [Function(nameof(NoticesPage))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "notices")] HttpRequest request, CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (page.Person is not { } person)
        {
            return PageShell.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (HttpMethods.IsPost(request.Method))
        {
            if (await shell.ReadFormAsync(request, page, cancellation) is not { } form || NoticeWords.Read(form["pace"]) is not { } pace)
            {
                return PageShell.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
            }

            await choice.ChooseAsync(person.Id, pace, cancellation);
            return new SeeOther(page.Link("/notices?done=1"));
        }

        return PageShell.Show<NoticesSheet>(page, new Dictionary<string, object?>
        {
            [nameof(NoticesSheet.Pace)] = NoticePaces.Of(person, DateOnly.FromDateTime(page.Now.UtcDateTime)),
            [nameof(NoticesSheet.Token)] = shell.TokenFor(page, page.Path),
            [nameof(NoticesSheet.Done)] = request.Query.ContainsKey("done"),
        });
    }
}
