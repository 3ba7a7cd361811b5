using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Tells of answers that came neither by mail nor by the page behind a link.</summary>
public sealed partial class ReportMails
{
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
        IEnumerable<PersonId> to = ColleagueCopy.ColleagueOf(done, entered.By) is { } colleague ? [colleague] : [];
        to = entered.Source.IsOnBehalf ? (await ReportPeople.OfAsync(read, after, register, Today)).Union(to) : to;
        TaskRef? task = await CurrentTask.LastAsync(read, ReportTasks.Answer(after));
        var mails = new List<NewMail>();
        foreach (PersonId person in to.Where(one => one != entered.By && IsOf(after, one, register))) // no officer: it is not their report
        {
            Language language = register.People[person].Language;
            mails.Add(
                new NewMail(
                    EnteredWords(entered, done, items, ReportTasks.About(after, register), language),
                    person,
                    $"{after.Plan}-{after.Period.Key}-entered-{EntryNumber(entered, after)}-{person}"
                )
                {
                    Task = task,
                    Until = task is null ? null : after.Period.Locks,
                    TakesReply = task is not null,
                }
            );
        }

        return await writer.WriteAllAsync(unit, mails, cancellation);
    }

    private bool IsOf(ReportRecord report, PersonId one, ProgrammeRegister register) =>
        register.People.TryGetValue(one, out Person? person) && person.IsOf(report.Administration, Today);

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
}
