using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Writes mails about a decision on a report.</summary>
public sealed class ReportMails(ProgrammeTable table, ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan LinksHoldFor = TimeSpan.FromDays(60);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Tells whoever submitted the report that it is accepted.</summary>
    /// <param name="read">The report's tasks.</param>
    internal async Task<string?> AcceptedAsync(
        UnitOfWork unit,
        ReportRecord report,
        ActionPlan plan,
        FoundRows read,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        var about = new About.Report(register.Administrations[report.Administration].Names, report.Period.Start, report.Period.End);
        ReportSubmission last = report.Submissions[^1];
        (Uri? link, TaskRef? task) = await LinkAsync(
            report,
            last.By,
            $"plans/{report.Plan}/reports/{report.Period.Key}",
            register,
            () => CurrentTask.LastAsync(read, ReportTasks.Answer(report))
        );
        var accepted = new ReportAccepted(about, link)
        {
            Figures = AcceptedCopy.Of(report, plan, register.People.GetValueOrDefault(last.By)?.Language ?? plan.Language),
            Decided = report.LastDecision is { } decision ? (Placeholders.NameOf(decision.By), decision.At) : null,
        };
        return await writer.WriteAsync(
            unit,
            new NewMail(accepted, last.By, $"{report.Plan}-{report.Period.Key}-accepted-s{last.Number}")
            {
                Task = task,
                Until = LinksHoldUntil(report),
            },
            cancellation
        );
    }

    /// <summary>Tells those who speak for the administration, whom the report was asked of, and colleagues who were asked for a part, that
    /// an officer has ended the report without figures.</summary>
    /// <param name="before">With the parts that are open.</param>
    internal async Task<MailsOfStream?> EndedAsync(
        UnitOfWork unit,
        ReportRecord before,
        bool isNil,
        OfficerEnding ending,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(before.Administration, cancellation);
        var ended = new ReportEnded(ReportTasks.About(before, register), isNil, Placeholders.NameOf(ending.By), ending.Reason);
        IEnumerable<PersonId> concerned = await ReportPeople.OfAsync(table, before, register, Today, cancellation);
        foreach (AssignedPart part in ContributionRules.Waiting(before))
        {
            concerned = concerned.Union(await ContributionTasks.PeopleAsync(table, before, part, cancellation));
        }

        return await WriteAsync(unit, before, ended, concerned.Where(one => one != ending.By), "ended", cancellation);
    }

    /// <summary>Tells that the report's lock has come without one: its administration, whoever was asked for a part or had asked the
    /// Secretariat for something, and officers, who alone can still add to it.</summary>
    /// <param name="read">The report's tasks.</param>
    internal async Task<MailsOfStream?> MissedAsync(UnitOfWork unit, ReportRecord before, FoundRows read, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadForAsync(before.Administration, cancellation);
        IEnumerable<PersonId> asked =
        [
            .. MoreTimeRules.Waiting(before) is { } time ? [time.By] : Array.Empty<PersonId>(),
            .. ContributionRules.Wanted(before).Where(one => one.Decision is null).Select(one => one.By),
        ];
        List<PersonId> ours = [.. (await ReportPeople.OfAsync(read, before, register, Today)).Union(asked)];
        foreach (AssignedPart part in ContributionRules.Waiting(before))
        {
            ours.AddRange(await ContributionTasks.PeopleAsync(table, before, part, cancellation));
        }

        var missed = new ReportMissed(ReportTasks.About(before, register), before.Period.Locks, null)
        {
            HasAccepted = before.AcceptedItems.Count > 0,
            HasMore = before.Entries.Values.Any(one => one.Source.Way != EntryWay.Measured && !before.AcceptedItems.Contains(one.Item)),
            HadAsked = asked.Any(),
        };
        bool IsOurs(PersonId one) => register.People.TryGetValue(one, out Person? person) && person.IsOf(before.Administration, Today);
        PersonId[] told = [.. ours.Distinct().Where(IsOurs)];
        ReportMissed toOfficers = missed with { Page = writer.Page($"plans/{before.Plan}/reports/{before.Period.Key}") };
        return MailsOfStream.Together(
            await WriteAsync(unit, before, missed, told, "missed", cancellation),
            await WriteAsync(unit, before, toOfficers, register.Holding(Role.ProgrammeOfficer, Today).Except(told), "missed", cancellation)
        );
    }

    /// <summary>Tells whoever was asked for a part that it ends with somebody else's answer: the report was handed in, or what they were
    /// asked for was answered.</summary>
    internal async Task<MailsOfStream?> OvertakenAsync(
        UnitOfWork unit,
        ReportRecord before,
        ReportRecord after,
        PersonId by,
        CancellationToken cancellation
    )
    {
        bool handedIn = after.State == ReportState.Submitted;
        MailsOfStream? told = null;
        foreach (
            AssignedPart part in ContributionRules
                .Waiting(before)
                .Where(part => handedIn || ContributionRules.Missing(after, part).Count == 0)
        )
        {
            ProgrammeRegister register = await directory.ReadForAsync(before.Administration, cancellation);
            IReadOnlyList<string> items = ContributionRules.Missing(before, part);
            var overtaken = new PartOvertaken(ReportTasks.About(before, register), Placeholders.NameOf(by), items, handedIn);
            IEnumerable<PersonId> people = await ContributionTasks.PeopleAsync(table, before, part, cancellation);
            string mark = string.Create(CultureInfo.InvariantCulture, $"overtaken{part.Number}");
            told = MailsOfStream.Together(
                told,
                await WriteAsync(unit, before, overtaken, people.Where(one => one != by), mark, cancellation)
            );
        }

        return told;
    }

    /// <param name="mark">What it tells, in the keys of its mails.</param>
    private async Task<MailsOfStream?> WriteAsync(
        UnitOfWork unit,
        ReportRecord report,
        MailContent content,
        IEnumerable<PersonId> people,
        string mark,
        CancellationToken cancellation
    )
    {
        var keys = new List<string>();
        foreach (PersonId person in people)
        {
            string key = $"{report.Plan}-{report.Period.Key}-{mark}-{person}";
            keys.AddRange(await writer.WriteAsync(unit, new NewMail(content, person, key), cancellation) is { } written ? [written] : []);
        }

        return keys.Count == 0 ? null : new MailsOfStream(unit.Stream, keys);
    }

    /// <summary>The link in a mail about a report: for the Secretariat the report's page, for anybody else the page behind their own
    /// link: a contributor's leads to their part.</summary>
    /// <param name="lastAsked">The task by which its coordinators were last asked for it.</param>
    /// <returns>The task whose link it is; null where there is none.</returns>
    internal async Task<(Uri? Link, TaskRef? Task)> LinkAsync(
        ReportRecord report,
        PersonId to,
        string page,
        ProgrammeRegister register,
        Func<Task<TaskRef?>> lastAsked
    ) =>
        register.People.TryGetValue(to, out Person? person) && person.SignsIn(Today) ? (writer.Page(page), null)
        : PartOf(report, person) is { } part ? (writer.TaskLink, part)
        : await lastAsked() is { } task ? (writer.TaskLink, task)
        : (null, null);

    /// <summary>The task of a contributor, who may not open the task of the whole report; null for others.</summary>
    private TaskRef? PartOf(ReportRecord report, Person? person) =>
        person is not null
        && ContributionRules.Of(report).LastOrDefault(part => part.Person == person.Id) is { } part
        && !TaskLinkOpening.Answers(person, report.Administration, Today)
            ? ContributionTasks.Of(report, part.Number)
            : null;

    internal DateTimeOffset LinksHoldUntil(ReportRecord report) =>
        clock.GetUtcNow() + LinksHoldFor is var until && until > report.Period.Locks ? until : report.Period.Locks;
}
