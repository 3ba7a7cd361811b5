using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ByOfficers;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Extensions.Logging;

namespace ACip.Workflows.QuarterlyReports.ManyAtOnce;

/// <summary>Extends, waives, reminds or reassigns the selected reports. First as a preview, then one by one, so that a failure does not
/// hold up the others.</summary>
public sealed partial class ManyAtOnceService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    TaskKinds kinds,
    OfficerTaskService tasks,
    ReportOfficerService reports,
    ILogger<ManyAtOnceService> logger,
    TimeProvider clock
)
{
    /// <returns>Why nothing of it can be done; null where each is looked at.</returns>
    public static CommandResult.Refused? Refuse(ManyOrder order) =>
        order.Tasks.Count == 0 ? new CommandResult.Refused("nothing-selected", "Select at least one.")
        : order.Tasks.Count > ManyOrder.Most ? CommandResult.Refused.MoreThan(ManyOrder.Most)
        : string.IsNullOrWhiteSpace(order.Reason) ? new CommandResult.Refused("reason-needed", "This needs a reason: it is kept and told.")
        : TextRefusals.Refuse(TextBounds.Reason, order.Reason) is { } longer ? longer
        : order is { Act: ManyAct.Extend, Day: null } ? new CommandResult.Refused("not-a-day", "Give a day.")
        : order is { Act: ManyAct.Reassign, To: null } ? new CommandResult.Refused("nobody-holds-role", "Say who is asked instead.")
        : null;

    /// <summary>What would happen to each. Changes nothing.</summary>
    public async Task<IReadOnlyList<ManyOutcome>> PreviewAsync(ManyOrder order, CancellationToken cancellation)
    {
        var all = new List<ManyOutcome>();
        foreach (TaskRef task in order.Tasks.Distinct())
        {
            all.Add(await LookAsync(order, task, cancellation));
        }

        return all;
    }

    /// <summary>Carries out the order, one report after the other.</summary>
    /// <param name="follow">What follows each commit.</param>
    public async Task<IReadOnlyList<ManyOutcome>> DoAsync(ManyOrder order, Func<CommandResult, Task> follow, CancellationToken cancellation)
    {
        var all = new List<ManyOutcome>();
        foreach (TaskRef task in order.Tasks.Distinct())
        {
            ManyOutcome looked = await LookAsync(order, task, cancellation);
            if (looked.Status != ManyStatus.Possible)
            {
                all.Add(looked);
                continue;
            }

            try
            {
                CommandResult result = await DoAsync(order, task, cancellation);
                await follow(result);
                all.Add(Outcome(looked, result));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error, task.Task.Value);
                all.Add(looked with { Status = ManyStatus.Failed, Says = Texts.ManyFailed });
            }
        }

        return all;
    }

    private static ManyOutcome Outcome(ManyOutcome looked, CommandResult result) =>
        result switch
        {
            CommandResult.Recorded => looked with { Status = ManyStatus.Done },
            CommandResult.Refused refused => Refused(looked, refused),
            _ => Refused(looked, CommandResult.Refused.ChangedMeanwhile),
        };

    private static ManyOutcome Refused(ManyOutcome looked, CommandResult.Refused refused) =>
        looked with
        {
            Status = ManyStatus.Refused,
            Says = RefusalRules.WordsOf(refused),
            Rule = refused.Rule,
        };

    private async Task<CommandResult> DoAsync(ManyOrder order, TaskRef task, CancellationToken cancellation)
    {
        ReportRef? report = ReportTasks.ReportOf(task);
        return order.Act switch
        {
            ManyAct.Extend => await reports.ExtendAsync(report!, order.Day!.Value, order.Reason, order.By, cancellation),
            ManyAct.Waive => await WaiveAsync(order, (await ReportRows.FindAsync(table, report!, cancellation))!, cancellation),
            ManyAct.Remind => await tasks.RemindAsync(task, order.Reason, order.By, cancellation),
            _ => await tasks.MoveAsync(task, order.To!.Value, order.Reason, order.By, cancellation),
        };
    }

    /// <param name="read">The report as it is judged: where it changed since, it is not waived.</param>
    internal async Task<CommandResult> WaiveAsync(ManyOrder order, Row<ReportRecord> read, CancellationToken cancellation)
    {
        ReportRecord report = read.Value;
        var id = new ReportRef(report.Plan, report.Period.Key);
        return HandedIn(report) ?? await reports.WaiveAsync(id, order.Reason, order.By, cancellation, AsRead.Of(AsRead.TagOf(read)));
    }

    /// <summary>Nobody waives unseen what somebody has handed in: an officer can, on the report's own page.</summary>
    private static CommandResult.Refused? HandedIn(ReportRecord report) =>
        report.State == ReportState.Submitted ? new("handed-in-meanwhile", "It was handed in: waive it on its own page.") : null;

    private async Task<ManyOutcome> LookAsync(ManyOrder order, TaskRef id, CancellationToken cancellation)
    {
        if (await TaskRows.FindAsync(table, id, cancellation) is not { Value: var task })
        {
            return Refused(
                new ManyOutcome(id, null, Text.Same(id.Task.Value), ManyStatus.Refused, Text.Same("")),
                new CommandResult.Refused("no-such-task", "There is no such task.")
            );
        }

        var looked = new ManyOutcome(id, task.Administration, kinds.TitleOf(task.Kind), ManyStatus.Possible, Text.Same(""));
        return order.Act is ManyAct.Extend or ManyAct.Waive
            ? ReportTasks.ReportOf(id) is { } report
                ? await LookAtReportAsync(order, looked, report, cancellation)
                : Refused(looked, new CommandResult.Refused("only-reports", "Only a report is given time, or waived, here."))
            : await LookAtTaskAsync(order, looked, task, cancellation);
    }

    private async Task<ManyOutcome> LookAtReportAsync(ManyOrder order, ManyOutcome looked, ReportRef id, CancellationToken cancellation)
    {
        ReportRecord report = (await ReportRows.FindAsync(table, id, cancellation))!.Value;
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        Administration administration = register.Administrations[report.Administration];
        Text Day(DateTimeOffset at) => Text.For(language => new DateWords(language, administration.TimeZone).Deadline(at));
        if (order.Act == ManyAct.Waive)
        {
            return report is { State: ReportState.Waived, EndedBy: { } ended } && (ended.By, ended.Reason) == (order.By, order.Reason)
                    ? looked with
                    {
                        Status = ManyStatus.DoneBefore,
                        Says = Texts.ManyDoneBefore,
                    }
                : HandedIn(report) is { } handedIn ? Refused(looked, handedIn)
                : ReportLifecycle.Try(report.State, ReportMove.Waive) is MoveResult.Refused refused
                    ? Refused(looked, new CommandResult.Refused(refused.Rule, refused.Why.En))
                : looked with { Says = Texts.ManyWaives };
        }

        WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(administration);
        DateTimeOffset due = home.EndOfWorkingDay(order.Day!.Value);
        return report.Extensions.LastOrDefault() is { } last && (last.By, last.Reason, last.To) == (order.By, order.Reason, due)
                ? looked with
                {
                    Status = ManyStatus.DoneBefore,
                    Says = Texts.ManyDoneBefore,
                }
            : !MoreTimeRules.IsOpen(report) ? Refused(looked, ReportClosureWords.Refuse(report, register))
            : !MoreTimeRules.IsLater(report, order.Day.Value, home, clock.GetUtcNow()) ? Refused(looked, MoreTimeRules.NotLater)
            : looked with { Says = Texts.ManyExtends(from: Day(AnswerDue.Of(report, home)), to: Day(due)) };
    }

    private async Task<ManyOutcome> LookAtTaskAsync(
        ManyOrder order,
        ManyOutcome looked,
        HumanTaskRecord task,
        CancellationToken cancellation
    )
    {
        if (order.Act == ManyAct.Reassign && task.Kind == ContributionTasks.Contribute.Kind)
        {
            return Refused(looked, new CommandResult.Refused("part-of-person", "The coordinator says who answers a part."));
        }

        (CommandResult.Refused? refused, bool before, IReadOnlyList<PersonId> people) = await tasks.LookAsync(
            task,
            order.Act == ManyAct.Reassign ? order.To : null,
            order.Reason,
            order.By,
            cancellation
        );
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        string[] names = [.. people.Select(one => register.People.GetValueOrDefault(one)?.Name ?? one.Value)];
        return refused is not null ? Refused(looked, refused)
            : before ? looked with { Status = ManyStatus.DoneBefore, Says = Texts.ManyDoneBefore }
            : looked with
            {
                Says =
                    order.Act == ManyAct.Remind
                        ? Texts.ManyReminds(names: TextArgument.List(names))
                        : Texts.ManyReassigns(names: TextArgument.List(names)),
            };
    }

    [LoggerMessage(61, LogLevel.Error, "Task {Task} could not be changed with the others that were selected")]
    private partial void LogFailed(Exception error, string task);
}
