using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.Reporting;

/// <summary>Something said about one item of a report, by either side. Only ever added.</summary>
/// <param name="Item">Code of the item; empty for the report as a whole.</param>
/// <param name="Source">"mail:{key}", "page:{key}" or "api:{key}".</param>
public sealed record ReportComment(string Item, string Text, PersonId By, DateTimeOffset At, string Source);

/// <summary>The talk about a report, item by item, at any time before or after its lock.</summary>
public sealed class CommentDesk(ProgrammeTable table, TimeProvider clock)
{
    private const int Longest = 4000;

    public Task<DeskResult> AddAsync(ReportRef id, string item, string text, PersonId by, string source, CancellationToken cancellation) => table.DecideAsync<DeskResult>(async () =>
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return (null, new DeskResult.Refused("comment-length", $"A comment has 1 to {Longest} characters."));
        }

        if (item.Length > 20 || item.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-')))
        {
            return (null, new DeskResult.Refused("no-such-item", $"The report has no item '{item}'."));
        }

        if (await ReportRows.FindAsync(table, id, cancellation) is null)
        {
            return (null, new DeskResult.Refused("no-such-report", $"Plan {id.Plan} has no report for {id.Period} yet."));
        }

        DateTimeOffset now = clock.GetUtcNow();
        // of two at the same instant by the same person the second is tried again a tick later, or is the same
        string key = string.Create(CultureInfo.InvariantCulture, $"{ReportRows.CommentPrefix}{id.Period}|{now.UtcTicks:D19}-{by}");
        while (await table.FindAsync<ReportComment>(id.Stream, key, cancellation) is { } there)
        {
            if (there.Value.Text == text && there.Value.Item == item)
            {
                return (null, new DeskResult.Recorded(null));
            }

            key += "+";
        }

        return (new Unit(id.Stream).Add(key, new ReportComment(item, text, by, now, source)).Record(new AuditEntry(AuditKind.ReportCommented, $"{id.Period}:{item}", by, source)), new DeskResult.Recorded(null));
    }, cancellation);

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<ReportComment>> ListAsync(ReportRef id, CancellationToken cancellation) =>
        [.. (await table.ListAsync<ReportComment>(id.Stream, $"{ReportRows.CommentPrefix}{id.Period}|", cancellation)).Select(row => row.Value)];
}
