using System.Net;
using System.Text.RegularExpressions;
using ACip.Local.Cli;
using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.NewKindOfTask;

/// <summary>A kind of task is one class and one line: mail, page behind the link, reminder, answer and reconciliation come with
/// it.</summary>
public sealed partial class NewKindOfTaskTests
{
    private static readonly DateTimeOffset Begins = new(2026, 1, 12, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task One_class_and_one_line_are_asked_reminded_shown_reconciled_and_answered()
    {
        await using LocalPlatform platform = await LocalPlatform.StartAsync(
            [
                "--Local:Port=0",
                "--Local:Azurite=Memory",
                "--Local:Quiet=true",
                "--Local:Clock:StandsStill=true",
                "--Local:Clock:Start=2026-01-12T08:00:00Z",
                "--Local:Seed=venue",
            ],
            services => services.AddSingleton<ITaskKind, AskForVenueTask>()
        );
        await SampleLoading.LoadAsync(platform, 1, new DateOnly(2026, 1, 1));
        ProgrammeTable table = platform.Get<ProgrammeTable>();
        var coordinator = new PersonId("coordinator-af");
        var task = new TaskRef(StreamId.Of(new PlanId("af-2026")), new TaskId("af-2026-venue-1"));
        HumanTaskRecord asked = HumanTaskRecord.Ask(
            task.Task,
            TaskDefinition.OfCoordinator("AskForVenue"),
            TaskSubject.From("workshop"),
            1,
            new AdministrationId("AF"),
            [coordinator],
            Begins,
            Begins.AddDays(30),
            Begins.AddDays(60)
        );
        Assert.True(await table.TryCommitAsync(new UnitOfWork(task.Stream).Add(task.RowKey, asked), CancellationToken.None));
        await platform.Workflows.StartOnceAsync(nameof(HumanTask), task, task.InstanceId, CancellationToken.None);
        await platform.Busy.QuietAsync();

        LocalMessage mail = Assert.Single(Mails(platform, "-ask-"));
        using var http = new HttpClient { BaseAddress = new Uri(platform.BaseUrl) };
        await platform.AdvanceToAsync(Begins.AddDays(25));
        LocalMessage reminder = Mails(platform, "af-2026-venue-1").First(one => one.CustomArgs["kind"] == "Reminder");
        HttpResponseMessage page = await http.GetAsync(TaskPath().Match(reminder.Text).Value);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        await platform.Workflows.TerminateInstanceAsync(task.InstanceId, "lost");
        await platform.Busy.QuietAsync();
        Assert.False(await RunsAsync(platform, task));
        await platform.Get<ReconciliationService>().RunAsync(late: true, platform.Workflows, CancellationToken.None);
        await platform.Busy.QuietAsync();
        Assert.True(await RunsAsync(platform, task));

        await platform.Mail.ReplyAsync(mail.Id, new InboundReply { Text = "The training centre in Kabul." });
        await platform.Busy.QuietAsync();

        HumanTaskRecord after = (await TaskRows.FindAsync(table, task, CancellationToken.None))!.Value;
        Assert.Equal((TaskState.Answered, coordinator), (after.State, after.AnsweredBy));
        Assert.Contains("The training centre in Kabul.", Assert.Single(Mails(platform, "-answer-")).Text, StringComparison.Ordinal);
        Assert.True((await platform.Workflows.GetInstanceAsync(task.InstanceId))!.IsCompleted);
    }

    private static async Task<bool> RunsAsync(LocalPlatform platform, TaskRef task) =>
        await platform.Workflows.GetInstanceAsync(task.InstanceId) is { IsRunning: true };

    private static IReadOnlyList<LocalMessage> Mails(LocalPlatform platform, string part) =>
        [
            .. platform
                .Mail.List()
                .Where(mail =>
                    mail.CustomArgs.GetValueOrDefault("delivery") is { } delivery
                    && delivery.StartsWith("af-2026-venue-1", StringComparison.Ordinal)
                    && delivery.Contains(part, StringComparison.Ordinal)
                ),
        ];

    [GeneratedRegex("/tasks/[a-z0-9]{20,}")]
    private static partial Regex TaskPath();
}
