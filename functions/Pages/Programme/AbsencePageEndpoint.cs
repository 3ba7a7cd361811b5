using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding.StandingIn;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Programme;

/// <summary>GET and POST /absence: an approver says when they are away and who decides in their place, or that they are back.</summary>
public sealed class AbsencePageEndpoint(PageFrame frame, ProgrammeDirectory directory, AbsenceService absences)
{
    internal const string Path = "/absence";

    [Function(nameof(AbsencePageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "absence")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ApprovePlan, page) is { } refusal)
        {
            return refusal;
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return await ShowAsync(request, cancellation);
        }

        if (await frame.ReadFormAsync(request, page, cancellation) is not { } form)
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        PersonId person = page.Person!.Id;
        string act = form["act"].ToString();
        CommandResult result =
            DayBounds.Read(form["from"]) is not { } from ? new CommandResult.Refused("not-a-day", "Give a day.")
            : act == "end" ? await absences.EndAsync(person, from, cancellation)
            : DayBounds.Read(form["until"]) is not { } until ? new CommandResult.Refused("not-a-day", "Give a day.")
            : await absences.NameAsync(
                person,
                new NewAbsence(new PersonId(form["substitute"].ToString()), from, until, form["both"] == "1"),
                cancellation
            );
        return await DecisionForms.AnswerAsync(
            request,
            page with
            {
                Query = "",
            },
            result,
            Path,
            workflows,
            () => ShowAsync(request, cancellation),
            cancellation
        );
    }

    /// <summary>As a browser that asks for it sees it, with what was refused.</summary>
    private async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation)
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        return PageFrame.Show<AbsencePage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(AbsencePage.Register)] = register,
                [nameof(AbsencePage.Person)] = register.People[page.Person!.Id],
                [nameof(AbsencePage.Token)] = frame.TokenFor(page, Path),
                [nameof(AbsencePage.Done)] = request.Query.ContainsKey("done"),
            }
        );
    }
}
