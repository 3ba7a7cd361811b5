using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What the daily reconciliation found, in words; by the slug of its rule.</summary>
internal static class StuckWords
{
    public static Text Of(string rule) =>
        rule switch
        {
            "instance-failed" => Texts.StuckInstanceFailed,
            "mail-failed" => Texts.StuckMailFailed,
            "mails-waiting" => Texts.StuckMailsWaiting,
            "mail-silent" => Texts.StuckMailSilent,
            "plan-without-rows" => Texts.StuckPlanWithoutRows,
            "check-failed" => Texts.StuckCheckFailed,
            "report-past-lock" => Texts.StuckReportPastLock,
            "review-too-long" => Texts.StuckReviewTooLong,
            "report-not-started" => Texts.StuckReportNotStarted,
            _ when rule.EndsWith("-suspended", StringComparison.Ordinal) => Texts.AnOperatorSuspendedIt,
            _ => Texts.ItNeedsALook,
        };
}
