using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What the daily reconciliation found, in words; by the slug of its rule.</summary>
internal static class StuckWords
{
    public static Text Of(string rule) =>
        rule switch
        {
            "instance-failed" => Texts.AWorkflowFailed,
            "mail-failed" => Texts.ReceivedMessageCouldNotProcessedBegun,
            "mails-waiting" => Texts.MailsWaitTakenMailService,
            "mail-silent" => Texts.MailProgrammeNoLongerArrives,
            "plan-without-rows" => Texts.PlanListedNoData,
            "check-failed" => Texts.PlanCouldNotLookedInto,
            "report-past-lock" => Texts.ReportOpenAlthoughLockPassed,
            "review-too-long" => Texts.ReportWaitedReviewLong,
            "report-not-started" => Texts.AReportShouldHaveOpened,
            _ when rule.EndsWith("-suspended", StringComparison.Ordinal) => Texts.AnOperatorSuspendedIt,
            _ => Texts.ItNeedsALook,
        };
}
