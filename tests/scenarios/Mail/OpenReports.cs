using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ACip.Local.Cli;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using ACip.Local.Mail;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ACip.Tests.Scenarios.Mail;

[CollectionDefinition(Name)]
public sealed class OpenReportsCollection : ICollectionFixture<OpenReports>
{
    public const string Name = "open reports";
}

/// <summary>One platform with all administrations of the sample, most of whose first quarters are open and asked for; each test takes
/// a report of its own. There are no more than some twenty: what does not fit belongs into a collection of its own.</summary>
public partial class OpenReports : IAsyncLifetime, IDisposable
{
    private readonly ConcurrentQueue<OpenReport> unused = new();
    private readonly Seen seen = new();
    private LocalPlatform? platform;

    /// <summary>Of the program, beside the usual ones.</summary>
    private protected virtual IReadOnlyList<string> Settings => [];

    private protected virtual int Administrations => 25;

    internal LocalPlatform Platform => platform!;

    internal IServiceProvider Services => Platform.Services;

    internal ProgrammeTable Table => Services.GetRequiredService<ProgrammeTable>();

    internal HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Every line that was logged, at any level that the application lets through.</summary>
    internal IReadOnlyCollection<string> Logged => seen.Lines;

    public async Task InitializeAsync()
    {
        platform = await LocalPlatform.StartAsync(
            [
                "--Local:Port=0",
                "--Local:Azurite=Memory",
                "--Local:Clock:StandsStill=true",
                "--Local:Clock:Start=2026-03-16T08:00:00Z",
                "--Local:Seed=mail-scenarios",
                "--Local:Quiet=true",
                .. Settings,
            ],
            services => services.AddLogging(logging => logging.AddProvider(seen))
        );
        Http.BaseAddress = new Uri(Platform.BaseUrl);
        await SampleLoading.LoadAsync(Platform, Administrations, new DateOnly(2026, 1, 1));
        await Platform.Busy.QuietAsync();
        await Harness.AtOnce.SetAsync(platform.Services);
        await GiveEachASecondCoordinatorAsync();
        await ForEachAsync("DraftingTask", SubmitAsync, days: 4);
        await ForEachAsync("ReviewTask", mail => ApproveAsync(mail), days: 6);
        await Platform.AdvanceToAsync(new DateTimeOffset(2026, 4, 13, 12, 0, 0, TimeSpan.Zero));
        ProgrammeRegister register = await RegisterAsync();
        foreach (
            LocalMessage ask in Of("QuarterlyTask").Where(mail => mail.Recipient.Email.StartsWith("coordinator", StringComparison.Ordinal))
        )
        {
            Person person = register.ByAddress(ask.Recipient.Email)!;
            var plan = new PlanId(ask.CustomArgs["stream"]["plan-".Length..]);
            string delivery = ask.CustomArgs["delivery"];
            string period = delivery.Substring(
                delivery.IndexOf("-report-", StringComparison.Ordinal) + "-report-".Length,
                "yyyyMMdd-yyyyMMdd".Length
            );
            unused.Enqueue(new OpenReport(ask, person, new ReportRef(plan, new PeriodKey(period))));
        }
    }

    public async Task DisposeAsync()
    {
        await Platform.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        Http.Dispose();
        seen.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Mails of all administrations go out at this hour: another test may have moved the clock to a Friday or a
    /// Saturday.</summary>
    internal async Task ToAWorkingDayAsync()
    {
        DateTimeOffset now = Platform.Clock.GetUtcNow();
        if (now.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Wednesday && now.Hour is >= 9 and <= 13)
        {
            return;
        }

        int days = (((int)DayOfWeek.Tuesday - (int)now.DayOfWeek + 6) % 7) + 1;
        await Platform.AdvanceToAsync(new DateTimeOffset(now.UtcDateTime.Date.AddDays(days).AddHours(12), TimeSpan.Zero));
    }

    /// <summary>Mails of this administration go out at this hour: no hour is within the working hours of all of them.</summary>
    internal async Task ToMailHoursOfAsync(OpenReport report)
    {
        CycleSettings settings = await Services.GetRequiredService<CycleSettingsService>().ReadAsync(CancellationToken.None);
        Administration home = (await RegisterAsync()).Administrations[(await ReadAsync(report)).Administration];
        ReminderPolicy policy = settings.Policy(null);
        await Platform.AdvanceToAsync(
            settings.CalendarOf(home).NextWorkingMoment(Platform.Clock.GetUtcNow(), policy.SendFrom, policy.SendUntil)
        );
    }

    internal OpenReport Take(Language? language = null)
    {
        for (int left = unused.Count; left > 0 && unused.TryDequeue(out OpenReport? next); left--)
        {
            if (language is null || next.Person.Language == language)
            {
                return next;
            }

            unused.Enqueue(next);
        }

        throw new InvalidOperationException(
            "No open report is left: the tests of this collection take more than there are; move some to another collection."
        );
    }

    internal Task<ProgrammeRegister> RegisterAsync() =>
        Services.GetRequiredService<ProgrammeDirectory>().ReadNowAsync(CancellationToken.None);

    internal async Task<ReportRecord> ReadAsync(OpenReport report) =>
        (await ReportRows.FindAsync(Table, report.Ref, CancellationToken.None))!.Value;

    internal async Task<IReadOnlyList<ReportComment>> CommentsAsync(OpenReport report) =>
        [
            .. (
                await Table.ListAsync<ReportComment>(
                    report.Ref.Stream,
                    $"{ReportRows.CommentPrefix}{report.Ref.Period}|",
                    CancellationToken.None
                )
            ).Select(row => row.Value),
        ];

    internal async Task<IReadOnlyList<FormItem>> ItemsAsync(OpenReport report) =>
        ReportItems.Asked(await PlanRows.VersionAsync(Table, report.Ref.Plan, 1, CancellationToken.None), await ReadAsync(report));

    /// <summary>Every figure that may be given by mail, and the command.</summary>
    internal async Task<string> FullAnswerAsync(OpenReport report)
    {
        ActionPlan plan = await PlanRows.VersionAsync(Table, report.Ref.Plan, 1, CancellationToken.None);
        ReportRecord file = await ReadAsync(report);
        return string.Join(
            '\n',
            [
                .. new Local.Cli.Simulation.Figures(new Actors("mail")).Lines(plan, file.Period, report.Person.Language),
                "",
                Command(report.Person.Language),
            ]
        );
    }

    internal static string Command(Language language) => Text.Of("SUBMIT", "SOUMETTRE", "ENVIAR").In(language);

    /// <summary>The person replies; returns when all that follows has happened.</summary>
    internal async Task<Delivery> ReplyAsync(OpenReport report, InboundReply reply)
    {
        Delivery delivery = await Platform.Mail.ReplyAsync(report.Ask.Id, reply with { Language = report.Person.Language.Tag });
        await Platform.Busy.QuietAsync();
        return delivery;
    }

    internal IReadOnlyList<LocalMessage> Of(string kind, string? to = null, long after = 0) =>
        [.. Platform.Mail.List(to, after).Where(mail => mail.CustomArgs.GetValueOrDefault("kind") == kind)];

    internal Task<IReadOnlyList<ReceivedMail>> AsideAsync() =>
        Services.GetRequiredService<QuarantineService>().ListAsync(CancellationToken.None);

    /// <summary>The path of the page behind a task mail.</summary>
    internal static string LinkIn(LocalMessage mail) =>
        TaskLink().Match(mail.Text).Value is { Length: > 0 } path ? path : throw new InvalidOperationException("The mail has no link.");

    [GeneratedRegex("/tasks/[a-z2-7]{26}(/confirm/[0-9a-f]{64}/[0-9a-f]{32})?", RegexOptions.CultureInvariant)]
    private static partial Regex TaskLink();

    private async Task SubmitAsync(LocalMessage mail)
    {
        Language language = (await RegisterAsync()).ByAddress(mail.Recipient.Email)!.Language;
        await Platform.Mail.ReplyAsync(mail.Id, new InboundReply { Text = Command(language) });
    }

    private async Task ForEachAsync(string kind, Func<LocalMessage, Task> act, int days)
    {
        var done = new HashSet<string>();
        for (int day = 0; day < days && done.Count < Administrations; day++)
        {
            foreach (LocalMessage mail in Of(kind).Where(mail => done.Add(mail.CustomArgs["stream"])).ToArray())
            {
                await act(mail);
            }

            await Platform.AdvanceAsync(TimeSpan.FromDays(1));
        }
    }

    private async Task ApproveAsync(LocalMessage mail)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/plans/{mail.CustomArgs["stream"]["plan-".Length..]}/decision")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { approved = true }),
        };
        request.Headers.Add("X-Local-Sign-In", "approver-one");
        using HttpResponseMessage answer = await Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Alternates become coordinators too: some scenarios need two people whose answer counts.</summary>
    private async Task GiveEachASecondCoordinatorAsync()
    {
        foreach (
            Person alternate in (await RegisterAsync())
                .People.Values.Where(person => person.Roles.Any(role => role.Role == Role.Alternate))
                .ToArray()
        )
        {
            Row<Person> row = (await Table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(alternate.Id), CancellationToken.None))!;
            RoleHeld held = alternate.Roles[0] with { Role = Role.Coordinator };
            Assert.True(
                await Table.TryCommitAsync(
                    new UnitOfWork(StreamId.Programme).Replace(row, alternate with { Roles = [.. alternate.Roles, held] }),
                    CancellationToken.None
                )
            );
        }

        Harness.EachWorker.ForgetRegister(Platform);
    }

    private sealed class Seen : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(Convert.ToString(state, CultureInfo.InvariantCulture) ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}

/// <summary>A report that is open, and the mail that asked the coordinator for it.</summary>
internal sealed record OpenReport(LocalMessage Ask, Person Person, ReportRef Ref);
