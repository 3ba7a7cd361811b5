using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Programme;

/// <summary>/calendars: working days and reporting periods of administrations. /calendars/{id} changes those of one; "secretariat" is the
/// Secretariat's.</summary>
public sealed class CalendarPageEndpoints(
    PageFrame frame,
    ProgrammeDirectory directory,
    CycleSettingsService service,
    RegisterService register
)
{
    [Function(nameof(ListCalendars))]
    public async Task<IResult> ListCalendars(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "calendars")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        return PageFrame.RefuseUnless(Right.ReadProgramme, page)
            ?? PageFrame.Show<CalendarsPage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(CalendarsPage.Register)] = await directory.ReadAsync(cancellation),
                    [nameof(CalendarsPage.Settings)] = await service.ReadAsync(cancellation),
                }
            );
    }

    [Function(nameof(EditCalendar))]
    public async Task<IResult> EditCalendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "calendars/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        Administration? home = (await directory.ReadNowAsync(cancellation)).Administrations.GetValueOrDefault(new AdministrationId(id));
        if (home is null && id != CycleSettings.SecretariatKey)
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        AdministrationCalendar stands = await service.CalendarAsync(home?.Id, cancellation);
        if (!HttpMethods.IsPost(request.Method))
        {
            return Show(
                page,
                new CalendarShown(home, stands, CalendarTyped.Of(stands, home, page.Now)) { Done = request.Query.ContainsKey("done") }
            );
        }

        if (await frame.ReadFormAsync(request, page, cancellation) is not { } form || IfMatch.Of(form) is not { } asRead)
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        var shown = new CalendarShown(home, stands, CalendarTyped.Of(form, home)) { Form = form };
        (AdministrationCalendar? calendar, Text[] wrong) = shown.Typed.Read(stands);
        if (calendar is null || (wrong = Problems(calendar)).Length > 0)
        {
            return Show(page, shown with { Problems = wrong }, StatusCodes.Status422UnprocessableEntity);
        }

        // nothing of it is saved where the calendar was changed meanwhile, zone and weekend neither
        if (!asRead.Fits(ContentTag.Of(stands)))
        {
            return ShowStale(page, shown);
        }

        if (await SaveHomeAsync(page, shown, AsRead.Of(form["home"].ToString()), cancellation) is { } notSaved)
        {
            return notSaved;
        }

        return await service.SaveCalendarAsync(home?.Id, calendar, asRead, page.Person!.Id, cancellation) switch
        {
            CommandResult.Refused { Rule: "changed-meanwhile" } => ShowStale(
                page,
                shown with
                {
                    Stands = await service.CalendarAsync(home?.Id, cancellation),
                }
            ),
            CommandResult.Refused refused => Show(
                page,
                shown with
                {
                    Problems = [RefusalRules.WordsOf(refused)],
                },
                StatusCodes.Status422UnprocessableEntity
            ),
            _ => new SeeOther(page.Link($"/calendars/{id}?done=1")),
        };
    }

    private static Text[] Problems(AdministrationCalendar calendar) =>
        [
            .. CycleSettingsService.Problem(calendar) is { } refused ? [RefusalRules.WordsOf(refused)] : Array.Empty<Text>(),
            .. calendar.Periods is { } rule ? PeriodProblems.In(rule).Select(problem => problem.Text) : [],
        ];

    private IResult ShowStale(PageContext page, CalendarShown shown) =>
        Show(
            page,
            shown with
            {
                Theirs = shown.Stands,
                Problems = [CalendarTyped.ChangedMeanwhile],
            },
            StatusCodes.Status412PreconditionFailed
        );

    /// <summary>Zone and weekend stand with the administration itself.</summary>
    /// <returns>The page again, where it could not be saved.</returns>
    private async Task<IResult?> SaveHomeAsync(PageContext page, CalendarShown shown, AsRead asRead, CancellationToken cancellation)
    {
        if (shown.Home is not { } home)
        {
            return null;
        }

        Administration changed = shown.Typed.Apply(home);
        if (ContentTag.Of(changed) == ContentTag.Of(home))
        {
            return null;
        }

        RegisterResult<Administration> saved = await register.SaveAsync(changed, asRead, page.Person!.Id, cancellation);
        return saved.Saved is not null ? null
            : saved.IsStale ? ShowStale(page, shown)
            : Show(
                page,
                shown with
                {
                    Problems = [.. saved.Problems.Select(problem => RefusalRules.WordsOf(problem.Rule, problem.Why))],
                },
                StatusCodes.Status422UnprocessableEntity
            );
    }

    private IResult Show(PageContext page, CalendarShown shown, int status = StatusCodes.Status200OK)
    {
        string? Tag(string stands, string field) =>
            shown.Form is { } form ? IfMatch.Again(form, stands, status == StatusCodes.Status412PreconditionFailed, field) : stands;
        return PageFrame.Show<CalendarPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(CalendarPage.Home)] = shown.Home,
                [nameof(CalendarPage.Typed)] = shown.Typed,
                [nameof(CalendarPage.Tag)] = Tag(ContentTag.Of(shown.Stands), IfMatch.Field),
                [nameof(CalendarPage.HomeTag)] = shown.Home is { } home ? Tag(ContentTag.Of(home), "home") : null,
                [nameof(CalendarPage.Theirs)] = shown.Theirs,
                [nameof(CalendarPage.Problems)] = shown.Problems,
                [nameof(CalendarPage.Done)] = shown.Done,
                [nameof(CalendarPage.Token)] = frame.TokenFor(page, page.Path),
            },
            status
        );
    }

    /// <summary>What stands, and what was typed over it.</summary>
    private sealed record CalendarShown(Administration? Home, AdministrationCalendar Stands, CalendarTyped Typed)
    {
        /// <summary>The form that was sent; null where none was.</summary>
        public IFormCollection? Form { get; init; }

        /// <summary>What somebody else saved meanwhile.</summary>
        public AdministrationCalendar? Theirs { get; init; }

        public Text[] Problems { get; init; } = [];

        public bool Done { get; init; }
    }
}
