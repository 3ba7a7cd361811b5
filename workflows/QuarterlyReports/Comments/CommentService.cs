using System.Globalization;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Comments;

/// <summary>A remark about one item of a report, by either side. Comments are only ever added.</summary>
/// <param name="Item">Code of the item; empty for the report as a whole.</param>
/// <param name="Source">"mail:{key}", "page:{key}" or "api:{key}".</param>
public sealed record ReportComment(string Item, string Text, PersonId By, DateTimeOffset At, EntrySource Source);

/// <summary>The discussion of a report, item by item, before or after its lock. The other side is notified by mail.</summary>
public sealed class CommentService(ProgrammeTable table, PlanVersions versions, CommentMails mails, TimeProvider clock)
{
    public Task<CommandResult> AddAsync(
        ReportRef id,
        string item,
        string text,
        PersonId by,
        EntrySource source,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (string.IsNullOrWhiteSpace(text))
                {
                    return (null, new CommandResult.Refused("comment-empty", "A comment needs words."));
                }

                if (TextRefusals.Refuse(TextBounds.Comment, text) is { } longer)
                {
                    return (null, longer);
                }

                if (await ReportRows.FindAsync(table, id, cancellation) is not { } report)
                {
                    return (null, ReportClosureWords.NoSuch(id));
                }

                if (
                    item.Length > 0
                    && !ReportItems.Has(await versions.ReadAsync(id.Plan, report.Value.PlanVersion, cancellation), report.Value, item)
                )
                {
                    return (null, new CommandResult.Refused("no-such-item", $"The report has no item '{item}'."));
                }

                var unit = new UnitOfWork(id.Stream);
                (bool isNew, MailsOfStream? told) = await AddAsync(
                    unit,
                    report.Value,
                    new ReportComment(item, text, by, clock.GetUtcNow(), source),
                    false,
                    cancellation
                );
                return (isNew ? unit : null, new CommandResult.Recorded(null) { Mails = told });
            },
            cancellation
        );

    /// <summary>Adds the comment to a larger commit, such as that of a mail.</summary>
    /// <param name="confirm">True: who said it by mail is told that it was passed on.</param>
    /// <param name="tell">False: it only stands in the talk, for whoever reads the report.</param>
    /// <returns>False where the very same was said at the same instant.</returns>
    internal async Task<(bool IsNew, MailsOfStream? Told)> AddAsync(
        UnitOfWork unit,
        ReportRecord report,
        ReportComment comment,
        bool confirm,
        CancellationToken cancellation,
        bool tell = true
    )
    {
        // of two at the same instant by the same person the second is kept beside the first, or is the same
        string key = string.Create(
            CultureInfo.InvariantCulture,
            $"{ReportRows.CommentPrefix}{report.Period.Key}|{comment.At.UtcTicks:D19}-{comment.By}"
        );
        while (await table.FindAsync<ReportComment>(unit.Stream, key, cancellation) is { } there)
        {
            if (there.Value.Text == comment.Text && there.Value.Item == comment.Item)
            {
                return (false, null);
            }

            key += "-x";
        }

        unit.Add(key, comment)
            .Record(new AuditEntry(AuditKind.ReportCommented, $"{report.Period.Key}:{comment.Item}", comment.By, comment.Source.Value));
        return (true, !tell ? null : await mails.WriteAsync(unit, report, comment, key, confirm, cancellation));
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<ReportComment>> ListAsync(ReportRef id, CancellationToken cancellation) =>
        [
            .. (await table.ListAsync<ReportComment>(id.Stream, $"{ReportRows.CommentPrefix}{id.Period}|", cancellation)).Select(row =>
                row.Value
            ),
        ];
}
