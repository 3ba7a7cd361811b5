// calls ADMINISTRATIONS   one quarter of so many plans, everybody in time: storage calls, engine included, for each plan
// year [ADMINISTRATIONS [YEARS]]  simulated years of so many (nothing: a year of all 25), beside the same number of bare storage calls
// (nothing)               25, 250 and 1,000 administrations, each in a process of its own; fails over 60 calls, or where they differ by
// over 10 %

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using ACip.Local.Mail;
using ACip.Tests.Bench;
using ACip.Tests.Bench.Cycle;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

return args is ["year", .. var some]
        ? await YearBench.RunAsync(
            some is [var many, ..] ? int.Parse(many, CultureInfo.InvariantCulture) : null,
            some is [_, var years] ? int.Parse(years, CultureInfo.InvariantCulture) : 1
        )
    : args is ["calls", var count] ? await CallsAsync(int.Parse(count, CultureInfo.InvariantCulture))
    : Compare(args.Length > 0 ? [.. args.Select(text => int.Parse(text, CultureInfo.InvariantCulture))] : [25, 250, 1000]);

static int Compare(int[] sizes)
{
    var figures = new List<double>();
    foreach (int size in sizes)
    {
        // as its own program, or run by dotnet
        string[] self = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
        using Process run = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [.. self, "calls", size.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
            }
        )!;
        string text = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        Console.Write(text);
        if (run.ExitCode != 0)
        {
            return run.ExitCode;
        }

        string line = text.Split('\n').Single(one => one.StartsWith("calls a plan-quarter", StringComparison.Ordinal));
        figures.Add(
            double.Parse(
                line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..line.IndexOf('(', StringComparison.Ordinal)],
                CultureInfo.InvariantCulture
            )
        );
        if (figures.Count > 1)
        {
            Figure.Say(string.Create(CultureInfo.InvariantCulture, $"growth-{size}"), figures[^1], figures[0]);
        }
    }

    double growth = figures[^1] / figures[0];
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{sizes[^1]} administrations cost {growth:0.00} × what {sizes[0]} do for each plan-quarter (wanted: 0.90 to 1.10); at most {figures.Max():0.0} calls (wanted: 60)"
        )
    );
    return growth is >= 0.9 and <= 1.1 && figures.Max() <= 60 ? 0 : 1;
}

static async Task<int> CallsAsync(int administrations)
{
    var watch = Stopwatch.StartNew();
    DateTimeOffset begins = new(2026, 3, 30, 6, 0, 0, TimeSpan.Zero),
        ends = new(2026, 6, 30, 6, 0, 0, TimeSpan.Zero);
    await using LocalPlatform platform = await LocalPlatform.StartAsync([
        "--Local:Port=0",
        "--Local:Azurite=Memory",
        "--Local:Quiet=true",
        "--Local:Clock:StandsStill=true",
        $"--Local:Clock:Start={begins.ToString("O", CultureInfo.InvariantCulture)}",
        "--Local:Seed=bench",
        "--Mail:PublicUrl=https://acip.example",
    ]);
    var table = platform.Services.GetRequiredService<ProgrammeTable>();
    var directory = platform.Services.GetRequiredService<ProgrammeDirectory>();
    IReadOnlyDictionary<PlanId, ActionPlan> plans = await ManyAdministrations.LoadAsync(
        table,
        directory,
        platform.Services.GetRequiredService<PlanVersions>(),
        platform.Workflows,
        administrations
    );
    foreach (
        Person person in (await directory.ReadAsync(CancellationToken.None)).People.Values.Where(person =>
            person.SignsIn(DateOnly.FromDateTime(begins.UtcDateTime))
        )
    )
    {
        // the bench answers as soon as somebody was asked
        await platform.Services.GetRequiredService<NoticePaceService>().ChooseAsync(person.Id, NoticePace.Each, CancellationToken.None);
    }

    await platform.Busy.QuietAsync();
    ProgrammeRegister register = await directory.ReadAsync(CancellationToken.None);
    using var http = new HttpClient { BaseAddress = new Uri(platform.BaseUrl) };
    var figures = new Figures(new Actors("bench", flawless: true));
    int changedBefore = await Changes.CountAsync(platform);
    using var calls = new StorageCalls(platform.Storage!);
    List<int> replies = [];
    long read = 0;
    HashSet<string> answered = [];
    for (DateTimeOffset day = begins; day <= ends; day = day.AddDays(1))
    {
        await platform.AdvanceToAsync(day);
        foreach (LocalMessage mail in platform.Mail.List(after: read).ToArray())
        {
            read = Math.Max(read, mail.Number);
            string kind = mail.CustomArgs.GetValueOrDefault("kind", ""),
                stream = mail.CustomArgs.GetValueOrDefault("stream", ""),
                delivery = mail.CustomArgs.GetValueOrDefault("delivery", "");
            if (kind is "QuarterlyTask" or "ReviewTask" && answered.Add(delivery[..delivery.IndexOf("-ask-", StringComparison.Ordinal)]))
            {
                await AnswerAsync(mail, kind, new PlanId(stream["plan-".Length..]));
            }
        }
    }

    TimeSpan took = watch.Elapsed;
    ReportRecord[] reports =
    [
        .. plans.Keys.Select(plan =>
            ReportRows.FindAsync(table, new ReportRef(plan, new PeriodKey("20260101-20260331")), CancellationToken.None).Result!.Value
        ),
    ];
    int locked = reports.Count(one => one.State == ReportState.Locked);
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{administrations} administrations, one quarter, {watch.Elapsed.TotalSeconds:0} s: {locked} locked"
        )
    );
    // what the quarter leaves behind is purged 90 days after its end: that belongs to its price
    await platform.Workflows.PurgeAllInstancesAsync(
        new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, ends.AddDays(1), [OrchestrationRuntimeStatus.Completed])
    );
    double counted = calls.Total - plans.Count,
        house = calls.OfTheHouse; // without the reading of the reports just now
    foreach (IGrouping<string, (string By, string What, int Number)> caller in calls.ByCaller.GroupBy(one => one.By))
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {caller.Sum(one => one.Number) / (double)administrations, 8:0.00}  {caller.Key}"
            )
        );
        foreach ((_, string what, int number) in caller)
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  {"", 8}  {number / (double)administrations, 8:0.00}  {what}")
            );
        }
    }

    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"calls of the house, the same for any number of plans: {house:0} in {(ends - begins).TotalDays:0} days, {house / (ends - begins).TotalDays:0.0} a day"
        )
    );
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"calls a plan-quarter: {(counted - house) / administrations:0.0} (with a share of the house's: {counted / administrations:0.0})"
        )
    );
    int reads = calls.Reads;
    Figure.Say(
        string.Create(CultureInfo.InvariantCulture, $"plan-quarter-calls-{administrations}"),
        (counted - house) / administrations,
        (await Changes.CountAsync(platform) - changedBefore) / (double)administrations
    );
    Figure.Say("house-calls", house / (ends - begins).TotalDays);
    Figure.Say("reply-calls", replies.Average());
    double floor = await YearBench.FloorAsync(platform.Storage!, reads, (int)counted - reads);
    Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"the quarter took {took.TotalSeconds:0.0} s; floor (its calls, bare): {floor:0.0} s")
    );
    return locked == administrations ? 0 : 1;

    async Task AnswerAsync(LocalMessage mail, string kind, PlanId plan)
    {
        int before = calls.Total;
        Person person = register.ByAddress(mail.Recipient.Email)!;
        if (kind == "QuarterlyTask")
        {
            var covered = new ReportingPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), default, default, default);
            string text = string.Join(
                '\n',
                [.. figures.Lines(plans[plan], covered, person.Language), "", Text.Of("SUBMIT", "SOUMETTRE", "ENVIAR").In(person.Language)]
            );
            await platform.Mail.ReplyAsync(
                mail.Id,
                new InboundReply
                {
                    Text = text,
                    Language = person.Language.Tag,
                    From = new MailAddress(person.Email, person.Name),
                    Spf = "pass",
                }
            );
        }
        else
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/plans/{plan}/reports/20260101-20260331/decision")
            {
                Content = JsonContent.Create(new { approved = true }),
            };
            request.Headers.Add("X-Local-Sign-In", person.Id.Value);
            using HttpResponseMessage answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }

        await platform.Busy.QuietAsync();
        if (kind == "QuarterlyTask")
        {
            replies.Add(calls.Total - before);
        }
    }
}
