using System.Globalization;
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

/// <summary>A calendar as it is typed: days and periods a line each.</summary>
public sealed record CalendarTyped(
    string TimeZone,
    IReadOnlyList<DayOfWeek> Weekend,
    string Holidays,
    bool Own,
    string Length,
    string YearStart,
    string DaysToSubmit,
    string DaysToLock,
    string Periods,
    string AdHoc
)
{
    /// <summary>As many as a plan that begins now may have.</summary>
    private const int YearsAhead = 5;

    public static Text ChangedMeanwhile { get; } = Texts.SomebodyElseChangedCalendarNothingYours;

    /// <summary>Where no periods were entered, those that apply without: who only ticks that they are given here changes nothing.</summary>
    public static CalendarTyped Of(AdministrationCalendar calendar, Administration? home, DateTimeOffset now)
    {
        PeriodRule rule =
            calendar.Periods
            ?? (
                home is null
                    ? PeriodRule.CalendarQuarters
                    : LocalCalendars.RuleFor(home.Id, new DateOnly(now.Year - 1, 1, 1), new DateOnly(now.Year + YearsAhead, 12, 31))
            );
        return new CalendarTyped(
            home?.TimeZone ?? ProgrammeZone.Name,
            home?.Weekend ?? [DayOfWeek.Saturday, DayOfWeek.Sunday],
            string.Join('\n', calendar.QuietDays.Order().Select(DayText.Day)),
            calendar.Periods is not null,
            rule.Length.ToString(),
            Text(rule.YearStartMonth),
            Text(rule.DaysToSubmit),
            Text(rule.DaysToLock),
            Rows(rule.Own),
            Rows(rule.AdHoc)
        );
    }

    public static CalendarTyped Of(IFormCollection form, Administration? home) =>
        new(
            form["zone"].ToString().Trim(),
            home is null ? [] : [.. Enum.GetValues<DayOfWeek>().Where(day => form[$"weekend-{day}"] == "1")],
            form["holidays"].ToString(),
            form["own"] == "1",
            form["length"].ToString(),
            form["yearstart"].ToString(),
            form["submit"].ToString(),
            form["lock"].ToString(),
            form["periods"].ToString(),
            form["adhoc"].ToString()
        );

    /// <summary>The same days in another order are no change.</summary>
    public Administration Apply(Administration home) =>
        home with
        {
            TimeZone = TimeZone,
            Weekend = Weekend.ToHashSet().SetEquals(home.Weekend) ? home.Weekend : Weekend,
        };

    /// <param name="stands">What the form does not show of it is kept.</param>
    /// <returns>The calendar, or null with what cannot be read.</returns>
    public (AdministrationCalendar? Calendar, Text[] Problems) Read(AdministrationCalendar stands)
    {
        var problems = new List<Text>();
        DateOnly[] days = [.. Lines(Holidays).Select(line => Day(line, problems)).OfType<DateOnly>().Distinct().Order()];
        if (!FormChoice.TryRead(Length, out PeriodLength? length))
        {
            problems.Add(Texts.ChooseHowLongPeriod);
        }

        PeriodRule? rule = !Own
            ? null
            : new PeriodRule(
                length ?? PeriodLength.Quarter,
                Number(YearStart, problems),
                Number(DaysToSubmit, problems),
                Number(DaysToLock, problems),
                Read(Periods, problems),
                Read(AdHoc, problems),
                (stands.Periods ?? PeriodRule.CalendarQuarters).ShortestStub
            );
        IReadOnlyList<DateOnly> quiet = days.SequenceEqual(stands.QuietDays.Order()) ? stands.QuietDays : days;
        return problems.Count > 0 ? (null, [.. problems]) : (new AdministrationCalendar(quiet, rule), []);
    }

    private static OwnPeriod[] Read(string text, List<Text> problems) =>
        [
            .. Lines(text)
                .Select(line =>
                    line.Split(null as char[], StringSplitOptions.RemoveEmptyEntries) switch
                    {
                        [var start, var end] when Day(start, problems) is { } first && Day(end, problems) is { } last => new OwnPeriod(
                            first,
                            last
                        ),
                        [var start, var end, var due]
                            when Day(start, problems) is { } first && Day(end, problems) is { } last && Day(due, problems) is { } by =>
                            new OwnPeriod(first, last, by),
                        _ => Wrong(line, problems),
                    }
                )
                .OfType<OwnPeriod>(),
        ];

    private static OwnPeriod? Wrong(string line, List<Text> problems)
    {
        problems.Add(Texts.LineFirstDayLastDayWhere(line: line));
        return null;
    }

    private static DateOnly? Day(string text, List<Text> problems)
    {
        if (DayBounds.Read(text) is { } day)
        {
            return day;
        }

        problems.Add(Texts.TextNoDaySuchAs2027(text: text));
        return null;
    }

    private static int Number(string text, List<Text> problems)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        problems.Add(Texts.TextIsNoWholeNumber(text: text));
        return 0;
    }

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Rows(IReadOnlyList<OwnPeriod> rows) =>
        string.Join(
            '\n',
            rows.Select(row => $"{DayText.Day(row.Start)} {DayText.Day(row.End)}{(row.DueOn is { } due ? " " + DayText.Day(due) : "")}")
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
