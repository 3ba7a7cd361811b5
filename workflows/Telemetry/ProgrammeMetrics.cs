using System.Diagnostics.Metrics;

namespace ACip.Workflows.Telemetry;

/// <summary>Metrics for operators. The alerts in infra/azure use them, and a test compares the names.</summary>
/// <remarks>Tags are kinds and names of functions, never a person's id, name, address or token.</remarks>
public sealed class ProgrammeMetrics
{
    public const string MeterName = "ACip";

    private readonly Counter<long> unsigned,
        notStored,
        received,
        unprocessed,
        sent,
        refused,
        notTaken,
        decisions,
        failures,
        reconciliations;
    private readonly Histogram<double> delay;
    private readonly Gauge<long> waiting,
        overdue,
        needsPerson,
        failedInstances,
        findings;
    private readonly Gauge<double> outboxAge,
        heartbeatAge;

    public ProgrammeMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        unsigned = meter.CreateCounter<long>("acip.webhook.unsigned", "{call}", "Calls of the mail service without a genuine signature");
        notStored = meter.CreateCounter<long>(
            "acip.webhook.not_stored",
            "{call}",
            "Calls of the mail service whose content could not be stored"
        );
        received = meter.CreateCounter<long>("acip.mail.received", "{mail}", "Received mails by what they were taken for");
        unprocessed = meter.CreateCounter<long>("acip.mail.unprocessed", "{mail}", "Received mails that made the reading of them fail");
        sent = meter.CreateCounter<long>("acip.mail.sent", "{mail}", "Mails that the mail service has taken");
        refused = meter.CreateCounter<long>("acip.mail.refused", "{mail}", "Mails that the mail service has refused for good");
        notTaken = meter.CreateCounter<long>("acip.mail.not_taken", "{mail}", "Tries after which a mail still waits");
        delay = meter.CreateHistogram<double>("acip.mail.delay", "s", "From the writing of a mail until the mail service has it");
        decisions = meter.CreateCounter<long>("acip.decisions", "{event}", "Audit events by kind");
        failures = meter.CreateCounter<long>(
            "acip.function.failures",
            "{invocation}",
            "Invocations that failed through a fault of ours: readers who went away are not counted"
        );
        reconciliations = meter.CreateCounter<long>("acip.reconciliation.runs", "{run}", "Daily reconciliations that came to their end");
        waiting = meter.CreateGauge<long>("acip.mail.waiting", "{mail}", "Mails that the mail service does not have yet");
        outboxAge = meter.CreateGauge<double>("acip.outbox.age", "s", "Age of the oldest of them");
        heartbeatAge = meter.CreateGauge<double>("acip.mail.heartbeat_age", "s", "Since a probe to our own reply address last came back");
        overdue = meter.CreateGauge<long>("acip.reports.overdue", "{report}", "Open reports past their due date");
        needsPerson = meter.CreateGauge<long>("acip.needs_person", "{mail}", "Received mails that wait for a person's decision");
        failedInstances = meter.CreateGauge<long>("acip.instances.failed", "{instance}", "Workflows that failed and were not begun again");
        findings = meter.CreateGauge<long>("acip.findings.open", "{finding}", "What the reconciliation has found and could not put right");
    }

    /// <summary>False if nobody listens to <see cref="Stands"/>, so that nothing needs to be counted for it.</summary>
    public bool AreStandsWanted => needsPerson.Enabled;

    public void NotSigned(string webhook) => unsigned.Add(1, new KeyValuePair<string, object?>("webhook", webhook));

    public void NotStored(string webhook) => notStored.Add(1, new KeyValuePair<string, object?>("webhook", webhook));

    public void Received(string verdict) => received.Add(1, new KeyValuePair<string, object?>("verdict", verdict));

    public void Unprocessed() => unprocessed.Add(1);

    public void Sent(string kind, TimeSpan after)
    {
        sent.Add(1, new KeyValuePair<string, object?>("kind", kind));
        delay.Record(after.TotalSeconds);
    }

    public void Refused() => refused.Add(1);

    public void NotTaken() => notTaken.Add(1);

    public void Decided(string kind) => decisions.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public void Failed(string function) => failures.Add(1, new KeyValuePair<string, object?>("function", function));

    public void HeartbeatAge(TimeSpan age) => heartbeatAge.Record(age.TotalSeconds);

    public void Reconciled() => reconciliations.Add(1);

    /// <summary>Records the current state, once a day and on request.</summary>
    public void Stands(ProgrammeStands now)
    {
        waiting.Record(now.MailsWaiting);
        outboxAge.Record(now.OutboxAge.TotalSeconds);
        overdue.Record(now.ReportsOverdue);
        needsPerson.Record(now.NeedsPerson);
        failedInstances.Record(now.FailedInstances);
        findings.Record(now.OpenFindings);
    }
}

/// <summary>The current state of the programme, as operators need it.</summary>
/// <param name="OutboxAge">Of the oldest mail that the mail service does not have; zero where it has all.</param>
/// <param name="NeedsPerson">Received mails that nobody may act upon by himself.</param>
public sealed record ProgrammeStands(
    int MailsWaiting,
    TimeSpan OutboxAge,
    int ReportsOverdue,
    int NeedsPerson,
    int FailedInstances,
    int OpenFindings
);
