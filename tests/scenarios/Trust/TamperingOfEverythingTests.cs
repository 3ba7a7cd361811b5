using System.Net;
using System.Text.Json.Nodes;
using ACip.Local.Cli;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>One value changed, one removed and one added, past the program, in every kind of row and blob: each is found and named, by the
/// API and by the command.</summary>
/// <remarks>A world of its own: storage is put back, but not what the process has read meanwhile.</remarks>
public sealed class TamperingOfEverythingTests(FullWorld full, ITestOutputHelper output) : IClassFixture<FullWorld>
{
    /// <summary>Kinds that a programme has once it has gone through its forms; a kind that is missing here would be tampered with unseen by
    /// this test.</summary>
    // csharpier-ignore
    private static readonly string[] Kinds =
    [
        "administration", "agreement", "allocation", "approval-policy", "comment", "corrected", "donor", "donor-annex", "donor-life",
        "donor-opened", "donor-publication", "donor-report", "donor-texts", "event", "evidence", "expert", "finance", "form", "historic", "initiative",
        "instrument", "meeting", "member", "obligation", "observed", "person", "plan", "plan-comment", "plan-draft", "plan-draft-mark", "plan-submitted",
        "plan-version", "plan-workbook", "post", "practice", "received", "recommendation", "register", "reminder-policy", "report", "restatement",
        "sample", "task",
        "topic", "uptake", "working-calendar",
    ];

    private static readonly string[] Containers =
    [
        "audit-heads",
        "donor-reports",
        "earlier-years",
        "evidence",
        "plan-versions",
        "received-mail",
        "registers",
    ];

    private StorageTampering Storage => new(full.World.Service<TableServiceClient>(), full.World.Service<BlobServiceClient>());

    private TableClient Rows => Storage.Rows;

    [Fact]
    public async Task Untouched_it_is_whole_and_every_kind_is_there()
    {
        Assert.Equal([], (await full.World.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Equal(Kinds, (await Storage.SamplesAsync()).Keys.Order(StringComparer.Ordinal));
        Assert.True(Kinds.Length + Containers.Length >= 25);
    }

    [Fact]
    public async Task Every_kind_of_row_is_on_record() =>
        Assert.Empty(await RowsOnRecord.MissingAsync(Rows, full.World.Service<DeployedVersion>().Value!));

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    [InlineData("added")]
    public async Task In_every_kind_of_row_it_is_named_by_the_API(string how)
    {
        foreach ((string kind, TableEntity row) in await Storage.SamplesAsync())
        {
            (FindingKind expected, string where, Func<Task> back) = await Storage.TamperAsync(row, how);
            try
            {
                JsonNode answer = (await full.World.GetAsync("auditor", $"api/audit/{row.PartitionKey}/verify")).Is(HttpStatusCode.OK).Json;
                Assert.False(answer["whole"]!.GetValue<bool>());
                string[] findings = [.. answer["findings"]!.AsArray().Select(one => $"{one!["kind"]} {one["where"]}")];
                Assert.True(findings.Contains($"{expected} {where}"), $"{kind} {how}: {string.Join("; ", findings)}");
            }
            finally
            {
                await back();
            }
        }

        Assert.Equal([], (await full.World.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    [InlineData("added")]
    public async Task In_every_kind_of_row_and_blob_it_is_named_by_the_command(string how)
    {
        await NamedByTheCommandAsync(
            (await Storage.SamplesAsync()).Values.Select<TableEntity, Func<Task<Tampered>>>(row => () => Storage.TamperAsync(row, how))
        );
        await NamedByTheCommandAsync(
            Containers.Select<string, Func<Task<Tampered>>>(container => () => Storage.TamperWithBlobAsync(container, how))
        );
    }

    /// <summary>All at once: each must be named beside the others.</summary>
    private async Task NamedByTheCommandAsync(IEnumerable<Func<Task<Tampered>>> tamper)
    {
        var done = new List<Tampered>();
        try
        {
            foreach (Func<Task<Tampered>> one in tamper)
            {
                done.Add(await one());
            }

            var said = new StringWriter();
            Assert.Equal(1, await StorageVerification.OfAccountAsync(full.World.Platform.Storage!, said));
            string text = said.ToString();
            output.WriteLine(text);
            Assert.Equal(
                [],
                done.Where(one => !text.Contains($"  {one.Kind}  {one.Where}:", StringComparison.Ordinal))
                    .Select(one => $"{one.Kind} {one.Where}")
            );
        }
        finally
        {
            foreach (Tampered one in done)
            {
                await one.Back();
            }
        }

        var after = new StringWriter();
        Assert.True(await StorageVerification.OfAccountAsync(full.World.Platform.Storage!, after) == 0, after.ToString());
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    [InlineData("added")]
    public async Task In_every_kind_of_blob_it_is_named_by_the_API(string how)
    {
        foreach (string container in Containers)
        {
            (FindingKind kind, string where, Func<Task> back) = await Storage.TamperWithBlobAsync(container, how);
            try
            {
                JsonNode answer = (await full.World.GetAsync("auditor", "api/verification")).Is(HttpStatusCode.OK).Json;
                string[] findings = [.. answer["findings"]!.AsArray().Select(one => $"{one!["kind"]} {one["where"]}")];
                Assert.True(findings.Contains($"{kind} {where}"), $"{container} {how}: {string.Join("; ", findings)}");
            }
            finally
            {
                await back();
            }
        }
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    public async Task A_version_that_is_changed_in_row_and_blob_at_once_is_named_in_both_places(string how)
    {
        TableEntity row = (await Storage.SamplesAsync())["plan-version"];
        Tampered[] both = [await Storage.TamperAsync(row, how), await Storage.TamperWithBlobAsync("plan-versions", how)];
        try
        {
            Assert.Equal(
                both.Select(one => $"{one.Kind} {one.Where}").Order(StringComparer.Ordinal),
                (await full.World.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None))
                    .Findings.Select(one => $"{one.Kind} {one.Where}")
                    .Order(StringComparer.Ordinal)
            );
        }
        finally
        {
            foreach (Tampered one in both)
            {
                await one.Back();
            }
        }
    }

    [Fact]
    public async Task A_last_event_that_is_deleted_with_its_head_set_back_is_named_by_what_it_wrote_and_by_the_day_since_when_it_is_gone()
    {
        const string stream = "plan-gh-2026";
        TableEntity head = (await Rows.GetEntityAsync<TableEntity>(stream, AuditRows.Head)).Value;
        var events = (await full.World.Table.ListAsync<AuditEvent>(new StreamId(stream), AuditRows.Prefix, CancellationToken.None))
            .Select(row => row.Value)
            .ToList();
        int last = events.FindLastIndex(link => link.Rows?.Any(mark => mark.Key.StartsWith("report|", StringComparison.Ordinal)) == true);
        AuditEvent[] cut = [.. events.Skip(last)];
        var rows = new List<TableEntity>();
        foreach (AuditEvent link in cut)
        {
            rows.Add((await Rows.GetEntityAsync<TableEntity>(stream, AuditRows.Key(link.Sequence))).Value);
            await Rows.DeleteEntityAsync(stream, AuditRows.Key(link.Sequence), ETag.All);
        }

        AuditEvent end = events[last - 1];
        await Rows.UpdateEntityAsync(
            new TableEntity(stream, AuditRows.Head) { ["Json"] = $$"""{"sequence":{{end.Sequence}},"hash":"{{end.Hash}}"}""" },
            ETag.All,
            TableUpdateMode.Replace
        );
        try
        {
            IReadOnlyList<Finding> findings = (
                await full.World.Service<StreamVerification>().VerifyAsync(new StreamId(stream), false, CancellationToken.None)
            ).Findings;
            Assert.Contains(
                findings,
                one => one.Kind == FindingKind.RowChanged && one.Where.StartsWith(stream + "/report|", StringComparison.Ordinal)
            );
            Finding shortened = Assert.Single(findings, one => one.Kind == FindingKind.AuditTruncated);
            Assert.Matches(
                @"^The archive of 2027-03-1\d has this event; the chain ends before it: it was shortened since that day\.$",
                shortened.What
            );
        }
        finally
        {
            foreach (TableEntity row in rows.Append(head))
            {
                await Rows.UpsertEntityAsync(row, TableUpdateMode.Replace);
            }
        }
    }

    [Fact]
    public async Task Mail_that_is_gone_by_its_retention_time_is_excused_by_an_event_and_only_by_that()
    {
        BlobContainerClient all = full.World.Service<BlobServiceClient>().GetBlobContainerClient("received-mail");
        BlobClient blob = all.GetBlobClient((await all.GetBlobsAsync().FirstAsync()).Name);
        BlobDownloadResult was = (await blob.DownloadContentAsync()).Value;
        await blob.DeleteAsync();
        Task<VerifiedProgramme> VerifyAsync() => full.World.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None);
        Assert.Equal(
            (FindingKind.BlobMissing, $"received-mail/{blob.Name}"),
            Assert.Single((await VerifyAsync()).Findings.Select(one => (one.Kind, one.Where)))
        );

        async Task ApplyAsync(string before) =>
            Assert.True(
                await full.World.Table.TryCommitAsync(
                    new UnitOfWork(StreamId.Inbox).Record(new AuditEntry(AuditKind.RetentionApplied, "received-mail", Reason: before)),
                    CancellationToken.None
                )
            );
        await ApplyAsync("2026-01-01");
        Assert.Single((await VerifyAsync()).Findings);
        await ApplyAsync("2030-01-01");
        Assert.Empty((await VerifyAsync()).Findings);
        await blob.UploadAsync(was.Content, new BlobUploadOptions { Metadata = was.Details.Metadata });
    }

    [Fact]
    public async Task Rows_from_before_are_no_findings_and_are_held_to_the_chain_once_they_were_taken_up()
    {
        // as a stream stands that was written before there were hashes of rows
        var stream = new StreamId("plan-of-before");
        for (int at = 0; at < 45; at++)
        {
            await Rows.AddEntityAsync(new TableEntity(stream.Value, $"task|{at:D2}") { ["Json"] = $$"""{"n":{{at}}}""" });
        }

        AuditEvent old = new AuditEvent(
            1,
            DateTimeOffset.UnixEpoch,
            AuditKind.PlanDrafted,
            "of-before",
            null,
            null,
            null,
            AuditEvent.Genesis,
            ""
        );
        old = old with { Hash = old.ComputeHash() };
        await Rows.AddEntityAsync(new TableEntity(stream.Value, AuditRows.Key(1)) { ["Json"] = Workflows.Serialization.Json.Write(old) });
        await Rows.AddEntityAsync(
            new TableEntity(stream.Value, AuditRows.Head) { ["Json"] = Workflows.Serialization.Json.Write(new AuditHead(1, old.Hash)) }
        );
        async Task<IReadOnlyList<Finding>> VerifyAsync() =>
            (await full.World.Service<StreamVerification>().VerifyAsync(stream, false, CancellationToken.None)).Findings;
        try
        {
            Assert.Empty(await VerifyAsync());
            Assert.Equal(45, await full.World.Service<RowsTakingUp>().RunAsync(CancellationToken.None));
            Assert.Equal(0, await full.World.Service<RowsTakingUp>().RunAsync(CancellationToken.None));
            Assert.Empty(await VerifyAsync());
            TableEntity one = (await Rows.GetEntityAsync<TableEntity>(stream.Value, "task|44")).Value;
            Assert.Equal("""{"n":44}""", one.GetString("Json"));
            await Rows.UpdateEntityAsync(new TableEntity(one) { ["Json"] = """{"n":45}""" }, ETag.All, TableUpdateMode.Replace);
            await Rows.AddEntityAsync(new TableEntity(stream.Value, "task|99") { ["Json"] = "{}" });
            Assert.Equal(
                [(FindingKind.RowChanged, "plan-of-before/task|44"), (FindingKind.RowUnexplained, "plan-of-before/task|99")],
                (await VerifyAsync()).Select(finding => (finding.Kind, finding.Where))
            );
        }
        finally
        {
            await foreach (TableEntity row in Rows.QueryAsync<TableEntity>($"PartitionKey eq '{stream}'"))
            {
                await Rows.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
            }
        }
    }
}
