namespace ACip.Local.Cli.Cost;

/// <summary>What a month's cost is reckoned from. Counts are of the parity run and the genuine host (docs/measurements.md); prices are list
/// prices in US dollars, West Europe, without tax, as remembered in 2026: look them up before you budget.</summary>
internal static class CostInputs
{
    /// <summary>Storage calls of Microsoft's engine and the application, each as counted.</summary>
    public const double StartCalls = 11 + 39,
        ReplyCalls = 18 + 53,
        AcceptCalls = 6 + 25,
        Dequeues = 155;

    /// <summary>Calls a wake-up costs Microsoft's engine (8.4, parity run), and days between two of them (LongWait.LongestTimer).</summary>
    public const double CallsPerWake = 8.4,
        DaysPerWake = 6;

    /// <summary>Days of a plan-quarter in which an instance waits by an alarm: the plan's own after it was woken (at most 30), its tasks
    /// and its report until the lock (52, from the 400 calls that were seen with pieces of three days).</summary>
    public const double PlanAlarmDays = 30,
        ReportAlarmDays = 52;

    /// <summary>Calls of one wake-up by the reconciliation: an event, two activities, a ContinueAsNew.</summary>
    public const double WakeUpCalls = 16;

    /// <summary>Storage calls per second of an idle host instance.</summary>
    public const double IdleCallsASecond = 0.8;

    /// <summary>A plan-quarter in invocations (turns, activities, webhooks), each billed for at least this long at this size.</summary>
    public const double InvocationsAPlanQuarter = 100,
        SecondsBilled = 1,
        GigabytesAnInstance = 2;

    /// <summary>Readers' pages and delivery events, a month and administration.</summary>
    public const double PagesAnAdministration = 400,
        EventsAnAdministration = 60;

    /// <summary>Mails a year: 1,117 of 25 administrations in the measured year.</summary>
    public const double MailsAYear = 1_117.0 / 25;

    /// <summary>Kept: evidence, mail and reports; and what is logged.</summary>
    public const double GigabytesAnAdministration = 2,
        LogGigabytesAnAdministration = 0.05;

    public const double PerGigabyteSecond = 0.000026,
        FreeGigabyteSeconds = 100_000,
        PerMillionInvocations = 0.40,
        FreeInvocations = 250_000;

    /// <summary>A ready instance, a second and gigabyte.</summary>
    public const double PerReadyGigabyteSecond = 0.000004;

    /// <summary>Ten thousand calls: of queues, for all; tables cost a tenth, and blobs' writes, of which there are few, more.</summary>
    public const double PerTenThousandCalls = 0.004,
        PerGigabyteStored = 0.023,
        PerGigabyteLogged = 2.80,
        FreeGigabytesLogged = 5;

    /// <summary>From three places, every quarter of an hour, somebody asks the app from outside whether it works.</summary>
    public const double LooksAMonth = 3 * 4 * 730;

    /// <summary>Alerts on logs (15) and on metrics (3), looks from outside, the vault, and six private endpoints with four zones.</summary>
    public const double Alerts = 15 * 1.50 + 3 * 0.10,
        Looks = LooksAMonth * 0.0006,
        Vault = 0.03,
        PrivateNetwork = 6 * 7.30 + 4 * 0.50;

    /// <summary>The mail service's plans: mails a month up to, and the price.</summary>
    public static readonly (double Mails, double Price)[] MailPlans =
    [
        (50_000, 20),
        (100_000, 35),
        (300_000, 90),
        (700_000, 250),
        (1_500_000, 500),
    ];

    public const double SecondsAMonth = 2_630_000;
}
