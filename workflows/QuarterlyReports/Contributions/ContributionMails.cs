using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>Tells the coordinators the status of the parts. A reply to these mails is a reply to the report's task.</summary>
public sealed class ContributionMails(ProgrammeTable table, ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    private DateOnly Today => clock.UtcToday();

    /// <param name="due">Of the part, where somebody is asked for it.</param>
    internal Task<MailsOfStream?> AskedAsync(
        UnitOfWork unit,
        ReportRecord report,
        AssignedPart part,
        DateTimeOffset due,
        CancellationToken cancellation
    ) =>
        WriteAsync(
            unit,
            report,
            [part.By],
            string.Create(CultureInfo.InvariantCulture, $"asked{part.Number}"),
            (about, page) => new PartAsked(about, part.Items, Placeholders.NameOf(part.Person), null, due, page),
            cancellation
        );

    /// <summary>Tells whoever was asked for the part that it is not asked of them any more.</summary>
    internal async Task<MailsOfStream?> TakenBackAsync(
        UnitOfWork unit,
        ReportRecord report,
        AssignedPart part,
        PersonId by,
        CancellationToken cancellation
    ) =>
        await TakenBackAsync(
            unit,
            report,
            ([.. await PeopleAsync(report, part, by, cancellation)], part.Items, by),
            string.Create(CultureInfo.InvariantCulture, $"back{part.Number}"),
            cancellation
        );

    /// <summary>Tells colleagues which of their items are asked of somebody else now, each once.</summary>
    /// <param name="before">The report without the part.</param>
    internal async Task<MailsOfStream?> AskedOfAnotherAsync(
        UnitOfWork unit,
        ReportRecord before,
        AssignedPart part,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(before.Administration, cancellation);
        MailsOfStream? told = null;
        string key = string.Create(CultureInfo.InvariantCulture, $"back-by{part.Number}");
        AssignedPart[] others =
        [
            .. ContributionRules.Of(before).Where(one => one.Ended is null && one.Person != part.Person && one.Person != part.By),
        ];
        foreach (PersonId colleague in register.StillOf(before.Administration, others.Select(one => one.Person).Distinct(), Today))
        {
            string[] items = [.. others.Where(one => one.Person == colleague).SelectMany(one => one.Items).Intersect(part.Items)];
            if (items.Length > 0)
            {
                told = MailsOfStream.Together(told, await TakenBackAsync(unit, before, ([colleague], items, part.By), key, cancellation));
            }
        }

        return told;
    }

    private async Task<IEnumerable<PersonId>> PeopleAsync(
        ReportRecord report,
        AssignedPart part,
        PersonId by,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        return (await ContributionTasks.PeopleAsync(table, report, part, (register, Today), cancellation)).Where(one => one != by);
    }

    private Task<MailsOfStream?> TakenBackAsync(
        UnitOfWork unit,
        ReportRecord report,
        (IReadOnlyList<PersonId> People, IReadOnlyList<string> Items, PersonId By) back,
        string key,
        CancellationToken cancellation
    ) =>
        WriteAsync(
            unit,
            report,
            back.People,
            key,
            (about, _) => new PartTakenBack(about, Placeholders.NameOf(back.By), back.Items),
            cancellation,
            asksNothing: true
        );

    /// <summary>As <see cref="AskedAsync"/>, of a part that was asked for before.</summary>
    /// <param name="key">Of the message that asks again: it is told once.</param>
    internal Task<MailsOfStream?> AskedAgainAsync(
        UnitOfWork unit,
        ReportRecord report,
        AssignedPart part,
        DateTimeOffset due,
        string key,
        CancellationToken cancellation
    ) =>
        OnceAsync(
            unit,
            report,
            part.By,
            string.Create(CultureInfo.InvariantCulture, $"asked{part.Number}-{key}"),
            (about, page) => new PartAsked(about, part.Items, Placeholders.NameOf(part.Person), null, due, page),
            cancellation
        );

    /// <summary>As <see cref="WantedAsync"/>, of somebody who was asked for before.</summary>
    internal Task<MailsOfStream?> WantedAgainAsync(
        UnitOfWork unit,
        ReportRecord report,
        ContributorRequest wanted,
        string key,
        CancellationToken cancellation
    ) =>
        OnceAsync(
            unit,
            report,
            wanted.By,
            string.Create(CultureInfo.InvariantCulture, $"wanted{wanted.Number}-{key}"),
            (about, page) => new PartAsked(about, wanted.Items, null, wanted.Address, report.Due, page),
            cancellation
        );

    internal Task<MailsOfStream?> WantedAsync(
        UnitOfWork unit,
        ReportRecord report,
        ContributorRequest wanted,
        CancellationToken cancellation
    ) =>
        WriteAsync(
            unit,
            report,
            [wanted.By],
            string.Create(CultureInfo.InvariantCulture, $"wanted{wanted.Number}"),
            (about, page) => new PartAsked(about, wanted.Items, null, wanted.Address, report.Due, page),
            cancellation
        );

    internal Task<MailsOfStream?> RefusedAsync(
        UnitOfWork unit,
        ReportRecord report,
        ContributorRequest refused,
        CancellationToken cancellation
    ) =>
        WriteAsync(
            unit,
            report,
            [refused.By],
            string.Create(CultureInfo.InvariantCulture, $"refused{refused.Number}"),
            (about, page) =>
                new ContributorRefused(
                    about,
                    refused.Items,
                    Placeholders.NameOf(refused.Decision!.By!.Value),
                    refused.Decision.Reason ?? "",
                    page
                ),
            cancellation
        );

    /// <param name="answer">What has just come, what was written besides (null for nothing), and the answer's key:
    /// the same one is told once.</param>
    internal async Task<MailsOfStream?> CameInAsync(
        UnitOfWork unit,
        ReportRecord report,
        AssignedPart part,
        (IReadOnlyList<string> Items, string? Words, string Key) answer,
        CancellationToken cancellation
    )
    {
        if (answer is { Items.Count: 0, Words: null })
        {
            return null;
        }

        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        string[] missing =
        [
            .. ContributionRules
                .Of(report)
                .Where(one => one.Ended is null)
                .SelectMany(one => ContributionRules.Missing(report, one))
                .Distinct()
                .Order(CodeOrder.Instance),
        ];
        return await WriteAsync(
            unit,
            report,
            [.. register.Holding(Role.Coordinator, Today, report.Administration).Append(part.By).Except([part.Person]).Distinct()],
            string.Create(CultureInfo.InvariantCulture, $"in{part.Number}-{answer.Key}"),
            (about, page) => new PartCameIn(about, Placeholders.NameOf(part.Person), answer.Items, missing, answer.Words, page),
            cancellation
        );
    }

    private async Task<MailsOfStream?> OnceAsync(
        UnitOfWork unit,
        ReportRecord report,
        PersonId person,
        string key,
        Func<About.Report, Uri?, MailContent> content,
        CancellationToken cancellation
    )
    {
        string name = KeyOf(report, key, person);
        return await table.FindAsync<OutgoingMail>(unit.Stream, OutgoingMail.RowKey(name), cancellation) is null
            ? await WriteAsync(unit, report, [person], key, content, cancellation)
            : new MailsOfStream(unit.Stream, [name]);
    }

    private static string KeyOf(ReportRecord report, string key, PersonId person) =>
        $"{report.Plan}-{report.Period.Key}-contribution-{key}-{person}";

    private async Task<MailsOfStream?> WriteAsync(
        UnitOfWork unit,
        ReportRecord report,
        IReadOnlyList<PersonId> people,
        string key,
        Func<About.Report, Uri?, MailContent> content,
        CancellationToken cancellation,
        bool asksNothing = false
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        TaskRef? task = asksNothing ? null : await CurrentTask.LastAsync(table, ReportTasks.Answer(report), cancellation);
        var mails = new List<NewMail>();
        foreach (PersonId person in people.Where(register.People.ContainsKey))
        {
            bool signsIn = register.People[person].SignsIn(Today);
            TaskRef? own = signsIn ? null : task;
            Uri? page =
                signsIn ? writer.Page($"plans/{report.Plan}/reports/{report.Period.Key}")
                : own is null ? null
                : writer.TaskLink;
            mails.Add(
                new NewMail(content(ReportTasks.About(report, register), page), person, KeyOf(report, key, person))
                {
                    Task = own,
                    Until = own is null ? null : report.Period.Locks,
                    TakesReply = own is not null,
                }
            );
        }

        return await writer.WriteAllAsync(unit, mails, cancellation);
    }
}
