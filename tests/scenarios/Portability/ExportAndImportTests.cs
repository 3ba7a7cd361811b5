using ACip.Local.Cli.Operators;
using ACip.Local.Cli.Operators.Portability;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Tests.Scenarios.Malformed;
using ACip.Tests.Scenarios.Trust;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Portability;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Portability;

/// <summary>A programme taken to another platform, whole.</summary>
public sealed class ExportAndImportTests(ExportedProgramme exported, ITestOutputHelper output) : IClassFixture<ExportedProgramme>
{
    private const int MostPages = 60;

    private static readonly ReportRef Returned = new(new PlanId("af-2026"), new PeriodKey("20261001-20261231")),
        Following = new(new PlanId("gh-2026"), new PeriodKey("20270101-20270331"));

    private static readonly string[] People = ["approver-two", "auditor", "coordinator-af", "reader-norad"];

    [Fact]
    public async Task Imported_into_an_empty_platform_it_shows_the_same_pages_and_reports_and_lives_on()
    {
        await using PlanWorld target = await exported.EmptyAsync();
        SortedDictionary<string, string> was = await PagesSeen.ByAsync(exported.Source.Platform.BaseUrl, People, MostPages);
        (int code, string said) = await exported.ImportAsync(target, exported.Folder);
        output.WriteLine(said);
        Assert.Equal(0, code);
        Assert.Contains("all sound", said, StringComparison.Ordinal);
        Assert.Equal([], (await target.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Equal(await ReportsIn.HashesAsync(exported.Source.Platform), await ReportsIn.HashesAsync(target.Platform));

        SortedDictionary<string, string> now = await PagesSeen.ByAsync(target.Platform.BaseUrl, People, MostPages);
        Assert.True(was.Count > 100, $"Only {was.Count} pages were seen.");
        // the one thing that has happened since: its event, and what the reconciliation started again (a meeting's invitation, a task)
        string[] differ = [.. was.Keys.Union(now.Keys).Where(page => was.GetValueOrDefault(page) != now.GetValueOrDefault(page))];
        Assert.True(
            differ.All(page => page.Split('?')[0].Split(' ')[1] is "/audit/programme" or "/" or "/lists/tasks"),
            string.Join(
                '\n',
                differ.Select(page => $"{page}: {PagesSeen.Parting(was.GetValueOrDefault(page), now.GetValueOrDefault(page))}")
            )
        );
        Assert.Equal(
            exported.Manifest,
            (await AuditRows.ReadAsync(target.Table, StreamId.Programme, CancellationToken.None))
                .Single(link => link.Kind == AuditKind.ProgrammeImported)
                .DataSha256
        );
        await LivesOnAsync(target);
        Assert.Empty(await RowsOnRecord.MissingAsync(target.Platform));
    }

    [Fact]
    public async Task Into_a_programme_that_is_not_empty_nothing_is_imported_and_what_to_do_is_said()
    {
        string why = await exported.WhyNotAsync(exported.Source, exported.Folder);
        Assert.Contains("A programme stands here already", why, StringComparison.Ordinal);
        Assert.Contains("deploy one with new storage, without Programme__FirstApprover", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_or_is_missing_is_named_and_nothing_is_written()
    {
        string spoilt = exported.Copy("spoilt");
        string evidence = Directory.GetFiles(Path.Combine(spoilt, "blobs", "evidence")).First();
        await File.AppendAllTextAsync(evidence, " ");
        string plan = Directory.GetFiles(Path.Combine(spoilt, "blobs", "plan-versions"), "*", SearchOption.AllDirectories).First();
        File.Delete(plan);
        string rows = Path.Combine(spoilt, "tables", "Programme.jsonl");
        await File.WriteAllTextAsync(rows, (await File.ReadAllTextAsync(rows)).Replace("\"A1\"", "\"A2\"", StringComparison.Ordinal));
        File.Delete(Path.Combine(spoilt, "blobs", "registers.jsonl"));

        await using PlanWorld target = await exported.EmptyAsync();
        string why = await exported.WhyNotAsync(target, spoilt);
        Assert.Equal(
            [
                "blobs/evidence/" + Path.GetFileName(evidence) + " was changed",
                Path.GetRelativePath(spoilt, plan) + " is missing",
                "blobs/registers.jsonl is missing",
                "tables/Programme.jsonl was changed",
            ],
            why.Split('\n').Skip(1).Select(line => line.Trim()).Order(StringComparer.Ordinal)
        );
        Assert.Null(await target.Service<EmptyPlatform>().FirstOfAsync(CancellationToken.None));
        Assert.Null(await target.Service<ImportMarks>().FindAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_import_that_was_broken_off_goes_on_and_until_then_nothing_is_started()
    {
        await using PlanWorld target = await exported.EmptyAsync();
        await target
            .Service<ProgrammeImport>()
            .BeginAsync(new ImportRequest(PortableFormat.Name, PortableFormat.Version, exported.Manifest), CancellationToken.None);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(exported.Folder, "tables", "Programme.jsonl"));
        await target
            .Service<RowImport>()
            .TakeAsync("Programme", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines.Take(333))), CancellationToken.None);
        await target.Platform.FireAsync("DailyReconciliation");
        await target.Platform.Busy.QuietAsync();
        Assert.Null(await target.Platform.Workflows.GetInstanceAsync("plan:af:af-2026"));

        string other = exported.Copy("other");
        await File.AppendAllTextAsync(Path.Combine(other, "manifest.json"), "\n");
        Assert.Contains("is half here", await exported.WhyNotAsync(target, other), StringComparison.Ordinal);

        (int code, string said) = await exported.ImportAsync(target, exported.Folder);
        Assert.Equal((0, true), (code, said.Contains(": continued.", StringComparison.Ordinal)));
        Assert.Equal([], (await target.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.False((await target.Platform.Workflows.GetInstanceAsync("plan:af:af-2026"))!.IsCompleted);
        Assert.Contains(": done.", (await exported.ImportAsync(target, exported.Folder)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_takes_the_master_key_alone()
    {
        string[] there = ["--url", exported.Source.Platform.BaseUrl, "--key", exported.Source.Platform.Simulator.HostKey];
        string why = (
            await Assert.ThrowsAsync<RefusedException>(() =>
                ExportCommand.RunAsync(["--out", Path.Combine(exported.Folder, "none"), .. there], TextWriter.Null)
            )
        ).Message;
        Assert.Contains("export and import take the master key alone", why, StringComparison.Ordinal);
        why = (
            await Assert.ThrowsAsync<RefusedException>(() => ImportCommand.RunAsync(["--from", exported.Folder, .. there], TextWriter.Null))
        ).Message;
        Assert.Contains("does not take this key", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../manifest.json")]
    [InlineData("a/../../evidence.jsonl")]
    [InlineData("/etc/hosts")]
    public void A_name_that_leads_out_of_its_folder_is_no_file(string name) =>
        Assert.Null(new ExportFolder(exported.Folder).FileOf("evidence", name));

    [Fact]
    public async Task More_rows_than_an_answer_holds_come_in_parts()
    {
        const int Rows = 4_500,
            AtOnce = 100;
        await using PlanWorld world = await exported.EmptyAsync();
        TableClient index = world.Service<TableServiceClient>().GetTableClient("MailIndex");
        foreach (int[] some in Enumerable.Range(0, Rows).Chunk(AtOnce))
        {
            await index.SubmitTransactionAsync(
                some.Select(number => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity("mail", $"token|{number:D5}")
                    {
                        ["Number"] = number,
                        ["At"] = DateTimeOffset.UnixEpoch.AddTicks(number),
                    }
                ))
            );
        }

        string folder = Path.Combine(exported.Folder, "..", "parts");
        Assert.Equal(0, await ExportCommand.RunAsync(["--out", folder, .. ExportedProgramme.There(world)], TextWriter.Null));
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(folder, "tables", "MailIndex.jsonl"));
        Assert.Equal(Enumerable.Range(0, Rows).Select(number => $"token|{number:D5}"), lines.Select(KeyOf));

        static string KeyOf(string line) => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("key").GetString()!;
    }

    [Fact]
    public async Task Every_table_and_container_is_exported_or_left_behind_for_a_reason_that_the_manifest_says()
    {
        PortablePlace[] places = [.. exported.Source.Platform.Services.GetServices<PortablePlace>()];
        var standing = new List<(PlaceKind, string)>();
        await foreach (var table in exported.Source.Service<TableServiceClient>().QueryAsync())
        {
            standing.Add((PlaceKind.Table, table.Name));
        }

        await foreach (var container in exported.Source.Service<BlobServiceClient>().GetBlobContainersAsync())
        {
            standing.Add((PlaceKind.Container, container.Name));
        }

        // but for the engine's and the host's own
        Assert.Equal(
            [],
            standing
                .Except(places.Select(place => (place.Kind, place.Name)))
                .Where(one => !one.Item2.StartsWith("acip", StringComparison.OrdinalIgnoreCase) && one.Item2 != "azure-webjobs-hosts")
        );
        string manifest = await File.ReadAllTextAsync(Path.Combine(exported.Folder, "manifest.json"));
        Assert.All(places, place => Assert.Contains($"\"{place.Name}\"", manifest, StringComparison.Ordinal));
        string secret = exported.Secret;
        Assert.All(
            Directory.EnumerateFiles(exported.Folder, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(secret, File.ReadAllText(file), StringComparison.Ordinal)
        );
    }

    /// <summary>The mail was sent by the platform that the programme came from, and is answered to the one where it is now.</summary>
    private async Task LivesOnAsync(PlanWorld target)
    {
        LocalMessage asked = exported
            .Source.Platform.Mail.List()
            .Last(mail =>
                mail.Recipient.Email == "coordinator.af@customs-af.example" && mail.CustomArgs["kind"] is "ReportReturned" or "ReportTask"
            );
        var reply = new InboundReply { Text = "A1: 13\nSUBMIT", Spf = "pass" };
        await target.Platform.Mail.DeliverAsync(exported.Source.Platform.Mail.Compose(asked.Id, reply));
        await target.Platform.Busy.QuietAsync();
        Assert.Equal(ReportState.Submitted, (await ReportRows.FindAsync(target.Table, Returned, CancellationToken.None))!.Value.State);

        await target.Platform.AdvanceToAsync(new DateTimeOffset(2027, 4, 12, 12, 0, 0, TimeSpan.Zero));
        Assert.Contains(target.Platform.Mail.List(), mail => mail.Recipient.Email == "coordinator.gh@customs-gh.example");
        await MalformedWorld.ReportAsync(target, Following);
        (
            await target.SendAsync(
                "approver-two",
                HttpMethod.Post,
                $"api/plans/{Following.Plan}/reports/{Following.Period}/decision",
                new { approved = true }
            )
        ).Is(System.Net.HttpStatusCode.OK);
        Assert.Equal(ReportState.Accepted, (await ReportRows.FindAsync(target.Table, Following, CancellationToken.None))!.Value.State);
        Assert.Equal([], (await target.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
    }
}
