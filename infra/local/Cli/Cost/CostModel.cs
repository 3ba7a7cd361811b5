using static ACip.Local.Cli.Cost.CostInputs;

namespace ACip.Local.Cli.Cost;

/// <summary>What so many administrations come to in a month, line by line. Pure arithmetic over <see cref="CostInputs"/>.</summary>
internal static class CostModel
{
    /// <summary>Calls a plan-quarter that come from waiting alone.</summary>
    public static double Waiting => ((PlanAlarmDays + ReportAlarmDays) / DaysPerWake * CallsPerWake) + WakeUpCalls;

    public static double CallsAPlanQuarter => StartCalls + ReplyCalls + AcceptCalls + Dequeues + Waiting;

    /// <param name="ready">Instances kept ready for workflows.</param>
    public static IReadOnlyList<CostLine> Month(int administrations, int ready = 1)
    {
        double quarters = administrations / 3.0;
        double invocations =
            (quarters * InvocationsAPlanQuarter) + (administrations * (PagesAnAdministration + EventsAnAdministration)) + LooksAMonth + 30;
        double calls =
            (quarters * CallsAPlanQuarter)
            + (IdleCallsASecond * SecondsAMonth * Math.Max(ready, 1))
            + (administrations * PagesAnAdministration * 5);
        double mails = administrations * MailsAYear / 12;
        return
        [
            new(
                "execution",
                $"{invocations:N0} invocations x {SecondsBilled} s x {GigabytesAnInstance} GB, {FreeGigabyteSeconds:N0} GB-s free",
                (Over(invocations * SecondsBilled * GigabytesAnInstance, FreeGigabyteSeconds) * PerGigabyteSecond)
                    + (Over(invocations, FreeInvocations) / 1e6 * PerMillionInvocations)
            ),
            new(
                "instance ready for workflows",
                $"{ready} x {GigabytesAnInstance} GB x a month",
                ready * GigabytesAnInstance * SecondsAMonth * PerReadyGigabyteSecond
            ),
            new(
                "storage calls",
                $"{calls:N0}, of them {quarters * CallsAPlanQuarter:N0} of plans ({CallsAPlanQuarter:N0} a plan-quarter, {Waiting:N0} of these waiting)",
                calls / 10_000 * PerTenThousandCalls
            ),
            new(
                "storage",
                $"{administrations * GigabytesAnAdministration:N0} GB",
                administrations * GigabytesAnAdministration * PerGigabyteStored
            ),
            new(
                "logs",
                $"{administrations * LogGigabytesAnAdministration:N1} GB, {FreeGigabytesLogged} free",
                Over(administrations * LogGigabytesAnAdministration, FreeGigabytesLogged) * PerGigabyteLogged
            ),
            new("alerts and vault", "", Alerts + Looks + Vault),
            new("private network", "6 endpoints, 4 zones", PrivateNetwork),
            new("mail", $"{mails:N0} mails", MailPlans.First(plan => plan.Mails >= mails).Price),
        ];
    }

    private static double Over(double used, double free) => Math.Max(0, used - free);
}

internal sealed record CostLine(string What, string From, double Dollars);
