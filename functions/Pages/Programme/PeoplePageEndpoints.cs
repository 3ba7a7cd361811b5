using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Programme;

/// <summary>/people: who has which role, and until when; for officers and approvers. /people/{id} changes an entry, "new" adds one,
/// …/departure handles a departure, …/roles lets an approver confirm or refuse pending roles.</summary>
public sealed class PeoplePageEndpoints(PageFrame frame, ProgrammeDirectory directory, PeopleService service, DepartureService departures)
{
    public const string New = "new";

    [Function(nameof(ListPeople))]
    public async Task<IResult> ListPeople(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        return PageFrame.RefuseUnless(Right.ReadPeople, page)
            ?? PageFrame.Show<PeoplePage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(PeoplePage.Register)] = await directory.ReadAsync(cancellation),
                    [nameof(PeoplePage.Only)] = request.Query["of"].ToString(),
                }
            );
    }

    [Function(nameof(EditPerson))]
    public async Task<IResult> EditPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "people/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        bool posts = HttpMethods.IsPost(request.Method) && page.Refused is null;
        if (PageFrame.RefuseUnless(posts || id == New ? Right.ManageProgramme : Right.ReadPeople, page) is { } refusal)
        {
            return refusal;
        }

        ProgrammeRegister register = await directory.ReadNowAsync(cancellation);
        Person? stands = register.People.GetValueOrDefault(new PersonId(id));
        if (stands is null && id != New)
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        if (!posts)
        {
            return Show(
                page,
                new PersonShown(register, stands, stands, ContentTag.Of(stands ?? (object)"")) { Done = request.Query.ContainsKey("done") }
            );
        }

        if (
            await frame.ReadFormAsync(request, page, cancellation) is not { } form
            || PersonForm.Read(form, stands, id, register) is not { } typed
            || (stands is null ? AsRead.Nothing : IfMatch.Of(form)) is not { } asRead
        )
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        string reason = form["reason"].ToString().Trim();
        RegisterResult<Person> result = await service.SaveAsync(typed, asRead, page.Person!.Id, reason, cancellation);
        await workflows.DispatchAsync(result.Mails, "once", cancellation);
        await workflows.WakeAsync(result.Also, cancellation);
        return result.Saved is not null
            ? new SeeOther(page.Link($"/people/{typed.Id}?done=1"))
            : Again(page, new PersonShown(register, stands, typed, form[IfMatch.Field].ToString()) { Reason = form["reason"] }, result);
    }

    [Function(nameof(PersonDepartureForm))]
    public async Task<IResult> PersonDepartureForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "people/{id}/departure")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/people/{id}";
        if (await frame.ReadFormAsync(request, page, cancellation) is not { } form || !Slug.Is(id) || IfMatch.Of(form) is not { } asRead)
        {
            return PageFrame.Refuse(page with { Path = "/people", Query = "" }, StatusCodes.Status400BadRequest);
        }

        string successor = form["successor"].ToString();
        CommandResult result = DayBounds.Read(form["day"]) is { } day
            ? await departures.DepartAsync(
                new PersonId(id),
                new Departure(
                    day,
                    successor.Length == 0 ? null : new PersonId(successor),
                    form["reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null
                ),
                page.Person!.Id,
                cancellation,
                asRead
            )
            : new CommandResult.Refused("not-a-day", "Give a day.");
        return await DecisionForms.AnswerAsync(
            request,
            page,
            result,
            back,
            workflows,
            () => EditPerson(request, id, workflows, cancellation),
            cancellation
        );
    }

    [Function(nameof(PersonRolesForm))]
    public async Task<IResult> PersonRolesForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "people/{id}/roles")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ConfirmRoles, page) is { } refusal)
        {
            return refusal;
        }

        return
            await frame.ReadFormAsync(request, page, cancellation) is { } form
            && DecisionForms.Read(form) is var (decision, asRead)
            && Slug.Is(id)
            ? await DecisionForms.AnswerAsync(
                request,
                page,
                await service.DecideAsync(new PersonId(id), decision, page.Person!.Id, cancellation, asRead),
                $"/people/{id}",
                workflows,
                () => EditPerson(request, id, workflows, cancellation),
                cancellation
            )
            : PageFrame.Refuse(page with { Path = "/people", Query = "" }, StatusCodes.Status400BadRequest);
    }

    private IResult Again(PageContext page, PersonShown typed, RegisterResult<Person> result) =>
        result.IsStale
            ? Show(
                page,
                typed with
                {
                    Stands = result.Before,
                    Tag = ContentTag.Of(result.Before ?? (object)""),
                    Theirs = result.Before,
                },
                StatusCodes.Status412PreconditionFailed
            )
            : Show(page, typed with { Problems = result.Problems }, StatusCodes.Status422UnprocessableEntity);

    private IResult Show(PageContext page, PersonShown shown, int status = StatusCodes.Status200OK) =>
        PageFrame.Show<PersonPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(PersonPage.Register)] = shown.Register,
                [nameof(PersonPage.Stands)] = shown.Stands,
                [nameof(PersonPage.Person)] = shown.Typed,
                [nameof(PersonPage.Tag)] = shown.Tag,
                [nameof(PersonPage.Problems)] = shown.Problems,
                [nameof(PersonPage.Theirs)] = shown.Theirs,
                [nameof(PersonPage.Reason)] = shown.Reason,
                [nameof(PersonPage.Done)] = shown.Done,
                [nameof(PersonPage.Manages)] = PageFrame.May(Right.ManageProgramme, page),
                [nameof(PersonPage.Confirms)] = PageFrame.May(Right.ConfirmRoles, page),
                [nameof(PersonPage.TokenFor)] = (Func<string, string>)(path => frame.TokenFor(page, path)),
            },
            status
        );

    /// <summary>What stands, and what was typed over it.</summary>
    /// <param name="Tag">Of what its reader has read.</param>
    private sealed record PersonShown(ProgrammeRegister Register, Person? Stands, Person? Typed, string Tag)
    {
        public IReadOnlyList<RegisterProblem> Problems { get; init; } = [];

        /// <summary>Why, as it was typed.</summary>
        public string? Reason { get; init; }

        /// <summary>What somebody else saved meanwhile.</summary>
        public Person? Theirs { get; init; }

        public bool Done { get; init; }
    }
}

/// <summary>A person as the form sends it: fields of each role are numbered; the last, empty one is an addition.</summary>
internal static class PersonForm
{
    /// <returns>Null where something was sent that is no day and no choice: a role without an end would be another one.</returns>
    public static Person? Read(IFormCollection form, Person? stands, string id, ProgrammeRegister register)
    {
        var roles = new List<RoleHeld>();
        for (int at = 0; form.ContainsKey($"role-{at}"); at++)
        {
            if (
                !FormChoice.TryRead(form[$"role-{at}"], out Role? chosen)
                || !DayBounds.TryRead(form[$"from-{at}"], out DateOnly? from)
                || !DayBounds.TryRead(form[$"until-{at}"], out DateOnly? until)
            )
            {
                return null;
            }

            string home = form[$"home-{at}"].ToString(),
                donor = form[$"donor-{at}"].ToString();
            if (
                (home.Length > 0 && !register.Administrations.ContainsKey(new AdministrationId(home)))
                || (donor.Length > 0 && !register.Donors.ContainsKey(new DonorId(donor)))
            )
            {
                return null;
            }

            if (chosen is { } role && form[$"remove-{at}"] != "1")
            {
                roles.Add(
                    new RoleHeld(
                        role,
                        from ?? DateOnly.MinValue,
                        until,
                        home.Length == 0 ? null : new AdministrationId(home),
                        donor.Length == 0 ? null : new DonorId(donor)
                    )
                );
            }
        }

        return
            !FormChoice.TryReadLanguage(form["language"], out Language? language)
            || !FormChoice.TryRead(form["notices"], out NoticePace? pace)
            ? null
            : new Person(
                stands?.Id ?? new PersonId(id == PeoplePageEndpoints.New ? form["id"].ToString().Trim() : id),
                form["name"].ToString().Trim(),
                form["email"].ToString().Trim(),
                language ?? Language.En,
                roles
            )
            {
                Notices = form.ContainsKey("notices") ? pace : stands?.Notices,
            };
    }
}

internal static class RoleWords
{
    public static string Of(Role role, PageContext page) => page.Say(RoleNames.Of(role));
}
