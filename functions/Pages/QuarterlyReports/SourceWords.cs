using ACip.Functions.Pages.Frame;
using ACip.Workflows.Identifiers;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>Descriptions of how an entry was made.</summary>
internal static class SourceWords
{
    public static string Of(EntrySource source, PageContext page) =>
        source.Way switch
        {
            EntryWay.Mail => page.Say(Texts.ByMail),
            EntryWay.Page => page.Say(Texts.OnThePage),
            EntryWay.OnBehalf => page.Say(Texts.ByAnOfficerOnBehalf),
            EntryWay.Measured => page.Say(Texts.MeasuredSurveyAssessment),
            _ => page.Say(Texts.ByAProgram),
        };
}
