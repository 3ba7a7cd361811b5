using System.Globalization;

namespace ACip.Local.Mail.Replies;

/// <summary>What mail programs say in the three languages, written out so that no machine's culture data changes it.</summary>
internal sealed record MailWords(
    string From,
    string Sent,
    string To,
    string Subject,
    string[] Days,
    string[] Months,
    string[] LongDays,
    string[] LongMonths
)
{
    private static readonly MailWords English = new(
        "From",
        "Sent",
        "To",
        "Subject",
        ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    );

    private static readonly MailWords French = new(
        "De",
        "Envoyé",
        "À",
        "Objet",
        ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
        ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
        ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
    );

    private static readonly MailWords Spanish = new(
        "De",
        "Enviado el",
        "Para",
        "Asunto",
        ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
        ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
        ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]
    );

    public static MailWords In(string language) =>
        language switch
        {
            "fr" => French,
            "es" => Spanish,
            _ => English,
        };

    public static string Gmail(string language, DateTimeOffset at, MailAddress who)
    {
        MailWords words = In(language);
        string day = words.Days[(int)at.DayOfWeek];
        string month = words.Months[at.Month - 1];
        string name = who.Name is null ? $"<{who.Email}>" : $"{who.Name} <{who.Email}>";
        return language switch
        {
            "fr" => Invariant($"Le {day} {at.Day} {month} {at.Year} à {at:HH:mm}, {name} a écrit\u00A0:"),
            "es" => Invariant(
                $"El {day}, {at.Day} {month} {at.Year} a las {at.Hour}:{at:mm}, {(who.Name is null ? name : $"{who.Name} (<{who.Email}>)")} escribió:"
            ),
            _ => Invariant($"On {day}, {month} {at.Day}, {at.Year} at {Twelve(at)} {name} wrote:"),
        };
    }

    public static string Apple(string language, DateTimeOffset at, MailAddress who)
    {
        string month = In(language).Months[at.Month - 1];
        return language switch
        {
            "fr" => Invariant($"Le {at.Day} {month} {at.Year} à {at:HH:mm}, {who} a écrit\u00A0:"),
            "es" => Invariant($"El {at.Day} {month} {at.Year}, a las {at.Hour}:{at:mm}, {who} escribió:"),
            _ => Invariant($"On {at.Day} {month} {at.Year}, at {at:HH:mm}, {who} wrote:"),
        };
    }

    public static string Outlook(string language, DateTimeOffset at)
    {
        MailWords words = In(language);
        string day = words.LongDays[(int)at.DayOfWeek];
        string month = words.LongMonths[at.Month - 1];
        return language switch
        {
            "fr" => Invariant($"{day} {at.Day} {month} {at.Year} {at:HH:mm}"),
            "es" => Invariant($"{day}, {at.Day} de {month} de {at.Year} {at.Hour}:{at:mm}"),
            _ => Invariant($"{day}, {month} {at.Day}, {at.Year} {Twelve(at)}"),
        };
    }

    private static string Twelve(DateTimeOffset at) => Invariant($"{(at.Hour + 11) % 12 + 1}:{at:mm} {(at.Hour < 12 ? "AM" : "PM")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
