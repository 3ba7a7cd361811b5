using System.Globalization;
using System.Net.Http.Json;
using ACip.Local.Mail;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;
using ACip.Workflows.Time;

namespace ACip.Local.Cli.Simulation;

/// <summary>What people do for one another: coordinators ask for time and colleagues for a part, colleagues answer it, an officer gives
/// time and reminds many at once, an approver names a substitute for the summer. What is reported stays what it is without them.</summary>
internal sealed class SeveralHands(PlayedPlatform played, Actors actors, ProgrammeRegister register) : IDisposable
{
    private const double ShareMoreTime = 0.4,
        ShareAssigned = 0.6;

    private readonly HttpClient http = new(new TriesAgain());
    private readonly Figures figures = new(actors);
    private readonly Dictionary<PlanId, ActionPlan> plans = ProgrammeSeed.Load(SimulationPlan.Start).Plans.ToDictionary(plan => plan.Id);
    private readonly HashSet<string> done = [];

    /// <summary>Actions due on fixed dates.</summary>
    public IEnumerable<Deed> Deeds(int years)
    {
        for (int year = SimulationPlan.Start.Year; year < SimulationPlan.Start.Year + years; year++)
        {
            int of = year;
            yield return new Deed(
                new DateTimeOffset(of, 7, 15, 6, 0, 0, TimeSpan.Zero),
                $"absence {of}",
                () =>
                    SendAsync(
                        "approver-one",
                        "api/absences",
                        new
                        {
                            substitute = "approver-two",
                            from = $"{of}-07-20",
                            until = $"{of}-08-10",
                        }
                    )
            );
            yield return new Deed(new DateTimeOffset(of, 4, 20, 6, 0, 0, TimeSpan.Zero), $"many at once {of}", () => RemindAsync(of));
        }
    }

    public IEnumerable<Deed> Read(LocalMessage mail, DateTimeOffset now)
    {
        string delivery = mail.CustomArgs["delivery"],
            stream = mail.CustomArgs.GetValueOrDefault("stream", "");
        if (!stream.StartsWith("plan-", StringComparison.Ordinal) || register.ByAddress(mail.Recipient.Email) is not { } person)
        {
            yield break;
        }

        var plan = new PlanId(stream["plan-".Length..]);
        switch (mail.CustomArgs["kind"])
        {
            case "QuarterlyTask" when done.Add(delivery[..delivery.IndexOf("-ask-", StringComparison.Ordinal)]):
                string period = Period(delivery, "-report-");
                if (Lines(plan, period, person) is { Length: > 0 } lines)
                {
                    yield return new Deed(now.AddDays(1), $"asks {delivery}", () => AskAsync(mail, person, plan, period, lines[0]));
                }

                break;
            case "Asking" when delivery.Contains("-part-", StringComparison.Ordinal) && done.Add(delivery):
                string[] own =
                [
                    .. Lines(plan, Period(delivery, "-part-"), person)
                        .Where(line =>
                            mail.Text.Contains($"({line[..line.IndexOf(':', StringComparison.Ordinal)]})", StringComparison.Ordinal)
                        ),
                ];
                yield return new Deed(now.AddDays(1), $"part {delivery}", () => ReplyAsync(mail, person, string.Join('\n', own)));
                break;
            case "Asking"
                when delivery.Contains("-moretime-", StringComparison.Ordinal)
                    && done.Add(delivery[..delivery.IndexOf("-ask-", StringComparison.Ordinal)]):
                string asked = Period(delivery, "-moretime-");
                yield return new Deed(
                    now.AddDays(1),
                    $"gives time {delivery}",
                    () =>
                        SendAsync(
                            person.Id.Value,
                            $"api/plans/{plan}/reports/{asked}/extension",
                            new { day = DayAfter(asked), reason = "As you asked." },
                            lateIsFine: true
                        )
                );
                break;
        }
    }

    public void Dispose() => http.Dispose();

    private static string Period(string delivery, string behind) =>
        delivery.Substring(delivery.IndexOf(behind, StringComparison.Ordinal) + behind.Length, "yyyyMMdd-yyyyMMdd".Length);

    /// <summary>Later than any report is due.</summary>
    private static string DayAfter(string period) =>
        DateOnly
            .ParseExact(period[9..], "yyyyMMdd", CultureInfo.InvariantCulture)
            .AddDays(50)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reply lines for figures that fit on a single line.</summary>
    private string[] Lines(PlanId plan, string period, Person person)
    {
        DateOnly start = DateOnly.ParseExact(period[..8], "yyyyMMdd", CultureInfo.InvariantCulture),
            end = DateOnly.ParseExact(period[9..], "yyyyMMdd", CultureInfo.InvariantCulture);
        return
        [
            .. figures
                .Lines(plans[plan], new ReportingPeriod(start, end, default, default, default), person.Language)
                .Where(line => line.IndexOf(':', StringComparison.Ordinal) is > 0 and < 6),
        ];
    }

    private Task<string?> AskAsync(LocalMessage mail, Person person, PlanId plan, string period, string line)
    {
        string code = line[..line.IndexOf(':', StringComparison.Ordinal)];
        Person? colleague = register.People.Values.FirstOrDefault(one =>
            one.Roles.Any(held => held.Role == Role.Alternate && held.Administration == plans[plan].Administration)
        );
        string[] said =
        [
            .. actors.Draw("more time", plan.Value, period) < ShareMoreTime
                ? [$"MORE TIME: {DayAfter(period)}, the regional offices have not answered yet"]
                : Array.Empty<string>(),
            .. colleague is not null && actors.Draw("assigns", plan.Value, period) < ShareAssigned
                ? [$"ASSIGN {code}: {colleague.Email}"]
                : Array.Empty<string>(),
        ];
        return said.Length == 0 ? Task.FromResult<string?>(null) : ReplyAsync(mail, person, string.Join('\n', said));
    }

    private async Task<string?> ReplyAsync(LocalMessage mail, Person person, string text)
    {
        Delivery delivery = await played.ReplyAsync(
            mail,
            new InboundReply
            {
                Text = text,
                Language = person.Language.Tag,
                From = new MailAddress(person.Email, person.Name),
                Spf = "pass",
                MessageId = $"<{(long)(actors.Draw("hands", mail.CustomArgs["delivery"], text) * 1e15):x}@acip-simulated.example>",
            }
        );
        return delivery.State == PostState.Taken ? null : $"the reply was not taken: {delivery.State}";
    }

    private Task<string?> RemindAsync(int year)
    {
        string[] tasks =
        [
            .. register
                .Plans.Values.OrderBy(plan => plan.Id.Value, StringComparer.Ordinal)
                .Select(plan => $"{StreamId.Of(plan.Id)}|{plan.Id}-report-{year}0101-{year}0331-r1"),
        ];
        return SendAsync(
            "officer-one",
            "api/many-at-once",
            new
            {
                act = "Remind",
                tasks,
                reason = "The holidays are over: please answer.",
            }
        );
    }

    /// <param name="lateIsFine">True: that it was handed in meanwhile is no fault.</param>
    private async Task<string?> SendAsync(string person, string path, object body, bool lateIsFine = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{played.Platform.BaseUrl}/{path}")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("X-Local-Sign-In", person);
        using HttpResponseMessage answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode || (lateIsFine && (int)answer.StatusCode == 409)
            ? null
            : $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
