using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Publication;

/// <summary>What can be published, and the consequences. Pure.</summary>
internal static class PublicationRules
{
    /// <param name="version">That the donor has, of the period that is asked for; null where there is none.</param>
    /// <returns>How it stands then, or why it does not.</returns>
    public static (DonorPublication? After, CommandResult.Refused? Refusal) Decide(
        DonorPublication? was,
        PublicationAct act,
        (PeriodKey Period, DonorReportVersion Version)? version,
        string? reason,
        PersonId by,
        DateTimeOffset now
    )
    {
        string? why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        return act switch
        {
            PublicationAct.Publish when was?.State == PublicationState.Withheld => Refuse(
                "publication-withheld",
                "It is withheld; withdraw that first, with a reason."
            ),
            PublicationAct.Publish when version is null => Refuse("not-issued", "Only a report that was issued can be published."),
            PublicationAct.Publish => (
                new DonorPublication(PublicationState.Published, by, now, why)
                {
                    Period = version!.Value.Period,
                    Version = version.Value.Version.Number,
                    Folder = version.Value.Version.Folder,
                    ManifestSha256 = version.Value.Version.ManifestSha256,
                },
                null
            ),
            _ when why is null || !GivenReason(why) => Refuse("reason-to-withhold", "Withholding and withdrawing need a reason."),
            PublicationAct.Withdraw when was is null or { State: PublicationState.Withdrawn } => Refuse(
                "nothing-published",
                "Nothing is published or withheld."
            ),
            _ => (
                new DonorPublication(act == PublicationAct.Withhold ? PublicationState.Withheld : PublicationState.Withdrawn, by, now, why),
                null
            ),
        };
    }

    private static bool GivenReason(string reason) => ReplyParsing.GivenReason.IsOne(reason);

    private static (DonorPublication?, CommandResult.Refused?) Refuse(string rule, string why) =>
        (null, new CommandResult.Refused(rule, why));
}
