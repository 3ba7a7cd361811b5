using System.Globalization;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Rendering.Csv;
using ACip.Workflows.Languages;
using ACip.Workflows.Serialization;
using ACip.Workflows.Verification;

namespace ACip.Workflows.Dossiers;

/// <summary>Which events of the audit chain go into a dossier.</summary>
internal static class DossierTrail
{
    private static readonly string[] Columns = ["sequence", "at", "what", "about", "by", "reason", "sha256"];

    /// <summary>The audit trail: as a table, and as in the chain.</summary>
    public static void Add(DossierArchive archive, DossierStream part, StreamRows stream, Language language)
    {
        AuditEvent[] told =
        [
            .. stream.Events.Where(link => part.Holds([link.Subject, link.Reason, .. link.Rows?.Select(row => row.Key) ?? []])),
        ];
        if (part.Mark is not null && stream.Events.Count > told.Length)
        {
            archive.LeaveOut("events", Texts.EventsOfOtherMatters.In(language), stream.Events.Count - told.Length);
        }

        if (told.Length == 0)
        {
            return;
        }

        archive.Add($"trail/{part.Stream}.jsonl", string.Concat(told.Select(link => Json.Write(link) + "\n")));
        using var csv = new MemoryStream();
        CsvRendering.Write(
            new AnnexTable(
                Texts.Trail,
                [.. Columns.Select(key => new AnnexColumn(key, Texts.Trail))],
                told.Select(link =>
                    (AnnexValue[])
                        [
                            link.Sequence,
                            link.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                            link.Kind.ToString(),
                            link.Subject,
                            link.By?.Value,
                            link.Reason,
                            link.DataSha256,
                        ]
                )
            ),
            csv
        );
        archive.Add($"trail/{part.Stream}.csv", csv.ToArray());
    }
}
