using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding.Erasure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Programme;

/// <summary>POST /people/{id}/erasure: an officer erases somebody who has left, and types their id once more to say so.</summary>
public sealed class PersonErasureFormEndpoint(PageFrame frame, ErasureService erasure)
{
    [Function("PersonErasureForm")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "people/{id}/erasure")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        PageContext back = page with { Path = $"/people/{id}", Query = "" };
        if (await frame.ReadFormAsync(request, page, cancellation) is not { } form || form.Text("typed") != id)
        {
            return PageFrame.Refuse(back, StatusCodes.Status400BadRequest, page.Say(Texts.TypeTheIdToErase));
        }

        string[] former = form.TextOrNull("also") is { } also ? [also] : [];
        return await erasure.EraseAsync(new PersonId(id), former, page.Person!.Id, null, cancellation) switch
        {
            ErasureResult.Erased { Left.Count: 0 } => new SeeOther(page.Link($"{back.Path}?done=1")),
            ErasureResult.Erased erased => PageFrame.Refuse(
                back,
                StatusCodes.Status409Conflict,
                page.Say(Texts.ErasedButLeft(places: string.Join(", ", erased.Left.Take(20))))
            ),
            ErasureResult.Refused refused => PageFrame.Refuse(
                back,
                StatusCodes.Status409Conflict,
                page.Say(RefusalRules.WordsOf(refused.Rule, refused.Why))
            ),
            _ => throw new InvalidOperationException(),
        };
    }
}
