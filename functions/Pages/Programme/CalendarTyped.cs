using System.Globalization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Programme;

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
                    ? PeriodRule.Default
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
                (stands.Periods ?? PeriodRule.Default).ShortestStub
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
