using System.Globalization;
using ACip.Local.Mail;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;
using ACip.Workflows.Time;

namespace ACip.Local.Cli.Simulation;

/// <summary>Coordinators answer their mails by replying: in time, late, wrongly at first, after an absence, or not at all.</summary>
internal sealed class Coordinators(
    PlayedPlatform played,
    Actors actors,
    ProgrammeRegister register,
    SortedDictionary<string, string> replies
)
{
    private readonly Figures figures = new(actors);
    private readonly Narratives narratives = new(actors);
    private readonly Statuses statuses = new(actors);
    private readonly Dictionary<PlanId, ActionPlan> plans = ProgrammeSeed.Load(SimulationPlan.Start).Plans.ToDictionary(plan => plan.Id);
    private readonly HashSet<string> answering = [];

    public IEnumerable<Deed> Read(LocalMessage mail, DateTimeOffset now)
    {
        if (
            register.ByAddress(mail.Recipient.Email) is not { } person
            || !mail.CustomArgs.GetValueOrDefault("stream", "").StartsWith("plan-", StringComparison.Ordinal)
        )
        {
            return [];
        }

        var plan = new PlanId(mail.CustomArgs["stream"]["plan-".Length..]);
        string delivery = mail.CustomArgs["delivery"];
        var asked = new Asked(mail, person, plan, Period(delivery));
        return mail.CustomArgs["kind"] switch
        {
            // of several coordinators the first one asked answers
            "DraftingTask" or "QuarterlyTask" or "ReportReturned" when answering.Add(TaskOf(delivery)) => Answer(
                asked,
                TaskOf(delivery),
                now
            ),
            "QuestionBack" => [Reply(asked, now.AddDays(1), $"correct {delivery}", Text(plan, asked.Period, person.Language))],
            _ => [],
        };
    }

    private static string TaskOf(string delivery) => delivery[..delivery.IndexOf("-ask-", StringComparison.Ordinal)];

    /// <returns>The key of the period that a delivery id names, or null for a plan's draft.</returns>
    private static string? Period(string delivery)
    {
        int at = delivery.IndexOf("-report-", StringComparison.Ordinal);
        return at < 0 ? null : delivery.Substring(at + "-report-".Length, "yyyyMMdd-yyyyMMdd".Length);
    }

    private IEnumerable<Deed> Answer(Asked asked, string task, DateTimeOffset now)
    {
        (LocalMessage mail, Person person, PlanId plan, string? period) = asked;
        bool again = mail.CustomArgs["kind"] == "ReportReturned";
        Manner manner = period is null || again ? Manner.OnTime : actors.MannerOf(plan, period);
        string text = Text(plan, period, person.Language);
        DateTimeOffset soon = now.AddDays(actors.Between(2, 18, "answers", task));
        return manner switch
        {
            Manner.Silent => [],
            Manner.Late => [Reply(asked, now.AddDays(actors.Between(34, 60, "late", task)), $"late {task}", text)],
            Manner.Wrong => [Reply(asked, soon, $"wrong {task}", "Merci / thank you / gracias. 40-50 ?", takenAs: null)],
            Manner.OutOfOffice => [Away(asked, now, task), Reply(asked, soon.AddDays(5), $"back {task}", text)],
            Manner.Nil =>
            [
                Reply(
                    asked,
                    soon,
                    $"nil {task}",
                    Spoken
                        .Of(
                            "NIL: no activity in this quarter",
                            "NÉANT : aucune activité ce trimestre",
                            "NADA: sin actividad este trimestre"
                        )
                        .In(person.Language)
                ),
            ],
            _ => [Reply(asked, soon, $"answer {task}", text)],
        };
    }

    private Deed Away(Asked asked, DateTimeOffset now, string task)
    {
        (LocalMessage mail, Person person, _, _) = asked;
        InboundReply away = ReadyAnswers.OutOfOffice(mail, Code(person.Language)) with { MessageId = IdOf(mail, "away", person) };
        return new Deed(now, $"away {task}", () => SendAsync(mail, away));
    }

    private Deed Reply(Asked asked, DateTimeOffset at, string name, string text) => Reply(asked, at, name, text, text);

    /// <param name="takenAs">What the report is to hold; null: it is not understood.</param>
    private Deed Reply(Asked asked, DateTimeOffset at, string name, string text, string? takenAs) =>
        new(at, name, () => SayAsync(asked, text, takenAs));

    private async Task<string?> SayAsync(Asked asked, string text, string? takenAs)
    {
        (LocalMessage mail, Person person, PlanId plan, string? period) = asked;
        if (takenAs is not null && period is not null)
        {
            replies[$"{plan}/{period}.txt"] = takenAs;
        }

        return await SendAsync(
            mail,
            new InboundReply
            {
                Text = text,
                Language = Code(person.Language),
                Program = actors.ProgramOf(person.Email),
                From = new MailAddress(person.Email, person.Name),
                Spf = "pass",
                MessageId = IdOf(mail, text, person),
                Attachments = Evidence(plan, period, takenAs),
            }
        );
    }

    /// <summary>A mail that wants an answer.</summary>
    /// <param name="Period">Null for a plan's draft.</param>
    private sealed record Asked(LocalMessage Mail, Person Person, PlanId Plan, string? Period);

    /// <summary>Now and then the source of the first figure, named after it.</summary>
    private IReadOnlyList<InboundAttachment> Evidence(PlanId plan, string? period, string? report)
    {
        string? code = plans[plan]
            .Indicators.Where(one => one.DonorLink is not null)
            .Select(one => one.Code)
            .FirstOrDefault(one => report?.Contains($"\n{one}: ", StringComparison.Ordinal) == true);
        return period is null || code is null || actors.Draw("evidence", plan.Value, period) >= actors.ShareWithEvidence
            ? []
            :
            [
                new InboundAttachment(
                    $"{code} source.pdf",
                    "application/pdf",
                    SamplePdf.Of("FICTIONAL SAMPLE DATA", $"Source of indicator {code}, plan {plan}, {period}")
                ),
            ];
    }

    private string Text(PlanId plan, string? period, Language language)
    {
        string submit = Spoken.Of("SUBMIT", "SOUMETTRE", "ENVIAR").In(language);
        if (period is null)
        {
            return submit;
        }

        DateOnly start = DateOnly.ParseExact(period[..8], "yyyyMMdd", CultureInfo.InvariantCulture),
            end = DateOnly.ParseExact(period[9..], "yyyyMMdd", CultureInfo.InvariantCulture);
        var covered = new ReportingPeriod(start, end, default, default, default);
        return string.Join(
            '\n',
            [
                .. narratives.Lines(plan, period, language),
                .. figures.Lines(plans[plan], covered, language),
                .. statuses.Lines(plans[plan], covered, language),
                "",
                submit,
            ]
        );
    }

    private async Task<string?> SendAsync(LocalMessage mail, InboundReply reply)
    {
        Delivery delivery = await played.ReplyAsync(mail, reply);
        return delivery.State == PostState.Taken ? null : $"the reply was not taken: {delivery.State}";
    }

    /// <summary>The same action repeated after a crash gives the same mail.</summary>
    private string IdOf(LocalMessage mail, string text, Person person) =>
        $"<{(long)(actors.Draw("message", mail.CustomArgs["delivery"], text) * 1e15):x}@{person.Email[(person.Email.IndexOf('@', StringComparison.Ordinal) + 1)..]}>";

    private static string Code(Language language) => language.Tag;
}
