using System.Globalization;
using ACip.Functions.Access;
using ACip.Functions.ActionPlans;
using ACip.Functions.Pages;
using ACip.Workflows.Programme;
using ACip.Workflows.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Programme;

/// <summary>/people: who has which role, and until when; for officers. /people/{id} changes one, "new" adds one, /people/{id}/departure is for somebody who leaves.</summary>
public sealed class PeoplePages(PageShell shell, ProgrammeDirectory directory, RegisterDesk desk, DepartureDesk departures)
{
    public const string New = "new";

    [Function(nameof(PeoplePage))]
    public async Task<IResult> PeoplePage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people")] HttpRequest request, CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        return PageShell.RefuseUnless(Right.ManageProgramme, page) ?? PageShell.Show<PeopleSheet>(page, new Dictionary<string, object?>
        {
            [nameof(PeopleSheet.Register)] = await directory.ReadAsync(cancellation),
            [nameof(PeopleSheet.Only)] = request.Query["of"].ToString(),
        });
    }

    [Function(nameof(PersonPage))]
    public async Task<IResult> PersonPage([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "people/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (PageShell.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        Person? stands = register.People.GetValueOrDefault(new PersonId(id));
        if (stands is null && id != New)
        {
            return PageShell.Refuse(page, StatusCodes.Status404NotFound);
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return Show(page, register, stands, stands, RegisterDesk.Tag(stands ?? (object)""), [], null, request.Query.ContainsKey("done"), StatusCodes.Status200OK);
        }

        if (await shell.ReadFormAsync(request, page, cancellation) is not { } form)
        {
            return PageShell.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        Person typed = PersonForm.Read(form, stands, id);
        RegisterResult<Person> result = await desk.SaveAsync(typed, stands is null ? null : form["tag"].ToString(), page.Person!.Id, cancellation);
        return result.Saved is not null ? new SeeOther(page.Link($"/people/{typed.Id}?done=1"))
            : result.IsStale ? Show(page, register, result.Before, typed, RegisterDesk.Tag(result.Before ?? (object)""), [], result.Before, false, StatusCodes.Status412PreconditionFailed)
            : Show(page, register, stands, typed, form["tag"].ToString(), result.Problems, null, false, StatusCodes.Status422UnprocessableEntity);
    }

    [Function(nameof(PersonDepartureForm))]
    public async Task<IResult> PersonDepartureForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "people/{id}/departure")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        PageContext page = await shell.OpenAsync(request, cancellation);
        if (PageShell.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        string back = $"/people/{id}";
        if (await shell.ReadFormAsync(request, page, cancellation) is not { } form || !Slug.Is(id))
        {
            return PageShell.Refuse(page with { Path = "/people", Query = "" }, StatusCodes.Status400BadRequest);
        }

        string successor = form["successor"].ToString();
        DeskResult result = PersonForm.Day(form["day"]) is { } day
            ? await departures.DepartAsync(new PersonId(id), new Departure(day, successor.Length == 0 ? null : new PersonId(successor), form["reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null), page.Person!.Id, cancellation)
            : new DeskResult.Refused("not-a-day", "Give a day.");
        return await DecisionForms.AnswerAsync(page, result, back, workflows, cancellation);
    }

    private IResult Show(PageContext page, ProgrammeRegister register, Person? stands, Person? typed, string tag, IReadOnlyList<RegisterProblem> problems, Person? theirs, bool done, int status) =>
        PageShell.Show<PersonSheet>(page, new Dictionary<string, object?>
        {
            [nameof(PersonSheet.Register)] = register,
            [nameof(PersonSheet.Stands)] = stands,
            [nameof(PersonSheet.Person)] = typed,
            [nameof(PersonSheet.Tag)] = tag,
            [nameof(PersonSheet.Problems)] = problems,
            [nameof(PersonSheet.Theirs)] = theirs,
            [nameof(PersonSheet.Done)] = done,
            [nameof(PersonSheet.TokenFor)] = (Func<string, string>)(path => shell.TokenFor(page, path)),
        }, status);
}

/// <summary>A person as the form sends it: fields of each role are numbered; the last, empty one is an addition.</summary>
internal static class PersonForm
{
    public static Person Read(IFormCollection form, Person? stands, string id)
    {
        var roles = new List<RoleHeld>();
        for (int at = 0; form.ContainsKey($"role-{at}"); at++)
        {
            if (Enum.TryParse(form[$"role-{at}"], out Role role) && form[$"remove-{at}"] != "1")
            {
                string home = form[$"home-{at}"].ToString(), donor = form[$"donor-{at}"].ToString();
                roles.Add(new RoleHeld(role, Day(form[$"from-{at}"]) ?? DateOnly.MinValue, Day(form[$"until-{at}"]), home.Length == 0 ? null : new AdministrationId(home), donor.Length == 0 ? null : new DonorId(donor)));
            }
        }

        return new Person(
            stands?.Id ?? new PersonId(id == PeoplePages.New ? form["id"].ToString().Trim() : id), form["name"].ToString().Trim(), form["email"].ToString().Trim(),
            Enum.TryParse(form["language"], out Language language) ? language : Language.En, roles)
        {
            Notices = form.ContainsKey("notices") ? NoticeWords.Read(form["notices"]) : stands?.Notices,
        };
    }

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}

internal static class RoleWords
{
    public static string Of(Role role, PageContext page) => role switch
    {
        Role.Coordinator => page.Say("coordinator", "coordinateur", "coordinador"),
        Role.Alternate => page.Say("alternate", "suppléant", "suplente"),
        Role.HeadOfCustoms => page.Say("head of customs", "chef des douanes", "director de aduanas"),
        Role.ProgrammeOfficer => page.Say("programme officer", "responsable de programme", "responsable del programa"),
        Role.Approver => page.Say("approver", "approbateur", "aprobador"),
        Role.ThematicExpert => page.Say("thematic expert", "expert thématique", "experto temático"),
        Role.DonorReader => page.Say("donor reader", "lecteur du bailleur", "lector del donante"),
        Role.Auditor => page.Say("auditor", "auditeur", "auditor"),
        _ => page.Say("integrity officer", "responsable de l'éthique", "responsable de integridad"),
    };
}
