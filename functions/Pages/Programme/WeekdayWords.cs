using ACip.Functions.Pages.Frame;

namespace ACip.Functions.Pages.Programme;

internal static class WeekdayWords
{
    public static string Of(DayOfWeek day, PageContext page) =>
        day switch
        {
            DayOfWeek.Monday => page.Say(Texts.Monday),
            DayOfWeek.Tuesday => page.Say(Texts.Tuesday),
            DayOfWeek.Wednesday => page.Say(Texts.Wednesday),
            DayOfWeek.Thursday => page.Say(Texts.Thursday),
            DayOfWeek.Friday => page.Say(Texts.Friday),
            DayOfWeek.Saturday => page.Say(Texts.Saturday),
            _ => page.Say(Texts.Sunday),
        };

    public static string Of(IEnumerable<DayOfWeek> days, PageContext page) =>
        page.List(days.OrderBy(day => ((int)day + 1) % 7).Select(day => Of(day, page)));
}
