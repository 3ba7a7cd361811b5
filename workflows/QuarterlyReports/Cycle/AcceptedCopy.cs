using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>The figures of a report as accepted, for whoever submitted it. Kept small: no narrative sections, and only the codes of
/// confidential items. Pure.</summary>
internal static class AcceptedCopy
{
    private const int LongestWords = 240;

    public static IReadOnlyList<UnderstoodLine> Of(ReportRecord report, ActionPlan plan, Language language) =>
        [
            .. ReportItems
                .Of(plan, report.Period)
                .Where(item => report.Entries.ContainsKey(item.Code) && NarrativeSection.All.All(section => section.Code != item.Code))
                .Select(item => new UnderstoodLine(
                    item.Code,
                    item.Sensitive ? "" : item.Label,
                    item.Sensitive ? "" : Short(SaidWords.Of(SaidAnswer.Of(report.Entries[item.Code]), item, language)),
                    Sensitive: item.Sensitive
                )),
        ];

    private static string Short(string words) => words.Length <= LongestWords ? words : $"{words[..LongestWords].TrimEnd()}…";
}
