using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Tokens;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>What is done with a received message.</summary>
public enum Verdict
{
    /// <summary>Read its body as the person's answer.</summary>
    Answer,

    /// <summary>Read its body and send what was understood to the registered address. It counts once it is confirmed there.</summary>
    ConfirmFirst,

    /// <summary>Keep it for the Secretariat and do nothing else.</summary>
    NeedsPerson,

    /// <summary>Written by a machine: keep it and answer nobody.</summary>
    Ignore,

    /// <summary>From somebody who was not asked: quarantine it and tell the Secretariat.</summary>
    Quarantine,
}

/// <summary>What a reply token refers to.</summary>
/// <param name="Addressee">Whom the mail with this token went to.</param>
/// <param name="People">Everybody whose answer the task accepts.</param>
/// <param name="Expires">From then on the token no longer answers.</param>
/// <param name="Open">False once the task no longer takes answers or corrections.</param>
public sealed record TaskFacts(TaskId Task, PersonId Addressee, IReadOnlyList<TaskPerson> People, DateTimeOffset Expires, bool Open);

/// <summary>Everything that the decision depends on besides the message.</summary>
/// <param name="ByTokenHash">What is found for <see cref="TaskTokens.Hash"/> of each of <see cref="ReplyAddress.Tokens"/>; unknown ones are
/// left out.</param>
/// <param name="OwnDomains">Domains that our mail comes from and that replies go to.</param>
public sealed record TriageFacts(
    IReadOnlyDictionary<string, TaskFacts> ByTokenHash,
    IReadOnlyCollection<string> OwnDomains,
    DateTimeOffset Now
);

/// <param name="Question">What was asked: person-or-robot, for-whom, from-whom, readable, still-open.</param>
/// <param name="Finding">A slug of <see cref="TriageReasons"/>, or "ok".</param>
/// <param name="Detail">For support; never a token.</param>
public sealed record TriageStep(string Question, string Finding, string Detail);

/// <param name="Reason">A slug of <see cref="TriageReasons"/>.</param>
/// <param name="Key"><see cref="MessageKey.Of(InboundMessage)"/>.</param>
/// <param name="Task">Null where no token leads to one.</param>
/// <param name="Person">Whose answer it is: the sender, where one of the task's people.</param>
public sealed record TriageDecision(
    Verdict Verdict,
    string Reason,
    string Key,
    TaskId? Task,
    PersonId? Person,
    IReadOnlyList<TriageStep> Steps
);

/// <summary>Classifies a message: person or machine, which task, which sender, readable, still open. A machine must never be answered, not
/// even with "who are you?", so whether a person wrote it is decided first. Whether it came before is asked afterwards.</summary>
public static class Triage
{
    private const string Ok = "ok";

    public static TriageDecision Decide(InboundMessage message, TriageFacts facts)
    {
        string key = MessageKey.Of(message);
        var steps = new List<TriageStep>();
        TaskFacts? task = null;
        PersonId? person = null;

        string? robot = AutomaticMail.Recognise(message, facts.OwnDomains);
        steps.Add(new TriageStep("person-or-robot", robot ?? Ok, $"subject \"{message.Subject}\""));
        if (robot is not null)
        {
            // a bounce still says which task's mail did not arrive
            task = Lookup(message, facts).Task;
            return Decided(Verdict.Ignore, robot);
        }

        // what only looks like a machine's is a person's where it comes from somebody who was asked
        if (
            AutomaticMail.Suspect(message) is { } suspect
            && Lookup(message, facts).Task is var asked
            && (asked is null || SenderCheck.Of(message, asked.People).Person is null)
        )
        {
            task = asked;
            steps[^1] = steps[^1] with { Finding = suspect };
            return Decided(Verdict.Ignore, suspect);
        }

        (task, string? unknown, string detail) = Lookup(message, facts);
        steps.Add(new TriageStep("for-whom", unknown ?? Ok, detail));
        if (task is null)
        {
            return Decided(Verdict.NeedsPerson, unknown!);
        }

        SenderFinding sender = SenderCheck.Of(message, task.People);
        person = sender.Person?.Id;
        steps.Add(
            new TriageStep(
                "from-whom",
                sender.Why,
                $"from {string.Join(" | ", message.From)}; SPF {message.Spf ?? "unsaid"}; DKIM {Signatures(message)}"
            )
        );
        if (sender.Status is SenderStatus.Stranger or SenderStatus.Mismatch)
        {
            return Decided(Verdict.Quarantine, sender.Why);
        }

        steps.Add(new TriageStep("readable", message.Flaws.Count > 0 ? TriageReasons.Flawed : Ok, string.Join(", ", message.Flaws)));
        if (message.Flaws.Count > 0)
        {
            return Decided(Verdict.NeedsPerson, message.Flaws.Contains(Flaw.Encrypted) ? TriageReasons.Encrypted : TriageReasons.Flawed);
        }

        string? over = Over(task, facts.Now);
        steps.Add(new TriageStep("still-open", over ?? Ok, $"task {task.Task}"));
        if (over is not null)
        {
            return Decided(Verdict.NeedsPerson, over);
        }

        return Decided(sender.Status == SenderStatus.Proven ? Verdict.Answer : Verdict.ConfirmFirst, sender.Why);

        TriageDecision Decided(Verdict verdict, string reason) => new(verdict, reason, key, task?.Task, person, steps);
    }

    private static string? Over(TaskFacts task, DateTimeOffset now) =>
        !task.Open ? TriageReasons.TaskClosed
        : now >= task.Expires ? TriageReasons.ExpiredToken
        : null;

    private static (TaskFacts? Task, string? Unknown, string Detail) Lookup(InboundMessage message, TriageFacts facts)
    {
        IReadOnlyList<string> tokens = ReplyAddress.Tokens(message.EnvelopeTo);
        TaskFacts[] known = [.. tokens.Select(token => facts.ByTokenHash.GetValueOrDefault(TaskTokens.Hash(token))).OfType<TaskFacts>()];
        string detail = $"{message.EnvelopeTo.Count} recipients, {tokens.Count} tokens, {known.Length} known";
        TaskId[] tasks = [.. known.Select(facts => facts.Task).Distinct()];
        return (tokens.Count, tasks.Length) switch
        {
            (0, _) => (null, TriageReasons.NoToken, detail),
            (_, 0) => (null, TriageReasons.UnknownToken, detail),
            (_, > 1) => (null, TriageReasons.SeveralTasks, detail),
            _ => (known.MaxBy(facts => facts.Expires), null, detail), // two coordinators' mails of one task, answered to all
        };
    }

    private static string Signatures(InboundMessage message) =>
        message.Dkim.Count == 0 ? "unsaid" : string.Join(", ", message.Dkim.Select(signature => $"{signature.Domain} {signature.Result}"));
}
