using System.Globalization;
using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Mails that must have been written though no row names them: what officers and the clock do to a plan, a report or an event is
/// told to each who answers for the administration.</summary>
internal static class DueNotices
{
    /// <summary>The first of these offices that is held answers.</summary>
    private static readonly string[] Offices = ["Coordinator", "Alternate", "HeadOfCustoms"];

    /// <summary>In one commit with the mails; of an event its workflow writes them, which may have been stopped.</summary>
    private static readonly TimeSpan Written = TimeSpan.FromDays(2);

    private static readonly string[] ChangesOfPlans = ["PlanSuspended", "PlanResumed", "PlanClosed", "PlanCancelled"];

    public static IEnumerable<DueNotice> Of(StoredProgramme programme) =>
        programme.Plans.SelectMany(stream => OfPlan(programme, stream)).Concat(OfCancelled(programme));

    private static IEnumerable<DueNotice> OfPlan(StoredProgramme programme, StoredStream stream)
    {
        JsonObject plan = stream.Fact("plan")!;
        string id = plan.Text("id") ?? "",
            home = plan.Text("administration") ?? "";
        IEnumerable<(StoredEvent Event, string Row, string Start)> done =
        [
            .. stream
                .EventsOf(ChangesOfPlans)
                .Where(link => !IsOfLeaving(programme, home, link))
                .Select(link => (link, "plan", $"{id}-status")),
            .. stream.EventsOf("ReportMissed").Select(link => OfReport(link, "-missed-")),
            .. stream.EventsOf("FigureRestated", "RestatementReturned").Select(link => OfReport(link, "-restated-")),
            .. stream
                .EventsOf("ReportWaived", "ReportNil")
                .Where(link => IsEndedAlone(stream, link))
                .Select(link => OfReport(link, "-ended-")),
        ];
        return from one in done
            from to in Answering(programme, home, one.Event.At)
            where to != one.Event.By
            select new DueNotice(stream.Name, one.Row, one.Event, to, one.Start, OutboxMail.Skew);

        (StoredEvent, string, string) OfReport(StoredEvent link, string mark) =>
            (link, $"report|{link.Subject}", $"{id}-{link.Subject}{mark}");
    }

    /// <summary>Of an event or a meeting: to each who was written to about it and answers for an administration.</summary>
    private static IEnumerable<DueNotice> OfCancelled(StoredProgramme programme) =>
        from stream in programme.Streams
        from link in stream.EventsOf("EventCancelled", "MeetingCancelled")
        where link.At + Written < programme.Now
        from to in stream.List("mail|").Where(mail => mail.Fact.Instant("at") < link.At).Select(mail => mail.Fact.Text("to")).Distinct()
        where to is not null && to != link.By && HomesOf(programme, to).Any(home => Answering(programme, home, link.At).Contains(to))
        select new DueNotice(
            stream.Name,
            link.Kind == "EventCancelled" ? "event" : "meeting",
            link,
            to,
            $"{link.Subject}-cancelled-",
            Written
        );

    /// <summary>Those who leave with their administration are told that, and nothing else.</summary>
    private static bool IsOfLeaving(StoredProgramme programme, string home, StoredEvent ended) =>
        programme
            .Streams.SelectMany(stream => stream.EventsOf("MemberLeft"))
            .Any(link => link.Subject == home && (link.At - ended.At).Duration() <= Written);

    /// <summary>By an officer, and not with what was done to its plan, which a mail of the plan tells: the approval waives periods,
    /// too.</summary>
    private static bool IsEndedAlone(StoredStream stream, StoredEvent link) =>
        stream.Fact("report|" + link.Subject).Part("endedBy") is { } ended
        && ended.Text("by") == link.By
        && !stream.EventsOf([.. ChangesOfPlans, "PlanApproved"]).Any(one => one.At == link.At);

    private static string[] Answering(StoredProgramme programme, string home, DateTimeOffset at) =>
        Offices
            .Select(office =>
                programme
                    .Stream("programme")
                    .List("person|")
                    .Where(person => Roles(person.Fact, office, home).Any(role => IsValid(role, at)))
                    .Select(person => person.Fact.Text("id")!)
                    .ToArray()
            )
            .FirstOrDefault(held => held.Length > 0)
        ?? [];

    private static IEnumerable<string> HomesOf(StoredProgramme programme, string person) =>
        programme.Stream("programme").Fact("person|" + person).List("roles").Select(role => role.Text("administration")).OfType<string>();

    private static IEnumerable<JsonNode> Roles(JsonObject person, string office, string home) =>
        person.List("roles").Where(role => role.Text("role") == office && role.Text("administration") == home);

    /// <summary>Days of UTC, the last one with it.</summary>
    private static bool IsValid(JsonNode role, DateTimeOffset at)
    {
        string day = at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.CompareOrdinal(role.Text("from"), day) <= 0
            && (role.Text("until") is not { } until || string.CompareOrdinal(day, until) <= 0);
    }
}

/// <param name="Row">Of what was done.</param>
/// <param name="Event">What was done.</param>
/// <param name="Start">How the mail's key begins; it ends with the person.</param>
/// <param name="Within">How long after the event it may be written.</param>
internal sealed record DueNotice(string Stream, string Row, StoredEvent Event, string To, string Start, TimeSpan Within)
{
    public bool IsMetBy(OutboxMail mail) =>
        mail.Stream.Name == Stream
        && mail.Key.StartsWith(Start, StringComparison.Ordinal)
        && mail.Key.EndsWith($"-{To}", StringComparison.Ordinal)
        && mail.At >= Event.At - OutboxMail.Skew
        && mail.At <= Event.At + Within;
}
