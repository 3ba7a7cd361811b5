using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.QuarterlyReports;

internal static class ReportWords
{
    public static Text Period(About.Report about) => Text.For(language => new DateWords(language, "Etc/UTC").Range(about.Start, about.End));
}
