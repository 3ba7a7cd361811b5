using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>A mail as it stands in the outbox of a stream.</summary>
internal sealed record OutboxMail(StoredStream Stream, string Key, JsonObject Fact)
{
    /// <summary>A mail and the event of its cause are of one commit; clocks of two hosts differ by less.</summary>
    public static TimeSpan Skew { get; } = TimeSpan.FromMinutes(5);

    public string To => Fact.Text("to") ?? "";

    public string? Task => Fact.Text("task");

    public DateTimeOffset At => Fact.Instant("at") ?? default;

    public bool IsNear(StoredEvent link) => IsNear(link.At);

    public bool IsNear(DateTimeOffset at) => (at - At).Duration() <= Skew;
}

/// <summary>All mails of the outbox, and who names them: each name with the row that it stands in.</summary>
internal sealed class Outbox
{
    private const string Prefix = "mail|";

    private readonly Dictionary<(string Stream, string Key), OutboxMail> mails;

    public Outbox(StoredProgramme programme)
    {
        mails = (
            from stream in programme.Streams
            from row in stream.List(Prefix)
            select new OutboxMail(stream, row.Key[Prefix.Length..], row.Fact)
        ).ToDictionary(mail => (mail.Stream.Name, mail.Key));
        Named =
        [
            .. Steps(programme),
            .. Answers(programme),
            .. Decisions(programme),
            .. mails.Values.SelectMany(mail =>
                mail.Fact.Texts("notices")
                    .Select(key => new NamedMail(
                        "told of mail that did not arrive",
                        mail.Stream.Name,
                        Prefix + mail.Key,
                        mail.Stream.Name,
                        key
                    ))
            ),
            .. mails.Values.SelectMany(Covered),
        ];
    }

    public IEnumerable<OutboxMail> Mails => mails.Values;

    /// <summary>Every mail that something names, whether it stands in the outbox or not.</summary>
    public IReadOnlyList<NamedMail> Named { get; }

    public OutboxMail? Find(string stream, string key) => mails.GetValueOrDefault((stream, key));

    private static IEnumerable<NamedMail> Steps(StoredProgramme programme) =>
        from stream in programme.Streams
        from task in stream.List("task|")
        from step in task.Fact.List("steps")
        from key in step.Texts("mails")
        select new NamedMail("step of a task", stream.Name, task.Key, stream.Name, key);

    private static IEnumerable<NamedMail> Answers(StoredProgramme programme) =>
        from stream in programme.Streams
        from note in stream.List(CountsRule.Prefix)
        from answers in note.Fact.Part("taken").List("mails")
        from key in answers.Texts("keys")
        select new NamedMail("answer to a mail", stream.Name, note.Key, answers.Text("stream") ?? "", key);

    private static IEnumerable<NamedMail> Decisions(StoredProgramme programme)
    {
        bool IsKnown(string? person) => programme.Stream("programme").Find("person|" + person) is not null;
        foreach (StoredStream stream in programme.Streams)
        {
            foreach ((string row, JsonObject report) in stream.List("report|"))
            {
                if (report.Text("noticeKey") is { } key)
                {
                    yield return new NamedMail("decision", stream.Name, row, stream.Name, key);
                }
            }

            foreach (
                JsonNode round in stream
                    .Fact("plan")
                    .List("rounds")
                    .Where(one => one.Part("decision").Is("approved") && IsKnown(one.Text("submittedBy")))
            )
            {
                string key = FormattableString.Invariant($"{stream.Fact("plan").Text("id")}-approved-s{round.Count("number")}");
                yield return new NamedMail("decision", stream.Name, "plan", stream.Name, key);
            }

            foreach ((string row, JsonObject report) in stream.List("donor-report|"))
            {
                foreach (string key in report.List("versions").SelectMany(version => version.Texts("mails")))
                {
                    yield return new NamedMail("issue of a donor report", stream.Name, row, stream.Name, key);
                }
            }
        }
    }

    /// <summary>Mails that a digest stands for.</summary>
    private static IEnumerable<NamedMail> Covered(OutboxMail mail) =>
        from name in (mail.Fact.Part("customArgs").Text("covers") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let at = name.IndexOf('~')
        where at > 0
        select new NamedMail("digest", mail.Stream.Name, Prefix + mail.Key, name[..at], name[(at + 1)..]) { Causes = false };
}

/// <param name="What">Kind of what names it.</param>
/// <param name="By">Stream and key of the row that does.</param>
/// <param name="ByKey">Its key.</param>
internal sealed record NamedMail(string What, string By, string ByKey, string Stream, string Key)
{
    /// <summary>False: it names the mail and is not why it was written.</summary>
    public bool Causes { get; init; } = true;
}
