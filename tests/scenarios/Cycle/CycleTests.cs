using ACip.Local.Mail;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Verification;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>Three administrations for a year (Afghanistan, Ethiopia, Ghana); with ACIP_FULL=1 all 25 for three years.</summary>
public sealed class YearFixture : IAsyncLifetime
{
    private PlayedCycle? played;

    internal PlayedCycle Played => played!;

    public static bool Full { get; } = Environment.GetEnvironmentVariable("ACIP_FULL") == "1";

    public async Task InitializeAsync() =>
        played = Full ? await PlayedCycle.PlayAsync(3, null, "cycle") : await PlayedCycle.PlayAsync(1, 3, "cycle");

    public async Task DisposeAsync() => await Played.DisposeAsync();
}

[Collection("Cycle")]
public sealed class CycleTests(YearFixture year, ITestOutputHelper output) : IClassFixture<YearFixture>
{
    [Fact]
    public async Task Every_period_ends_as_the_script_says()
    {
        ProgrammeRegister register = await RegisterAsync();
        SortedDictionary<string, ReportState> expected = Script.States(year.Played.Years.Actors, register.Plans.Values, year.Played.Ends);
        IReadOnlyList<ReportRecord> reports = await year.Played.ReportsAsync();
        SortedDictionary<string, ReportState> actual = new(
            reports.ToDictionary(one => $"{one.Plan} {one.Period.Key}", one => one.State),
            StringComparer.Ordinal
        );

        output.WriteLine(
            $"{expected.Count} periods: {string.Join(", ", expected.Values.CountBy(state => state).Select(group => $"{group.Value} {group.Key}"))}; {year.Played.Years.Mails.Count} mails"
        );
        Assert.NotEmpty(expected);
        Assert.Empty(
            expected
                .Where(one => !actual.TryGetValue(one.Key, out ReportState state) || state != one.Value)
                .Select(one =>
                    $"{one.Key}: {one.Value} expected, {(actual.TryGetValue(one.Key, out ReportState state) ? state.ToString() : "none")}; {Story(reports, one.Key)}"
                )
        );
        Assert.Empty(year.Played.Years.Problems);
    }

    [Fact]
    public async Task Everybody_gets_exactly_the_mails_that_the_policy_says()
    {
        var byHand = new PolicyByHand(await RegisterAsync());
        ReportRecord[] ended = [.. (await year.Played.ReportsAsync()).Where(one => ReportLifecycle.HasEnded(one.State))];
        HashSet<string> reports =
        [
            .. ended.SelectMany(one => new[] { $"{one.Plan}-report-{one.Period.Key}-", $"{one.Plan}-review-{one.Period.Key}-" }),
        ];
        // by itself or in a digest: what the outbox holds is what people were told
        string[] sent =
        [
            .. (await OutboxAsync())
                .Where(mail => mail.State is not OutgoingState.Held)
                .Select(mail => mail.Key)
                .Where(key => reports.Any(key.StartsWith) && !key.Contains("-answer-", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(ended.SelectMany(byHand.Mails).Order(StringComparer.Ordinal), sent);
        Assert.Equal(sent.Distinct().Count(), sent.Length);
    }

    [Fact]
    public async Task What_can_wait_reaches_the_secretariat_in_one_mail_a_working_day()
    {
        IReadOnlyList<OutgoingMail> outbox = await OutboxAsync();
        foreach (string approver in new[] { "approver.one", "approver.two" })
        {
            LocalMessage[] digests =
            [
                .. year.Played.Years.Mails.Where(mail =>
                    mail.Recipient.Email.StartsWith(approver, StringComparison.Ordinal) && mail.CustomArgs["kind"] == "Digest"
                ),
            ];
            Assert.NotEmpty(digests);
            Assert.Equal(digests.Length, digests.Select(mail => mail.AcceptedAt.Date).Distinct().Count());
            string[] told =
            [
                .. digests
                    .SelectMany(mail => mail.CustomArgs["covers"].Split(' '))
                    .Select(one => one[(one.IndexOf('~', StringComparison.Ordinal) + 1)..]),
            ];
            Assert.Equal(told.Length, told.Distinct().Count());
            Assert.Equal(
                outbox
                    .Where(mail =>
                        mail is { State: OutgoingState.InDigest, Detail: "digest" } && mail.To.Value == approver.Replace('.', '-')
                    )
                    .Select(mail => mail.Key)
                    .Order(StringComparer.Ordinal),
                told.Order(StringComparer.Ordinal)
            );
        }
    }

    private async Task<IReadOnlyList<OutgoingMail>> OutboxAsync()
    {
        var all = new List<OutgoingMail>();
        ProgrammeRegister register = await RegisterAsync();
        foreach (StreamId stream in register.Plans.Keys.Select(StreamId.Of).Concat(register.Agreements.Keys.Select(StreamId.Of)))
        {
            all.AddRange(
                (await year.Played.Table.ListAsync<OutgoingMail>(stream, OutgoingMail.RowKey(""), CancellationToken.None)).Select(row =>
                    row.Value
                )
            );
        }

        return all;
    }

    [Fact]
    public async Task Nobody_is_mailed_outside_working_hours_by_the_cycle()
    {
        ProgrammeRegister register = await RegisterAsync();
        Assert.All(
            year.Played.Years.Mails.Where(mail =>
                mail.CustomArgs.GetValueOrDefault("kind") is "QuarterlyTask" or "Reminder" or "Escalation"
            ),
            mail =>
            {
                Person person = register.ByAddress(mail.Recipient.Email)!;
                AdministrationId? own = person.Roles.Select(role => role.Administration).FirstOrDefault(id => id is not null);
                string zone = own is { } administration ? register.Administrations[administration].TimeZone : "Europe/Brussels";
                DateTimeOffset there = TimeZoneInfo.ConvertTime(mail.AcceptedAt, TimeZoneInfo.FindSystemTimeZoneById(zone));
                Assert.InRange(there.Hour, 9, 16);
            }
        );
    }

    [Fact]
    public async Task Every_day_on_which_a_chain_grew_leaves_their_ends_and_nothing_to_repair()
    {
        ReconciliationState upkeep = await ReconciliationState.ReadAsync(year.Played.Table, CancellationToken.None);
        ProgrammeRegister register = await RegisterAsync();
        int days = 0;
        await foreach (
            var blob in year
                .Played.Services.GetRequiredService<BlobServiceClient>()
                .GetBlobContainerClient(AuditHeadArchive.Container)
                .GetBlobsAsync()
        )
        {
            days++;
        }

        Assert.DoesNotContain(upkeep.Findings, finding => finding.Repaired);
        Assert.Equal(register.Plans.Count, upkeep.Heads.Count);
        Assert.Equal(register.Plans.Count, upkeep.Health.Count);
        Assert.InRange(days, 100, 5 * 366);
    }

    private static string Story(IReadOnlyList<ReportRecord> reports, string key) =>
        reports.FirstOrDefault(one => $"{one.Plan} {one.Period.Key}" == key) is { } report
            ? $"due {report.Due:yyyy-MM-dd}, locks {report.Period.Locks:yyyy-MM-dd}, {string.Join(", ", report.Submissions.Select(one => $"in {one.At:yyyy-MM-dd} {(one.Decision is { } decision ? $"{(decision.Accepted ? "accepted" : "returned")} {decision.At:yyyy-MM-dd}" : "undecided")}"))}"
            : "";

    private async Task<ProgrammeRegister> RegisterAsync() =>
        await year.Played.Services.GetRequiredService<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
}
