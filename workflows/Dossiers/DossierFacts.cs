using System.Globalization;
using System.Text;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Workflows.Dossiers;

/// <summary>Which rows go into a dossier, and what of them stays out: people and their addresses.</summary>
internal static class DossierFacts
{
    private const string PersonPrefix = "person|";

    /// <returns>The facts that went in, as they are written.</returns>
    public static List<string> Add(DossierArchive archive, DossierStream part, IReadOnlyList<TableEntity> rows, Language language)
    {
        var lines = new StringBuilder();
        var facts = new List<string>();
        foreach (TableEntity row in rows.Where(row => !row.RowKey.StartsWith(AuditRows.Prefix, StringComparison.Ordinal)))
        {
            string json = RowShape.Text(row);
            if (!part.Holds(row.RowKey, json))
            {
                continue;
            }

            if (OutsideChainAttribute.Holds(row.RowKey) || row.RowKey == AuditRows.Head)
            {
                archive.LeaveOut("rows outside the chain", Texts.OutsideTheChain.In(language));
            }
            else if (row.RowKey.StartsWith(PersonPrefix, StringComparison.Ordinal))
            {
                archive.LeaveOut("people", Texts.PeopleById.In(language));
            }
            else
            {
                if (Nameless(row) is { } nameless)
                {
                    archive.LeaveOut("addresses", Texts.PeopleById.In(language));
                    json = nameless;
                }

                facts.Add(json);
                lines.Append(CultureInfo.InvariantCulture, $"{{\"key\":{Json.Write(row.RowKey)},\"fact\":{json}}}\n");
            }
        }

        if (facts.Count > 0)
        {
            archive.Add($"facts/{part.Stream}.jsonl", lines.ToString());
        }

        return facts;
    }

    /// <returns>Without the addresses of people whom a report asks for and nobody has registered; null where there are none.</returns>
    internal static string? Nameless(TableEntity row) =>
        row.RowKey.StartsWith(ReportRows.Prefix, StringComparison.Ordinal)
        && RowShape.TryRead<ReportRecord>(row)?.Value is { ContributorRequests: { } wanted } report
        && wanted.Any(one => one.Address is not null)
            ? Json.Write(report with { ContributorRequests = [.. wanted.Select(one => one with { Address = null })] })
            : null;
}
