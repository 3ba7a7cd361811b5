using ACip.Functions.Pages.Frame;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Programme;

/// <summary>GET and POST /notices: how often the signed-in person wants notices that can wait.</summary>
public sealed class NoticesPageEndpoint(PageFrame frame, NoticePaceService choice)
{
    [Function(nameof(NoticesPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "notices")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is not { } person)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (HttpMethods.IsPost(request.Method))
        {
            if (await frame.ReadFormAsync(request, page, cancellation) is not { } form || NoticeWords.Read(form["pace"]) is not { } pace)
            {
                return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
            }

            await choice.ChooseAsync(person.Id, pace, cancellation);
            return new SeeOther(page.Link("/notices?done=1"));
        }

        return PageFrame.Show<NoticesPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(NoticesPage.Pace)] = NoticePaces.Of(person, DateOnly.FromDateTime(page.Now.UtcDateTime)),
                [nameof(NoticesPage.Token)] = frame.TokenFor(page, page.Path),
                [nameof(NoticesPage.Done)] = request.Query.ContainsKey("done"),
            }
        );
    }
}
