using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Programme;

/// <summary>GET and PUT /api/calendars/{id}: the working days and reporting periods of an administration. The id is the administration's,
/// or "secretariat".</summary>
public sealed class CalendarEndpoints(CycleSettingsService service, ProgrammeDirectory directory, SignedInPerson signedIn)
{
    /// <param name="TimeZone">IANA name; null for the Secretariat, which is in Brussels.</param>
    /// <param name="HolidaysByYear">Days on which nobody is there, by year.</param>
    /// <param name="Periods">Null: the calendar's own quarters, or the calendar quarters.</param>
    public sealed record CalendarAnswer(
        string Id,
        string? TimeZone,
        IReadOnlyList<DayOfWeek> Weekend,
        IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> HolidaysByYear,
        PeriodRule? Periods
    );

    [Function(nameof(ApiCalendar))]
    public async Task<IResult> ApiCalendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calendars/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ReadProgramme, request, cancellation);
        if (!access.Granted || !await KnownAsync(id, cancellation))
        {
            return access.Refusal ?? NoSuchCalendar;
        }

        Administration? home = (await directory.ReadAsync(cancellation)).Administrations.GetValueOrDefault(new AdministrationId(id));
        AdministrationCalendar calendar = await service.CalendarAsync(IdOf(id), cancellation);
        return PlanAnswers.Tagged(
            request,
            new CalendarAnswer(
                id,
                home?.TimeZone,
                home?.Weekend ?? [DayOfWeek.Saturday, DayOfWeek.Sunday],
                CalendarYears.Of(calendar.QuietDays),
                calendar.Periods
            ),
            ContentTag.Of(calendar)
        );
    }

    [Function(nameof(ApiSaveCalendar))]
    public async Task<IResult> ApiSaveCalendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/calendars/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted || !await KnownAsync(id, cancellation))
        {
            return access.Refusal ?? NoSuchCalendar;
        }

        (AsRead asRead, IResult? refusal) = IfMatch.Of(request, needed: true);
        if (refusal is not null || await PlanAnswers.ReadAsync<AdministrationCalendar>(request, cancellation) is not { } calendar)
        {
            return refusal ?? PlanAnswers.NotJson;
        }

        if (calendar.Periods is { } rule && PeriodProblems.In(rule) is { Count: > 0 } problems)
        {
            Language language = access.Person.Language;
            return PlanAnswers.Problem(
                StatusCodes.Status422UnprocessableEntity,
                problems[0].Rule,
                problems[0].Text.In(language),
                new() { ["problems"] = problems.Select(problem => new { problem.Rule, Why = problem.Text.In(language) }).ToArray() }
            );
        }

        CommandResult result = await service.SaveCalendarAsync(IdOf(id), calendar, asRead, access.Person.Id, cancellation);
        return result is CommandResult.Refused { Rule: "changed-meanwhile" }
            ? PlanAnswers.Problem(
                StatusCodes.Status412PreconditionFailed,
                "entry-changed",
                "It stands otherwise than you have read; both versions follow.",
                new() { ["yours"] = calendar, ["theirs"] = await service.CalendarAsync(IdOf(id), cancellation) }
            )
            : await PlanAnswers.OfAsync(result, access.Person.Language, workflows, cancellation);
    }

    private static IResult NoSuchCalendar =>
        PlanAnswers.Problem(
            StatusCodes.Status404NotFound,
            "no-such-administration",
            "There is a calendar for each administration, and one for the secretariat."
        );

    private static AdministrationId? IdOf(string id) => id == CycleSettings.SecretariatKey ? null : new AdministrationId(id);

    private async Task<bool> KnownAsync(string id, CancellationToken cancellation) =>
        id == CycleSettings.SecretariatKey
        || (await directory.ReadAsync(cancellation)).Administrations.ContainsKey(new AdministrationId(id));
}

internal static class CalendarYears
{
    public static IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> Of(IEnumerable<DateOnly> days) =>
        days.Order()
            .GroupBy(day => day.Year)
            .ToDictionary(
                year => year.Key.ToString("D4", System.Globalization.CultureInfo.InvariantCulture),
                year => (IReadOnlyList<DateOnly>)[.. year]
            );
}
