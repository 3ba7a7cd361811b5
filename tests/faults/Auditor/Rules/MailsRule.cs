using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>No mail without a cause, and no cause without its mail.</summary>
internal sealed class MailsRule : IRule
{
    /// <summary>By then somebody was asked, even across holidays and weekends.</summary>
    private static readonly TimeSpan Unasked = TimeSpan.FromDays(14);

    /// <summary>A digest names no more than fits into what the mail service takes.</summary>
    private const int MostNamed = 5500;

    public string Name => "mails";

    public IEnumerable<Finding> Check(StoredProgramme programme)
    {
        var outbox = new Outbox(programme);
        return Missing(outbox)
            .Concat(WithoutCause(programme, outbox))
            .Concat(Untold(outbox))
            .Concat(NeverAsked(programme, outbox))
            .Concat(NeverTold(programme, outbox));
    }

    private IEnumerable<Finding> NeverTold(StoredProgramme programme, Outbox outbox)
    {
        ILookup<string, OutboxMail> written = outbox.Mails.ToLookup(mail => mail.Stream.Name);
        return from due in DueNotices.Of(programme)
            where !written[due.Stream].Any(due.IsMetBy)
            select new Finding(Name, due.Stream, due.Row, $"Nobody told {due.To} of {due.Event.Kind} {due.Event.Subject}.");
    }

    private IEnumerable<Finding> Missing(Outbox outbox) =>
        from one in outbox.Named
        where outbox.Find(one.Stream, one.Key) is null
        select new Finding(Name, one.By, one.ByKey, $"A {one.What} names mail {one.Key}, which is not in the outbox.");

    private IEnumerable<Finding> WithoutCause(StoredProgramme programme, Outbox outbox)
    {
        HashSet<(string, string)> caused = [.. outbox.Named.Where(one => one.Causes).Select(one => (one.Stream, one.Key))];
        return from mail in outbox.Mails
            where !caused.Contains((mail.Stream.Name, mail.Key)) && !MailCauses.ByKind.Values.Any(holds => holds(programme, outbox, mail))
            select new Finding(Name, mail.Stream.Name, "mail|" + mail.Key, $"Nothing that is stored has caused this mail to {mail.To}.");
    }

    /// <summary>What waited for a digest and counts as told stands in one to the same person.</summary>
    private IEnumerable<Finding> Untold(Outbox outbox)
    {
        HashSet<(string, string)> told = [.. outbox.Named.Where(one => one.What == "digest").Select(one => (one.Stream, one.Key))];
        bool isCut = outbox.Mails.Any(mail => mail.Fact.Part("customArgs").Text("covers")?.Length > MostNamed);
        return from mail in outbox.Mails
            where !isCut && mail.Fact.Text("state") == "InDigest" && mail.Fact.Text("detail") == "digest"
            where !told.Contains((mail.Stream.Name, mail.Key))
            select new Finding(Name, mail.Stream.Name, "mail|" + mail.Key, "It counts as told in a digest, and no digest tells it.");
    }

    /// <summary>By a step of its own, or by a mail that names it and has a cause of its own, as topics of a community do.</summary>
    private IEnumerable<Finding> NeverAsked(StoredProgramme programme, Outbox outbox) =>
        from stream in programme.Streams
        from task in stream.List("task|")
        where task.Fact.Text("state") == "Open" && task.Fact.List("steps").Count == 0
        where task.Fact.Instant("askedAt") + Unasked < programme.Now
        where
            !outbox.Mails.Any(mail =>
                mail.Stream.Name == stream.Name
                && "task|" + mail.Task == task.Key
                && MailCauses.ByKind.Values.Any(holds => holds(programme, outbox, mail))
            )
        select new Finding(Name, stream.Name, task.Key, $"It is open since {task.Fact.Text("askedAt")}, and nobody was asked.");
}
