using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Comments;

/// <summary>Mails a comment to the other side: from the Secretariat to the coordinators, from the administration to the officers it
/// corresponds with.</summary>
public sealed class CommentMails(
    ProgrammeTable table,
    PlanVersions versions,
    ProgrammeDirectory directory,
    MailWriter writer,
    ReportMails links,
    TimeProvider clock
)
{
    private static readonly Role[] OfTheAdministration = [Role.Coordinator, Role.Alternate, Role.HeadOfCustoms, Role.Contributor];

    private const string Mark = "-comment-",
        To = "_to_";

    /// <summary>Writes the mails into the unit of work that contains the comment.</summary>
    /// <param name="key">Row key of the comment.</param>
    /// <param name="confirm">True: who said it by mail is told that it was passed on.</param>
    public async Task<MailsOfStream?> WriteAsync(
        UnitOfWork unit,
        ReportRecord report,
        ReportComment comment,
        string key,
        bool confirm,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        DateOnly today = clock.UtcToday();
        bool ours = IsOfTheAdministration(register, comment.By, report.Administration, today);
        IEnumerable<PersonId> others = ours
            ? await SecretariatAsync(report, register, today, cancellation)
            : Answering(register, report.Administration, today);
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        bool hidden = plan.Indicators.Any(one => one.Sensitive && one.Code == comment.Item);
        var content = new Commented(
            new About.Report(register.Administrations[report.Administration].Names, report.Period.Start, report.Period.End),
            Placeholders.NameOf(comment.By),
            comment.Item,
            hidden ? null : comment.Text,
            null,
            false
        );
        var keys = new List<string>();
        foreach (PersonId to in others.Where(person => person != comment.By))
        {
            keys.AddRange(await WriteAsync(unit, report, (content, key), to, !ours, register, cancellation));
        }

        if (confirm)
        {
            keys.AddRange(await WriteAsync(unit, report, (content with { Own = true }, key), comment.By, ours, register, cancellation));
        }

        return keys.Count == 0 ? null : new MailsOfStream(unit.Stream, keys);
    }

    /// <summary>The id of the comment that one of our mails carried.</summary>
    /// <param name="answered">Message-IDs that a reply names, without angle brackets.</param>
    /// <returns>Its row key; null where the reply is to no comment of this report.</returns>
    public static string? Answered(ReportRef report, IEnumerable<string> answered)
    {
        string begin = $"{report.Plan}-{report.Period}{Mark}";
        foreach (string id in answered.Where(id => id.StartsWith(begin, StringComparison.OrdinalIgnoreCase)))
        {
            string rest = id[begin.Length..];
            if (rest.IndexOf(To, StringComparison.Ordinal) is > 0 and var end)
            {
                return $"{ReportRows.CommentPrefix}{report.Period}|{rest[..end]}";
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<string>> WriteAsync(
        UnitOfWork unit,
        ReportRecord report,
        (Commented Content, string Key) said,
        PersonId to,
        bool answersByMail,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        (TaskRef task, Row<HumanTaskRecord>? row) = await CurrentTask.CurrentAsync(table, ReportTasks.Answer(report), cancellation);
        bool takesReply = answersByMail && row is { Value.State: TaskState.Open or TaskState.Answered };
        (Uri? link, TaskRef? own) = await links.LinkAsync(
            report,
            to,
            $"plans/{report.Plan}/reports/{report.Period.Key}#comments",
            register,
            () => CurrentTask.LastAsync(table, ReportTasks.Answer(report), cancellation)
        );
        string name = $"{report.Plan}-{report.Period.Key}{Mark}{said.Key[(said.Key.LastIndexOf('|') + 1)..]}{To}{to}";
        return
            await writer.WriteAsync(
                unit,
                new NewMail(said.Content with { TakesReply = takesReply, Link = link }, to, name)
                {
                    Task = takesReply ? task : own,
                    Until = links.LinksHoldUntil(report),
                    TakesReply = takesReply,
                },
                cancellation
            )
                is { } written
            ? [written]
            : [];
    }

    /// <summary>People of the Secretariat who have taken part in the discussion; if nobody has, its programme officers.</summary>
    private async Task<IEnumerable<PersonId>> SecretariatAsync(
        ReportRecord report,
        ProgrammeRegister register,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        PersonId[] said =
        [
            .. (
                await table.ListAsync<ReportComment>(
                    StreamId.Of(report.Plan),
                    $"{ReportRows.CommentPrefix}{report.Period.Key}|",
                    cancellation
                )
            )
                .Select(row => row.Value.By)
                .Distinct()
                .Where(by =>
                    register.People.TryGetValue(by, out Person? person)
                    && (person.Holds(Role.ProgrammeOfficer, today) || person.Holds(Role.Approver, today))
                ),
        ];
        return said.Length > 0 ? said : register.Holding(Role.ProgrammeOfficer, today);
    }

    /// <summary>Its coordinators; where the office is vacant, whoever is asked instead.</summary>
    internal static IReadOnlyList<PersonId> Answering(ProgrammeRegister register, AdministrationId home, DateOnly today) =>
        register.Answering(home, today);

    private static bool IsOfTheAdministration(ProgrammeRegister register, PersonId by, AdministrationId administration, DateOnly today) =>
        register.People.TryGetValue(by, out Person? person)
        && person.Roles.Any(held =>
            OfTheAdministration.Contains(held.Role) && held.Administration == administration && held.IsValidOn(today)
        );
}
