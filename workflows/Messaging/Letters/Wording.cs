using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>The recipient's language, dates and contact.</summary>
internal sealed record Wording(Language Language, DateWords Dates, MailContact Contact)
{
    public static Wording For(Language language, string timeZone, MailContact contact) =>
        new(language, new DateWords(language, timeZone), contact);

    public string In(Text text) => text.In(Language);

    /// <summary>Ensures that a lead-in ends with exactly one colon.</summary>
    public string Introduces(string words) => words.EndsWith(':') ? words : words + Language.Culture.Colon;

    public string About(About about) =>
        about switch
        {
            About.Report report => In(Texts.AboutReport(report.Administration.In(Language), Dates.Range(report.Start, report.End))),
            About.DonorReport report => In(Texts.AboutDonorReport(report.Donor, Dates.Range(report.Start, report.End))),
            About.Plan plan => In(Texts.AboutPlan(plan.Administration.In(Language), plan.Title)),
            About.Matter matter => In(Texts.AboutPlan(matter.Administration.In(Language), matter.Title.In(Language))),
            _ => "",
        };
}
