using ACip.Local.Cli;
using ACip.Local.Cli.Operators;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Operators;

/// <summary>What an operator does to a deployment, by its address and a key alone.</summary>
public sealed class OperatorCommandsTests : IAsyncLifetime
{
    private RunningProgramme? running;

    private RunningProgramme Programme => running!;

    private string[] There => ["--url", Programme.Platform.BaseUrl, "--key", Programme.Platform.Simulator.HostKey];

    public async Task InitializeAsync() => running = await RunningProgramme.StartAsync(1);

    public async Task DisposeAsync() => await Programme.DisposeAsync();

    [Fact]
    public async Task Status_says_what_waits_and_ends_with_0_while_all_is_well()
    {
        (int code, string said) = await RunAsync(OperatorCommands.StatusAsync);
        Assert.Equal(0, code);
        Assert.Contains("mails waiting      0", said, StringComparison.Ordinal);
        Assert.Matches(@"workflows          [1-9]\d* run, 0 failed", said);
        Assert.Contains("reconciled         not yet", said, StringComparison.Ordinal);
        Assert.DoesNotContain("@", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_starts_what_should_run_and_says_how_things_stand()
    {
        string plan = Programme.Newest("DraftingTask").CustomArgs["stream"]["plan-".Length..];
        string instance = $"plan:{plan[..2]}:{plan}";
        await Programme.Platform.Workflows.TerminateInstanceAsync(instance);
        await Programme.Platform.Busy.QuietAsync();

        (_, string said) = await RunAsync(OperatorCommands.ReconcileAsync);
        await Programme.Platform.Busy.QuietAsync();
        Assert.False((await Programme.Platform.Workflows.GetInstanceAsync(instance))!.IsCompleted);
        Assert.Matches(@"reconciled         \d{4}-\d\d-\d\d", said);
    }

    [Fact]
    public async Task Verify_looks_at_every_chain_and_ends_with_1_where_one_was_changed()
    {
        await Programme.ReplyAsync(Programme.Newest("DraftingTask"), "SUBMIT");
        (int sound, string all) = await RunAsync(OperatorCommands.VerifyAsync);
        Assert.Equal(0, sound);
        Assert.Contains("sound   streams/plan-af-2026", all, StringComparison.Ordinal);

        var table = new TableClient(Programme.Platform.Storage, ProgrammeTable.Name);
        TableEntity link = await table
            .QueryAsync<TableEntity>("PartitionKey eq 'plan-af-2026' and RowKey ge 'audit|' and RowKey lt 'audit}'")
            .FirstAsync();
        link["Json"] = link.GetString("Json").Replace("2025-10", "2025-09", StringComparison.Ordinal);
        await table.UpdateEntityAsync(link, link.ETag, TableUpdateMode.Replace);
        (int changed, string said) = await RunAsync(OperatorCommands.VerifyAsync);
        Assert.Equal(1, changed);
        Assert.Contains("DIFFERS streams/plan-af-2026", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resend_hands_over_what_waits_and_sends_one_mail_once_more_with_the_same_message_id()
    {
        LocalMessage first = Programme.Newest("DraftingTask");
        Programme.Platform.Mail.NextSends(SendFault.Unavailable);
        await Programme.ReplyAsync(first, "QUESTION: when?");
        int before = Programme.Platform.Mail.List().Count;
        (int code, string said) = await RunAsync(OperatorCommands.ResendAsync);
        await Programme.Platform.Busy.QuietAsync();
        Assert.Equal(0, code);
        Assert.StartsWith("Handed over: 2", said, StringComparison.Ordinal);
        Assert.Equal(before + 2, Programme.Platform.Mail.List().Count);
        ProgrammeTable table = Programme.Get<ProgrammeTable>();
        AuditEvent asked = (await AuditRows.ReadAsync(table, StreamId.Programme, CancellationToken.None)).Last(one =>
            one.Kind == AuditKind.RepairAsked
        );
        Assert.Equal(("send", null), (asked.Subject, asked.By?.Value)); // a key is nobody

        await RunAsync(
            (args, output) => OperatorCommands.ResendAsync([first.CustomArgs["stream"], first.CustomArgs["delivery"], .. args], output)
        );
        await Programme.Platform.Busy.QuietAsync();
        LocalMessage again = Programme.Newest("DraftingTask");
        Assert.NotEqual(first.Number, again.Number);
        Assert.Equal((first.MessageId, first.ReplyTo[0].Email), (again.MessageId, again.ReplyTo[0].Email));
        var stream = new StreamId(first.CustomArgs["stream"]);
        IReadOnlyList<AuditEvent> trail = await AuditRows.ReadAsync(table, stream, CancellationToken.None);
        Assert.Contains(trail, one => one.Kind == AuditKind.MailResent);
        AuditHead head = (await table.FindAsync<AuditHead>(stream, AuditRows.Head, CancellationToken.None))!.Value;
        Assert.Empty(StoredChain.Of(stream, trail, head).Findings);
        Assert.Equal(
            "There is no such mail.",
            await WhyAsync((args, output) => OperatorCommands.ResendAsync(["plan-af-2026", "none", .. args], output))
        );
    }

    [Theory]
    [InlineData("--url", "http://127.0.0.1:9", "Nothing answers at http://127.0.0.1:9/")]
    [InlineData("--key", "wrong", "does not take this key")]
    public async Task What_is_wrong_is_said_with_what_to_do(string option, string value, string said) =>
        Assert.Contains(
            said,
            await WhyAsync((args, output) => OperatorCommands.StatusAsync([.. args, option, value], output)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("nowhere", "k", "is no address of a deployment")]
    [InlineData("http://acip.example.org", "k", "not encrypted")]
    [InlineData("https://acip.example.org", "", "Which key?")]
    public async Task A_command_that_cannot_be_sent_says_why(string url, string key, string said) =>
        Assert.Contains(
            said,
            (
                await Assert.ThrowsAsync<UsageException>(() => OperatorCommands.StatusAsync(["--url", url, "--key", key], TextWriter.Null))
            ).Message,
            StringComparison.Ordinal
        );

    private async Task<(int Code, string Said)> RunAsync(Func<string[], TextWriter, Task<int>> command)
    {
        using var output = new StringWriter();
        return (await command(There, output), output.ToString());
    }

    private async Task<string> WhyAsync(Func<string[], TextWriter, Task<int>> command) =>
        (await Assert.ThrowsAsync<RefusedException>(() => command(There, TextWriter.Null))).Message;
}
