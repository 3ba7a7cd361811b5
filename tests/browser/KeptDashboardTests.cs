using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using ACip.Local.Cli.Platform;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Browser;

/// <summary>What the dashboard keeps in memory: nothing of it is late in one process, and at most 30 seconds late with several.</summary>
public sealed class KeptDashboardTests : IAsyncLifetime, IDisposable
{
    private const int MostCalls = 6;

    private static readonly PlanId Here = new("af-2026"),
        Elsewhere = new("lb-2026");

    private LocalPlatform platform = null!;
    private HttpClient officer = null!;

    public async Task InitializeAsync()
    {
        platform = await FullProgrammeTests.StartAsync("kept");
        await FullProgrammeTests.FillAsync(platform);
        officer = new HttpClient { BaseAddress = new Uri(platform.BaseUrl) };
        officer.DefaultRequestHeaders.Add("X-Local-Sign-In", "officer-one");
    }

    public void Dispose() => officer.Dispose();

    public async Task DisposeAsync() => await platform.DisposeAsync();

    [Fact]
    public async Task What_this_process_commits_shows_at_once_and_what_another_commits_within_30_seconds()
    {
        var own = platform.Services.GetRequiredService<ProgrammeTable>();
        var other = new ProgrammeTable(platform.Services.GetRequiredService<TableServiceClient>(), TimeProvider.System);
        await platform.Busy.QuietAsync();

        Assert.DoesNotContain("As of", await DashboardAsync(), StringComparison.Ordinal); // all of it was just read
        platform.Faults!.ResetCounts();
        long looked = Stopwatch.GetTimestamp();
        await platform.AdvanceAsync(TimeSpan.FromSeconds(1));
        string again = await DashboardAsync();
        Assert.InRange(platform.Faults.CallsByOperation.Values.Sum(), 0, MostCalls);
        Assert.Contains("As of 08:00:00.", again, StringComparison.Ordinal); // 06:00 UTC is 8 in Brussels
        Assert.Equal(("Active", "Active"), (StateOf(again, Here), StateOf(again, Elsewhere)));

        await SuspendAsync(own, Here);
        await FindAsync(own, "here");
        platform.Faults.ResetCounts();
        string atOnce = await DashboardAsync();
        Assert.Equal(("Suspended", "Active"), (StateOf(atOnce, Here), StateOf(atOnce, Elsewhere)));
        Assert.Contains("found here", atOnce, StringComparison.Ordinal);

        await SuspendAsync(other, Elsewhere);
        await FindAsync(other, "elsewhere");
        string soon = await DashboardAsync();
        if (Stopwatch.GetElapsedTime(looked) < TimeSpan.FromSeconds(25))
        {
            Assert.Equal("Active", StateOf(soon, Elsewhere)); // or nothing is kept, and this tests nothing
        }

        await platform.AdvanceAsync(TimeSpan.FromSeconds(30));
        string later = await DashboardAsync();
        Assert.Equal(("Suspended", "Suspended"), (StateOf(later, Here), StateOf(later, Elsewhere)));
        Assert.Contains("found elsewhere", later, StringComparison.Ordinal);
        Assert.DoesNotContain("As of", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_other_worker_wrote_who_looks_again_after_30_seconds_asks_for_next_to_nothing()
    {
        string first = await DashboardAsync();
        await platform.Busy.QuietAsync();
        await platform.AdvanceAsync(TimeSpan.FromSeconds(30));
        platform.Faults!.ResetCounts();

        string again = await DashboardAsync();

        Assert.InRange(platform.Faults.CallsByOperation.Values.Sum(), 1, MostCalls);
        Assert.DoesNotContain("As of", again, StringComparison.Ordinal); // it was made sure of for this view
        Assert.Equal(StateOf(first, Here), StateOf(again, Here));
    }

    [Fact]
    public async Task What_another_worker_commits_under_a_mark_that_was_seen_already_is_seen_too()
    {
        var other = new ProgrammeTable(platform.Services.GetRequiredService<TableServiceClient>(), TimeProvider.System);
        long marked = Stopwatch.GetTimestamp();
        await FindAsync(other, "first");
        await DashboardAsync(); // sees the mark
        await SuspendAsync(other, Elsewhere); // makes no other
        if (Stopwatch.GetElapsedTime(marked) > TimeSpan.FromSeconds(9))
        {
            return; // on a machine as slow as this, it made one
        }

        await platform.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("Suspended", StateOf(await DashboardAsync(), Elsewhere));
    }

    [Theory]
    [InlineData("/api/programme")] // a program is told what stands
    [InlineData("/many-at-once")] // and whoever decides
    public async Task Decisions_and_programs_read_what_stands(string path)
    {
        await DashboardAsync();
        await platform.Busy.QuietAsync();
        platform.Faults!.ResetCounts();

        await officer.GetStringAsync(path);

        Assert.True(platform.Faults.CallsByOperation.Values.Sum() >= 25, "each plan's chain is looked at");
    }

    [Theory]
    [InlineData("/lists/reports", "officer-one")]
    [InlineData("/lists/tasks", "officer-one")]
    [InlineData("/lists/indicators", "officer-one")]
    [InlineData("/", "coordinator-af")]
    public async Task Lists_and_homes_show_what_is_kept_too(string path, string person)
    {
        using var reader = new HttpClient { BaseAddress = officer.BaseAddress };
        reader.DefaultRequestHeaders.Add("X-Local-Sign-In", person);
        await DashboardAsync();
        await reader.GetStringAsync(path);
        await platform.Busy.QuietAsync();
        platform.Faults!.ResetCounts();
        await platform.AdvanceAsync(TimeSpan.FromSeconds(1));

        string list = await reader.GetStringAsync(path);

        Assert.InRange(platform.Faults.CallsByOperation.Values.Sum(), 0, MostCalls);
        Assert.Contains("As of 08:00:00.", list, StringComparison.Ordinal);
    }

    private Task<string> DashboardAsync() => officer.GetStringAsync("/");

    private static string StateOf(string html, PlanId plan) =>
        WebUtility
            .HtmlDecode(Regex.Match(html, $"href=\"/plans/{plan}\"><i[^>]*>[^<]*</i> (?<words>[^<]*)</a>").Groups["words"].Value)
            .Trim();

    private static async Task SuspendAsync(ProgrammeTable table, PlanId plan)
    {
        Row<PlanRecord> file = (await PlanRows.FindAsync(table, plan, CancellationToken.None))!;
        UnitOfWork unit = new UnitOfWork(StreamId.Of(plan)).Replace(file, file.Value with { State = PlanState.Suspended });
        Assert.True(await table.TryCommitAsync(unit, CancellationToken.None));
    }

    /// <summary>As the daily reconciliation writes what it found.</summary>
    private async Task FindAsync(ProgrammeTable table, string where)
    {
        Row<ReconciliationState>? row = await table.FindAsync<ReconciliationState>(
            ReconciliationState.Stream,
            ReconciliationState.RowKey,
            CancellationToken.None
        );
        var finding = new ReconciliationFinding(where, null, "instance-failed", $"found {where}", false, platform.Clock.GetUtcNow());
        ReconciliationState state = (row?.Value ?? ReconciliationState.None).With(where, [finding]);
        UnitOfWork unit = new UnitOfWork(ReconciliationState.Stream).Put(ReconciliationState.RowKey, row, state);
        Assert.True(await table.TryCommitAsync(unit, CancellationToken.None));
    }
}
