using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Overviews;

/// <summary>Every Monday: tells officers what waits for whom; tells the Secretariat who has submitted, if a period fell due within the
/// week; and in the first week of a month tells each coordinator the status of their own plan.</summary>
/// <remarks>All of them are notices, so they are part of a digest for people who chose one, and mails of their own for everybody
/// else.</remarks>
public sealed class ProgrammeOverviews(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    OverviewQuery query,
    MailWriter writer,
    ProgrammeFeaturesService features,
    IOptions<MailOptions> options,
    TimeProvider clock
)
{
    private const int DaysOfWeek = 7;

    [Function(nameof(ProgrammeOverviews))]
    public async Task Run(
        [TimerTrigger("0 0 5 * * 1", UseMonitor = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        if (!options.Value.Overviews)
        {
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        ProgrammeFeatures used = await features.ReadAsync(cancellation);
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        IReadOnlyList<PlanOverview> plans = await query.PlansAsync(register, cancellation);
        if (used.WeeklyOverviews)
        {
            await WeeklyAsync(register, plans, now, workflows, cancellation);
        }

        if (used.MonthlyStatus && today.Day <= DaysOfWeek)
        {
            foreach (PlanOverview plan in plans.Where(one => !one.Record.IsOver))
            {
                IReadOnlyList<PersonId> own = register.Holding(Role.Coordinator, today, plan.Record.Administration);
                var status = PlanStatusNotice.Of(plan, register.NamesOf(plan.Record.Administration), now);
                await TellAsync(own, _ => status, $"status-{plan.Record.Id}", today, workflows, cancellation);
            }
        }
    }

    private async Task WeeklyAsync(
        ProgrammeRegister register,
        IReadOnlyList<PlanOverview> plans,
        DateTimeOffset now,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        IReadOnlyList<WaitingFor> waiting = await query.WaitingAsync(register, plans, cancellation);
        PersonId[] officers = [.. register.Holding(Role.ProgrammeOfficer, today)];
        if (waiting.Count > 0)
        {
            await TellAsync(officers, _ => new WeeklyOverview(waiting, now, writer.Page("")), "week", today, workflows, cancellation);
        }

        CoverageLine[] coverage = [.. PeriodCoverage.Since(plans, now.AddDays(-DaysOfWeek), now)];
        if (coverage.Length > 0)
        {
            PersonId[] secretariat = [.. officers.Union(register.Holding(Role.Approver, today))];
            await TellAsync(secretariat, _ => new PeriodCoverage(coverage, writer.Page("")), "coverage", today, workflows, cancellation);
        }
    }

    /// <summary>Once per person and day: a repeated run finds what the first one wrote.</summary>
    private async Task TellAsync(
        IEnumerable<PersonId> people,
        Func<PersonId, Notice> notice,
        string what,
        DateOnly today,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        foreach (PersonId person in people)
        {
            string key = $"overview-{what}-{today:yyyyMMdd}-{person}";
            bool written = await table.DecideAsync(
                async () =>
                {
                    if (await table.FindAsync<OutgoingMail>(SentDigest.Stream, OutgoingMail.RowKey(key), cancellation) is not null)
                    {
                        return ((UnitOfWork?)null, false);
                    }

                    var unit = new UnitOfWork(SentDigest.Stream);
                    return (
                        await writer.WriteAsync(unit, new NewMail(notice(person), person, key), cancellation) is null ? null : unit,
                        true
                    );
                },
                cancellation
            );
            if (written)
            {
                await workflows.DispatchAsync(new MailsOfStream(SentDigest.Stream, [key]), "overview", cancellation);
            }
        }
    }
}
