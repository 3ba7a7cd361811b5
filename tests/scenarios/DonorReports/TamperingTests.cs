using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Verification;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>What is changed by hand, past the program, is found and named; put back, the report is sound again.</summary>
public sealed class TamperingTests(ReportedYear year) : IClassFixture<ReportedYear>
{
    private static readonly string VerifyPath = $"api/donor-reports/{ReportedYear.Agreement}/{ReportedYear.Report.Period}/verify";
    private static readonly StreamId Plan = StreamId.Of(new PlanId("af-2026"));

    [Fact]
    public async Task An_untouched_report_is_sound()
    {
        await AssembleAsync();

        Assert.Empty(await year.VerifyAsync());
    }

    [Fact]
    public async Task One_stored_value_changed_is_named()
    {
        await AssembleAsync();
        string row = await FirstRowAsync(Plan, "observed|");

        await WithChangedRowAsync(
            Plan,
            row,
            json => ReplaceFirst(json, "\"value\":1", "\"value\":9"),
            async () =>
                Assert.Contains(
                    await year.VerifyAsync(),
                    one =>
                        one.Kind == FindingKind.ObservationChanged
                        && one.Where.StartsWith("af-2026/af-2026:20260101-20260331:", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task One_audit_row_changed_is_named()
    {
        await AssembleAsync();

        await WithChangedRowAsync(
            Plan,
            "audit|00000003",
            json => json.Replace("approver-one", "approver-two", StringComparison.Ordinal),
            async () => Assert.Contains((FindingKind.AuditChanged, "plan-af-2026#3"), await year.VerifyAsync())
        );
    }

    [Theory]
    [InlineData("{\"sequence\":3,\"at\"")] // cut off
    [InlineData("nothing of the kind")]
    [InlineData("{}")]
    [InlineData("[3]")]
    public async Task An_audit_row_that_cannot_be_read_is_named_and_the_others_are_still_checked(string text)
    {
        await AssembleAsync();

        await WithChangedRowAsync(
            Plan,
            "audit|00000003",
            _ => text,
            async () =>
            {
                Assert.Equal([(FindingKind.AuditChanged, "plan-af-2026#3")], await year.VerifyAsync());
                await WithChangedRowAsync(
                    Plan,
                    "audit|00000004",
                    json => json.Replace("approver-one", "approver-two", StringComparison.Ordinal),
                    async () => Assert.Contains((FindingKind.AuditChanged, "plan-af-2026#4"), await year.VerifyAsync())
                );
                Assert.Contains(
                    "plan-af-2026#3",
                    await (await year.SendAsync(HttpMethod.Get, VerifyPath, "auditor")).Content.ReadAsStringAsync(),
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public async Task Rows_of_figures_heads_and_the_report_itself_that_cannot_be_read_are_named()
    {
        await AssembleAsync();
        string figures = await FirstRowAsync(Plan, "observed|");

        await WithChangedRowAsync(
            Plan,
            figures,
            json => json[..20],
            async () => Assert.Contains((FindingKind.RowUnreadable, $"{Plan}/{figures}"), await year.VerifyAsync())
        );
        await WithChangedRowAsync(
            Plan,
            "audit-head",
            _ => "?",
            async () => Assert.Equal([(FindingKind.RowUnreadable, $"{Plan}/audit-head")], await year.VerifyAsync())
        );
        string report = DonorReportRows.Key(ReportedYear.Report.Period);
        await WithChangedRowAsync(
            StreamId.Of(ReportedYear.Agreement),
            report,
            json => json + "}",
            async () =>
            {
                Assert.Equal([(FindingKind.RowUnreadable, $"{StreamId.Of(ReportedYear.Agreement)}/{report}")], await year.VerifyAsync());
                Assert.Contains(
                    "RowUnreadable",
                    await (await year.SendAsync(HttpMethod.Get, VerifyPath, "auditor")).Content.ReadAsStringAsync(),
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public async Task A_truncated_audit_is_named_even_where_its_head_row_is_rewritten()
    {
        await AssembleAsync();
        TableEntity head = (await year.Rows.GetEntityAsync<TableEntity>(Plan.Value, "audit-head")).Value;
        string last =
            $"audit|{System.Text.Json.JsonDocument.Parse(head.GetString("Json")!).RootElement.GetProperty("sequence").GetInt32():D8}";
        TableEntity cut = (await year.Rows.GetEntityAsync<TableEntity>(Plan.Value, last)).Value;
        await year.Rows.DeleteEntityAsync(Plan.Value, last, ETag.All);
        try
        {
            Assert.Contains(
                await year.VerifyAsync(),
                one => one.Kind == FindingKind.AuditTruncated && one.Where.StartsWith("plan-af-2026#", StringComparison.Ordinal)
            );

            string previous = System.Text.Json.JsonDocument.Parse(cut.GetString("Json")!).RootElement.GetProperty("previous").GetString()!;
            int sequence = int.Parse(last["audit|".Length..], System.Globalization.CultureInfo.InvariantCulture) - 1;
            await WithChangedRowAsync(
                Plan,
                "audit-head",
                _ => $$"""{"sequence":{{sequence}},"hash":"{{previous}}"}""",
                async () => Assert.Contains(await year.VerifyAsync(), one => one.Kind == FindingKind.AuditTruncated)
            );
        }
        finally
        {
            await year.Rows.UpsertEntityAsync(
                new TableEntity(Plan.Value, last) { ["Json"] = cut.GetString("Json") },
                TableUpdateMode.Replace
            );
        }

        Assert.Empty(await year.VerifyAsync());
    }

    [Theory]
    [InlineData("en/report.html", FindingKind.PartChanged)]
    [InlineData("en/observations.csv", FindingKind.PartNotReproduced)]
    [InlineData("snapshot.json", FindingKind.SnapshotChanged)]
    [InlineData("manifest.json", FindingKind.ManifestChanged)]
    public async Task One_blob_changed_is_named(string name, FindingKind kind)
    {
        await AssembleAsync();
        string path = $"{(await year.FileAsync()).Latest!.Folder}/{name}";

        await WithChangedBlobAsync(
            year.Container("donor-reports").GetBlobClient(path),
            async () =>
                Assert.Contains(
                    await year.VerifyAsync(),
                    one => one.Kind == kind && (name.StartsWith(one.Where, StringComparison.Ordinal) || one.Where == name)
                )
        );
    }

    [Fact]
    public async Task Evidence_changed_is_named()
    {
        await AssembleAsync();

        await WithChangedBlobAsync(
            year.Container("evidence").GetBlobClient(ReportedYear.EvidenceSha256),
            async () => Assert.Contains((FindingKind.EvidenceChanged, ReportedYear.EvidenceSha256), await year.VerifyAsync())
        );
    }

    [Fact]
    public async Task The_API_tells_auditors_and_nobody_else()
    {
        await AssembleAsync();
        string path = VerifyPath;

        string answer = await (await year.SendAsync(HttpMethod.Get, path, "auditor")).Content.ReadAsStringAsync();

        Assert.Contains("\"sound\":true", answer, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await year.SendAsync(HttpMethod.Get, path, "reader-norad")).StatusCode); // not issued yet
        Assert.Equal(
            403,
            (int)
                (
                    await year.SendAsync(HttpMethod.Get, path.Replace("verify", "lineage", StringComparison.Ordinal), "reader-norad")
                ).StatusCode
        );
        Assert.Equal(
            404,
            (int)(await year.SendAsync(HttpMethod.Get, path.Replace("norad", "nobody", StringComparison.Ordinal), "auditor")).StatusCode
        );
    }

    private async Task AssembleAsync()
    {
        if (await DonorReportRows.FindAsync(year.Table, ReportedYear.Agreement, ReportedYear.Report.Period, CancellationToken.None) is null)
        {
            await year.RunAsync();
        }
    }

    private async Task<string> FirstRowAsync(StreamId stream, string prefix)
    {
        await foreach (
            TableEntity row in year.Rows.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {stream.Value} and RowKey ge {prefix}")
            )
        )
        {
            return row.RowKey;
        }

        throw new InvalidOperationException($"{stream} has no row {prefix}…");
    }

    private async Task WithChangedRowAsync(StreamId stream, string key, Func<string, string> change, Func<Task> then)
    {
        string was = (await year.Rows.GetEntityAsync<TableEntity>(stream.Value, key)).Value.GetString("Json")!;
        Assert.NotEqual(was, change(was));
        await year.Rows.UpsertEntityAsync(new TableEntity(stream.Value, key) { ["Json"] = change(was) }, TableUpdateMode.Merge);
        try
        {
            await then();
        }
        finally
        {
            await year.Rows.UpsertEntityAsync(new TableEntity(stream.Value, key) { ["Json"] = was }, TableUpdateMode.Merge);
        }
    }

    private static async Task WithChangedBlobAsync(BlobClient blob, Func<Task> then)
    {
        byte[] was = (await blob.DownloadContentAsync()).Value.Content.ToArray();
        byte[] changed = [.. was];
        changed[changed.Length / 2] ^= 1;
        await blob.UploadAsync(new BinaryData(changed), overwrite: true);
        try
        {
            await then();
        }
        finally
        {
            await blob.UploadAsync(new BinaryData(was), overwrite: true);
        }
    }

    private static string ReplaceFirst(string text, string what, string with)
    {
        int at = text.IndexOf(what, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + what.Length));
    }
}
