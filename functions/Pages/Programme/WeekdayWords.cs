using ACip.Functions.Pages.Frame;

namespace ACip.Functions.Pages.Programme;

internal static class WeekdayWords
{
    public static string Of(DayOfWeek day, PageContext page) =>
        day switch
        {
            DayOfWeek.Monday => page.Say("Monday", "lundi", "lunes"),
            DayOfWeek.Tuesday => page.Say("Tuesday", "mardi", "martes"),
            DayOfWeek.Wednesday => page.Say("Wednesday", "mercredi", "miércoles"),
            DayOfWeek.Thursday => page.Say("Thursday", "jeudi", "jueves"),
            DayOfWeek.Friday => page.Say("Friday", "vendredi", "viernes"),
            DayOfWeek.Saturday => page.Say("Saturday", "samedi", "sábado"),
            _ => page.Say("Sunday", "dimanche", "domingo"),
        };

    public static string Of(IEnumerable<DayOfWeek> days, PageContext page) =>
        string.Join(", ", days.OrderBy(day => ((int)day + 1) % 7).Select(day => Of(day, page)));
}
