using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Tells whoever was asked for a report that an officer has waived it, or has declared that there is nothing to report.</summary>
/// <param name="IsNil">False: waived.</param>
/// <param name="By">The officer's name.</param>
public sealed record ReportEnded(About.Report About, bool IsNil, string By, string Reason) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.ReportEndedSubject(administration: About.Administration, period: ReportWords.Period(About));

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            IsNil
                ? Texts.ReportNilBy(name: By, period: ReportWords.Period(About))
                : Texts.ReportWaivedBy(name: By, period: ReportWords.Period(About)),
            Texts.TimeReason(reason: Reason),
            Texts.ReportEndedNext,
        ];
}
