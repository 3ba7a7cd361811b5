using ACip.Workflows.Programme;

namespace ACip.Workflows.Mail.Outgoing;

/// <summary>The recipient's words and dates.</summary>
internal sealed record Wording(Language Language, MailWords Words, DateWords Dates)
{
    public static Wording For(Language language, string timeZone) => new(language, MailWords.In(language), new DateWords(language, timeZone));

    public string About(About about) => about switch
    {
        About.Report report => Words.AboutReport(report.Administration, Dates.Range(report.Start, report.End)),
        About.DonorReport report => Words.AboutDonorReport(report.Donor, Dates.Range(report.Start, report.End)),
        About.Plan plan => Words.AboutPlan(plan.Administration, plan.Title),
        _ => "",
    };
}
