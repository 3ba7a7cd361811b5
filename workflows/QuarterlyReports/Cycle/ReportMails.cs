using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Writes mails about a decision on a report.</summary>
public sealed class ReportMails(ProgrammeTable table, ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan LinksHoldFor = TimeSpan.FromDays(60);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Tells whoever submitted the report, and all who speak for its administration, that it is accepted.</summary>
    /// <param name="read">The report's tasks.</param>
    /// <returns>Key of the mail to whoever submitted it, and the other mails.</returns>
    internal async Task<(string? Notice, MailsOfStream? Others)> AcceptedAsync(
        UnitOfWork unit,
        ReportRecord report,
        ActionPlan plan,
        FoundRows read,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        ReportSubmission last = report.Submissions[^1];
        string key = $"{report.Plan}-{report.Period.Key}-accepted-s{last.Number}";
        string? notice = await writer.WriteAsync(unit, await AcceptedAsync(report, plan, read, register, (last.By, key)), cancellation);
        var others = new List<string>();
        foreach (PersonId person in (await ReportPeople.OfAsync(read, report, register, Today)).Where(one => one != last.By))
        {
            NewMail mail = await AcceptedAsync(report, plan, read, register, (person, $"{key}-{person}"));
            others.AddRange(await writer.WriteAsync(unit, mail, cancellation) is { } written ? [written] : []);
        }

        return (notice, others.Count == 0 ? null : new MailsOfStream(unit.Stream, others));
    }

    private async Task<NewMail> AcceptedAsync(
        ReportRecord report,
        ActionPlan plan,
        FoundRows read,
        ProgrammeRegister register,
        (PersonId Person, string Key) to
    )
    {
        (Uri? link, TaskRef? task) = await LinkAsync(
            report,
            to.Person,
            $"plans/{report.Plan}/reports/{report.Period.Key}",
            register,
            () => CurrentTask.LastAsync(read, ReportTasks.Answer(report))
        );
        var accepted = new ReportAccepted(ReportTasks.About(report, register), link)
        {
            Figures = AcceptedCopy.Of(report, plan, register.People.GetValueOrDefault(to.Person)?.Language ?? plan.Language),
            Decided = report.LastDecision is { } decision ? (Placeholders.NameOf(decision.By), decision.At) : null,
        };
        return new NewMail(accepted, to.Person, to.Key) { Task = task, Until = LinksHoldUntil(report) };
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

    /// <summary>Tells what was entered without a mail or the page behind a link: by an officer on behalf of the administration, to all who
    /// speak for it; by one of its own, to a colleague who had handed in what it changes.</summary>
    /// <param name="items">What was asked.</param>
    /// <param name="read">The report's tasks.</param>
    internal async Task<MailsOfStream?> EnteredAsync(
        UnitOfWork unit,
        GivenAnswer entered,
        ReportAnswerResult done,
        IReadOnlyList<FormItem> items,
        FoundRows read,
        CancellationToken cancellation
    )
    {
        ReportRecord after = done.After;
        ProgrammeRegister register = await directory.ReadForAsync(after.Administration, cancellation);
        IEnumerable<PersonId> to = ReportReplyMails.ColleagueOf(done, entered.By) is { } colleague ? [colleague] : [];
        to = entered.Source.IsOnBehalf ? (await ReportPeople.OfAsync(read, after, register, Today)).Union(to) : to;
        TaskRef? task = await CurrentTask.LastAsync(read, ReportTasks.Answer(after));
        MailsOfStream? told = null;
        foreach (PersonId person in to.Where(one => one != entered.By && IsOf(after, one, register)))
        {
            Language language = register.People[person].Language;
            var mail = new NewMail(
                EnteredWords(entered, done, items, ReportTasks.About(after, register), language),
                person,
                $"{after.Plan}-{after.Period.Key}-entered-{EntryNumber(entered, after)}-{person}"
            )
            {
                Task = task,
                Until = task is null ? null : after.Period.Locks,
                TakesReply = task is not null,
            };
            told = await writer.WriteAsync(unit, mail, cancellation) is { } key
                ? MailsOfStream.Together(told, new MailsOfStream(unit.Stream, [key]))
                : told;
        }

        return told;
    }

    /// <summary>The same for what changes the report once: its clock may stand still between two entries.</summary>
    private static string EntryNumber(GivenAnswer entered, ReportRecord after) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{entered.Source.What}-{after.Submissions.Count}-{after.Corrections}-{after.Entries.Count}"
        );

    private Acknowledgement EnteredWords(
        GivenAnswer entered,
        ReportAnswerResult done,
        IReadOnlyList<FormItem> items,
        About.Report about,
        Language language
    ) =>
        new(
            about,
            AcknowledgementLines.Understood(done, entered.Reply, items, language),
            [],
            [],
            done.Unanswered,
            done.After.State == ReportState.Submitted,
            done.After.Period.Locks,
            writer.TaskLink,
            ReportReplyMails.QuestionsOf(done, items, language),
            ByColleague: Placeholders.NameOf(entered.By),
            Nil: ReportReplyMails.NilOf(done, entered.Reply)
        )
        {
            OnBehalfBy = entered.Source.IsOnBehalf ? Placeholders.NameOf(entered.By) : null,
        };

    private bool IsOf(ReportRecord report, PersonId one, ProgrammeRegister register) =>
        register.People.TryGetValue(one, out Person? person) && person.IsOf(report.Administration, Today);

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
        PersonId[] told = [.. ours.Distinct().Where(one => IsOf(before, one, register))];
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
