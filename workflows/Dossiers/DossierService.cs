using System.Globalization;
using System.Text;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Rendering.Csv;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Workflows.Dossiers;

/// <summary>Everything stored about one matter, for an auditor without an account: a ZIP with facts, audit trail, replies and files, their
/// hashes, and what was left out and why.</summary>
/// <remarks>It contains no names or addresses. Ids say who did what, as in the chain.</remarks>
public sealed class DossierService(
    ProgrammeTable table,
    BlobServiceClient blobs,
    IEnumerable<IBlobClaims> claims,
    DossierReplies replies,
    TimeProvider clock
)
{
    private const string PersonPrefix = "person|";

    private static readonly string[] Columns = ["sequence", "at", "what", "about", "by", "reason", "sha256"];

    /// <param name="output">Takes the ZIP; is not closed.</param>
    public async Task WriteAsync(DossierMatter matter, PersonId by, Language language, Stream output, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        using var archive = new DossierArchive(output, now);
        foreach (DossierStream part in matter.Streams)
        {
            IReadOnlyList<TableEntity> rows = await table.EverythingAsync(part.Stream, cancellation);
            var stream = new StreamRows(part.Stream, rows);
            AddTrail(archive, part, stream, language);
            IReadOnlyList<string> facts = AddFacts(archive, part, rows, language);
            await replies.AddAsync(archive, part, stream, language, cancellation);
            await AddFilesAsync(archive, part, stream, facts, language, cancellation);
        }

        archive.Add("README.txt", ReadMe(matter, archive.LeftOut, language));
        archive.End(new DossierManifest("acip-dossier", 1, matter.Name, matter.Title, now, by, [], []));
    }

    /// <summary>The audit trail: as a table, and as in the chain.</summary>
    private static void AddTrail(DossierArchive archive, DossierStream part, StreamRows stream, Language language)
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

    /// <returns>The facts that went in, as they are written.</returns>
    private static List<string> AddFacts(DossierArchive archive, DossierStream part, IReadOnlyList<TableEntity> rows, Language language)
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

    /// <summary>Evidence, approved versions, issued reports and what was sent, each as written. Received mail is left out, because it
    /// contains addresses.</summary>
    private async Task AddFilesAsync(
        DossierArchive archive,
        DossierStream part,
        StreamRows stream,
        IReadOnlyList<string> facts,
        Language language,
        CancellationToken cancellation
    )
    {
        HashSet<string> unreleased =
        [
            .. stream
                .Facts<EvidenceFile>(EvidenceFile.Prefix)
                .Where(file => file.State != EvidenceState.Released)
                .Select(file => file.Sha256),
            .. stream
                .Facts<Recommendation>(Recommendation.Row)
                .SelectMany(one => one.Files ?? [])
                .Where(file => file.Clean != true)
                .Select(file => file.Sha256),
        ];
        foreach (IBlobClaims kind in claims)
        {
            foreach (BlobClaim claim in (await kind.OfAsync(stream, cancellation)).DistinctBy(claim => claim.Name))
            {
                if (part.Mark is not null && !facts.Any(fact => fact.Contains(claim.Sha256 ?? claim.Name, StringComparison.Ordinal)))
                {
                    continue;
                }

                if (kind.Container == ReceivedMailStore.Container)
                {
                    archive.LeaveOut("mail as it came", Texts.MailHasAddresses.In(language));
                }
                else if (unreleased.Contains(claim.Name))
                {
                    archive.LeaveOut("evidence that was not released", Texts.NotReleased.In(language));
                }
                else if (await ReadAsync(kind.Container, claim.Name, cancellation) is { } bytes)
                {
                    archive.Add($"files/{kind.Container}/{claim.Name}", bytes);
                }
                else if (claim.Needed)
                {
                    archive.LeaveOut($"{kind.Container}/{claim.Name}", Texts.FileIsGone.In(language));
                }
            }
        }
    }

    private async Task<byte[]?> ReadAsync(string container, string name, CancellationToken cancellation)
    {
        try
        {
            BlobClient blob = blobs.GetBlobContainerClient(container).GetBlobClient(name);
            return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private static string ReadMe(DossierMatter matter, IReadOnlyList<DossierOmission> leftOut, Language language) =>
        string.Join(
            "\n",
            [
                matter.Title,
                "",
                Texts.WhatIsInIt.In(language),
                "",
                .. leftOut.Count == 0 ? [Texts.NothingLeftOut.In(language)] : new[] { Texts.LeftOutHeading.In(language) },
                .. leftOut.Select(one => string.Create(CultureInfo.InvariantCulture, $"- {one.What} ({one.Count}): {one.Why}")),
                "",
            ]
        );
}
