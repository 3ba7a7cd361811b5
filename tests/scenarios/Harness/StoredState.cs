using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ACip.Tests.Faults.Auditor;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>All that is left of a stretch of the programme, fact by fact: rows, audit trail, workflows, issued figures, mails as their
/// recipients see them.</summary>
/// <param name="Facts">By name. Instants are cut to the day: a fault costs minutes, and may not cost a day.</param>
/// <param name="Broken">What the audit chains say is wrong with them, and what the independent auditor finds in all that is stored.</param>
/// <param name="SentTwice">Mails that reached a recipient more than once, and how long after the first copy the last one did.</param>
internal sealed partial record StoredState(
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<string> Broken,
    IReadOnlyList<(string Delivery, TimeSpan Apart)> SentTwice
)
{
    private const string EngineTable = "ACipInstances";

    public static async Task<StoredState> ReadAsync(string storage, IEnumerable<SeenMail> mails)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        var broken = new List<string>();
        var tables = new TableServiceClient(storage);
        // each process marks itself under a name of its own
        await foreach (var table in tables.QueryAsync(one => one.Name != WriterMarks.Table))
        {
            List<TableEntity> rows = [];
            await foreach (TableEntity row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                rows.Add(row);
            }

            if (table.Name == EngineTable)
            {
                // a repeated mail in other bytes has a workflow of its own, which finds that it is a repeat
                foreach (
                    TableEntity row in rows.Where(row =>
                        row.RowKey == "state"
                        && !(row.PartitionKey.StartsWith("mail:", StringComparison.Ordinal) && row.GetString("Status") == "Completed")
                    )
                )
                {
                    facts[$"workflow {row.PartitionKey}"] = row.GetString("Status")!;
                }
            }
            else
            {
                Add(
                    facts,
                    table.Name,
                    rows.Where(row => row.RowKey != ReconciliationState.RowKey && !row.RowKey.StartsWith("audit", StringComparison.Ordinal))
                );
                broken.AddRange(Audit(facts, rows, table.Name == ProgrammeTable.Name));
            }
        }

        broken.AddRange((await StorageAudit.RunAsync(storage)).Select(finding => finding.ToString()));
        await AddFiguresAsync(facts, new BlobServiceClient(storage));
        SeenMail[] seen = [.. mails];
        foreach (SeenMail mail in seen)
        {
            facts[$"mail {mail.Delivery} to {mail.Recipient}"] = mail.Content;
        }

        // a report names the ends of the chains, and these the machine time and the salts of rows: the figures in it are compared above
        foreach (
            string name in facts
                .Keys.Where(name =>
                    name.Contains("agreement-", StringComparison.Ordinal) || name.Contains("-issued-", StringComparison.Ordinal)
                )
                .ToArray()
        )
        {
            facts.Remove(name, out string? fact);
            facts[Hash().Replace(name, "…")] = Hash().Replace(fact!, "…");
        }

        return new StoredState(
            facts,
            broken,
            [
                .. seen.GroupBy(mail => (mail.Delivery, mail.Recipient))
                    .Where(copies => copies.Count() > 1)
                    .Select(copies => (copies.Key.Delivery, copies.Max(one => one.At) - copies.Min(one => one.At))),
            ]
        );
    }

    /// <summary>Fails with every fact that differs.</summary>
    /// <param name="byAnotherClock">True: times of day may differ, in texts, too; days may not.</param>
    public void MustBeAs(StoredState leftAlone, bool byAnotherClock = false)
    {
        string[] differences =
        [
            .. from name in Facts.Keys.Union(leftAlone.Facts.Keys).Order(StringComparer.Ordinal)
            let was = Told(leftAlone.Facts.GetValueOrDefault(name))
            let now = Told(Facts.GetValueOrDefault(name))
            where was != now
            select was is null ? $"{name} should not be there: {now}"
            : now is null ? $"{name} is missing: {was}"
            : $"{name}: {Parting(was, now)}",
        ];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
        Assert.Empty(Broken);

        string? Told(string? fact) => fact is null || !byAnotherClock ? fact : TimeOfDay().Replace(fact, "…");
    }

    private static void Add(Dictionary<string, string> facts, string table, IEnumerable<TableEntity> rows)
    {
        foreach (TableEntity row in rows)
        {
            var text = new StringBuilder();
            foreach (
                (string name, object? value) in row.Where(one =>
                        one.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag" or RowSalt.Property or RowShape.Event)
                    )
                    .OrderBy(one => one.Key.Length)
                    .ThenBy(one => one.Key, StringComparer.Ordinal)
            )
            {
                text.Append(name.StartsWith("Json", StringComparison.Ordinal) ? "" : name + "=")
                    .Append(value is DateTimeOffset at ? $"{at.UtcDateTime:O}" : Convert.ToString(value, CultureInfo.InvariantCulture));
            }

            facts[$"{table} {row.PartitionKey} {row.RowKey}"] = Day().Replace(Passing().Replace(text.ToString(), ""), "$1");
        }
    }

    /// <summary>As a set, since what happens at the same time may be written in either order; but each chain whole.</summary>
    private static List<string> Audit(Dictionary<string, string> facts, List<TableEntity> rows, bool held)
    {
        var broken = new List<string>();
        foreach (IGrouping<string, TableEntity> stream in rows.GroupBy(row => row.PartitionKey))
        {
            AuditEvent[] chain =
            [
                .. stream
                    .Where(row => row.RowKey.StartsWith(AuditRows.Prefix, StringComparison.Ordinal))
                    .OrderBy(row => row.RowKey, StringComparer.Ordinal)
                    .Select(row => RowShape.Read<AuditEvent>(row).Value),
            ];
            AuditHead? head = stream.SingleOrDefault(row => row.RowKey == AuditRows.Head) is { } last
                ? RowShape.Read<AuditHead>(last).Value
                : null;
            broken.AddRange(
                StoredChain.Of(new StreamId(stream.Key), chain, head).Findings.Select(finding => $"{finding.Where}: {finding.What}")
            );
            broken.AddRange(
                !held
                    ? []
                    : RowVerification
                        .Compare(new StreamRows(new StreamId(stream.Key), [.. stream]))
                        .Select(finding => $"{finding.Where}: {finding.What}")
            );
            // how often the cycle's own book-keeping is written depends on how often a workflow was woken
            foreach (
                var (what, times) in chain
                    .Where(link => link.Kind != AuditKind.RowsChanged)
                    .CountBy(link => $"{link.At:yyyy-MM-dd} {link.Kind} {link.Subject} by {link.By} {link.Reason} {link.DataSha256}")
            )
            {
                facts[$"audit {stream.Key} {what}"] = times.ToString(CultureInfo.InvariantCulture);
            }
        }

        return broken;
    }

    private static async Task AddFiguresAsync(Dictionary<string, string> facts, BlobServiceClient blobs)
    {
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            BlobContainerClient files = blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in files.GetBlobsAsync())
            {
                if (blob.Name.EndsWith("snapshot.json", StringComparison.Ordinal))
                {
                    using var snapshot = JsonDocument.Parse((await files.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content);
                    foreach (var (figure, times) in AcceptedFigures.Of(snapshot.RootElement).CountBy(figure => figure))
                    {
                        facts[$"figure {blob.Name} {figure}"] = times.ToString(CultureInfo.InvariantCulture);
                    }
                }
            }
        }
    }

    private static string Parting(string was, string now)
    {
        int at = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        int from = Math.Max(0, at - 60);
        return $"expected …{was[from..Math.Min(was.Length, at + 60)]}… but is …{now[from..Math.Min(now.Length, at + 60)]}…";
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex(@"(\d{4}-\d\d-\d\d)T\d\d:\d\d[0-9:.]*(Z|[+-]\d\d:\d\d)?")]
    private static partial Regex Day();

    [GeneratedRegex("[0-9]{2}(?::|\\sh\\s)[0-9]{2}(?::[0-9]{2})?")]
    private static partial Regex TimeOfDay();

    /// <summary>
    /// The mail service's own ids of what it told us, others where it told again; when a mail was sent, which is not noted where its
    /// delivery was told first; and how often a workflow had been woken, which an event that comes again changes. What orders two that
    /// arrived at the same moment is machine time.
    /// </summary>
    [GeneratedRegex(@",""order"":[0-9]+|,""events"":\[[^\]]*\]|,""sentAt"":""[^""]*""|,""wake"":[0-9]+|,""repeats"":\[[^\]]*\]")]
    private static partial Regex Passing();
}
