using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Onboarding;

/// <summary>GET /onboarding: who is joining the programme, how far they are, and who has left. POST: an officer enters a Member or donor,
/// or ends its participation.</summary>
public sealed class OnboardingPageEndpoint(PageFrame frame, MemberService members, DonorService donors, ProgrammeDirectory directory)
{
    [Function(nameof(OnboardingPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "onboarding")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (HttpMethods.IsPost(request.Method) && page.Refused is null)
        {
            return await OfficerForms.ActAsync(
                frame,
                request,
                page,
                workflows,
                (form, by) => ActAsync(form, by, workflows, cancellation),
                () => Run(request, workflows, cancellation),
                cancellation
            );
        }

        return PageFrame.RefuseUnless(Right.ReadProgramme, page)
            ?? PageFrame.Show<OnboardingPage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(OnboardingPage.Members)] = await members.ListAsync(cancellation),
                    [nameof(OnboardingPage.Donors)] = await donors.ListAsync(cancellation),
                    [nameof(OnboardingPage.Register)] = await directory.ReadAsync(cancellation),
                    [nameof(OnboardingPage.Token)] = PageFrame.May(Right.ManageProgramme, page) ? frame.TokenFor(page, page.Path) : null,
                    [nameof(OnboardingPage.Done)] = request.Query.ContainsKey("done"),
                }
            );
    }

    private async Task<CommandResult?> ActAsync(
        IFormCollection form,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        switch (form.Text("act"))
        {
            case "member" or "donor" when Language.Find(form.Text("language")) is null:
            case "member" when WeekendOf(form) is null:
                return FormChoice.Unoffered;
            case "member":
                (CommandResult member, MemberRef? begun) = await members.BeginAsync(MemberOf(form), by, cancellation);
                await (begun is null ? Task.CompletedTask : workflows.BeginAsync(begun, cancellation));
                return member;
            case "donor":
                (CommandResult donor, DonorRef? entered) = await donors.BeginAsync(DonorOf(form), by, cancellation);
                await (entered is null ? Task.CompletedTask : workflows.BeginAsync(entered, cancellation));
                return donor;
            case "member-leaves":
                return await members.LeaveAsync(
                    new MemberRef(new AdministrationId(form.Text("administration"))),
                    form.Text("reason"),
                    by,
                    cancellation
                );
            case "donor-leaves":
                return await donors.LeaveAsync(
                    new DonorRef(new DonorId(form.Text("donor"))),
                    form.Day("last"),
                    form.Text("reason"),
                    by,
                    cancellation
                );
            default:
                return null;
        }
    }

    private static NewMember MemberOf(IFormCollection form) =>
        new(
            new Administration(
                new AdministrationId(form.Text("id").ToUpperInvariant()),
                form.Text("name"),
                form.Text("region"),
                new DonorId(form.Text("donor")),
                Language.Find(form.Text("language"))!.Value,
                form.Text("zone"),
                WeekendOf(form)!,
                form.TextOrNull("fiscal") ?? "01-01"
            ),
            form.Text("head"),
            form.Text("email"),
            form.Day("plan")
        );

    /// <returns>Null for none that the form offers.</returns>
    private static DayOfWeek[]? WeekendOf(IFormCollection form) =>
        form.Text("weekend") switch
        {
            "friday" => [DayOfWeek.Friday, DayOfWeek.Saturday],
            "sunday" => [DayOfWeek.Saturday, DayOfWeek.Sunday],
            _ => null,
        };

    private static NewDonor DonorOf(IFormCollection form) =>
        new(
            new Donor(new DonorId(form.Text("id")), form.Text("name"), form.Text("iati"), Language.Find(form.Text("language"))!.Value),
            form.Text("contact"),
            form.Text("email")
        );
}
