using System.Globalization;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Why a mail about a report may have been written: an event of that very report, and of somebody else than who is told.</summary>
internal static class ReportMailCauses
{
    private static readonly string[] Given = ["ReportDrafted", "ReportSubmitted", "ReportNil"];

    private static readonly Dictionary<string, string[]> OfParts = new(StringComparer.Ordinal)
    {
        ["asked"] = ["ContributionAsked", "ContributorRegistered"],
        ["back"] = ["ContributionTakenBack", "ContributionAsked"],
        ["wanted"] = ["ContributorWanted"],
        ["refused"] = ["ContributorRefused"],
        ["in"] = ["ReportDrafted"],
    };

    public static IReadOnlyDictionary<string, Func<StoredProgramme, Outbox, OutboxMail, bool>> ByKind { get; } =
        new Dictionary<string, Func<StoredProgramme, Outbox, OutboxMail, bool>>(StringComparer.Ordinal)
        {
            ["a comment on a report"] = (_, _, mail) =>
                Comment(mail) is { } key && mail.Stream.Fact(key) is { } comment && comment.Text("by") != mail.To,
            ["more time that was asked for, told to who asked"] = (_, _, mail) =>
                About(mail, "-moretime-asked", link => link.By == mail.To, "MoreTimeAsked"),
            ["more time that was given or not"] = (_, _, mail) =>
                About(mail, "-moretime-decided", link => link.By != mail.To, "MoreTimeRefused", "DueDateExtended"),
            ["a part of a report that was asked for, came in or was not to be"] = (_, _, mail) =>
                OfParts.Any(part => About(mail, "-contribution-" + part.Key, _ => true, part.Value)),
            ["a part of a report that ended with somebody else's answer"] = (_, _, mail) => ByAnother(mail, "-overtaken", Given),
            ["a file of a report that was rejected"] = (_, _, mail) => IsRejected(mail),
            ["the acceptance of a report that was opened again since"] = (_, _, mail) => IsAccepted(mail),
            ["a report that an officer ended"] = (_, _, mail) =>
                About(mail, "-ended-", link => IsEndedByOfficer(link, mail), "ReportWaived", "ReportNil"),
            ["what was entered in a report without a mail or a link"] = (_, _, mail) =>
                About(mail, "-entered-", link => IsEntered(link, mail), Given),
            ["a restatement that was decided"] = (_, _, mail) => ByAnother(mail, "-restated-", "FigureRestated", "RestatementReturned"),
            ["a report that was locked without having been handed in"] = (_, _, mail) => ByAnother(mail, "-missed-", "ReportMissed"),
        };

    /// <summary>A correction that a colleague made on the page of a task, of what this person had handed in.</summary>
    public static bool IsCorrectedByColleague(StoredEvent link, OutboxMail mail) =>
        link.Kind == "ReportDrafted"
        && link.By != mail.To
        && mail.Key.EndsWith($"-{mail.To}", StringComparison.Ordinal)
        && mail.Stream.Fact("report|" + link.Subject).List("submissions").LastOrDefault(one => one.Instant("at") <= mail.At).Text("by")
            == mail.To;

    /// <summary>Nobody is told what they did themselves.</summary>
    private static bool ByAnother(OutboxMail mail, string mark, params string[] kinds) =>
        About(mail, mark, link => link.By != mail.To, kinds);

    /// <summary>PLAN-PERIOD-MARK…-PERSON, beside an event of that report.</summary>
    private static bool About(OutboxMail mail, string mark, Func<StoredEvent, bool> more, params string[] kinds) =>
        mail.Key.EndsWith($"-{mail.To}", StringComparison.Ordinal) && Beside(mail, mark, kinds).Any(more);

    private static IEnumerable<StoredEvent> Beside(OutboxMail mail, string mark, params string[] kinds) =>
        mail
            .Stream.EventsOf(kinds)
            .Where(link => mail.IsNear(link) && mail.Key.StartsWith(KeyOf(mail.Stream, link.Subject, mark), StringComparison.Ordinal));

    private static string KeyOf(StoredStream stream, string period, string mark) => $"{stream.Fact("plan").Text("id")}-{period}{mark}";

    private static bool IsRejected(OutboxMail mail) =>
        Beside(mail, "-rejected-", "EvidenceKept")
            .Any(link =>
                link is { Reason: "rejected" }
                && link.By != mail.To
                && mail.Stream.List($"evidence|{link.Subject}|")
                    .Any(file =>
                        file.Fact.Text("by") == mail.To
                        && mail.Key == KeyOf(mail.Stream, link.Subject, "-rejected-") + file.Fact.Text("sha256")?[..16]
                    )
            );

    /// <summary>The mail to whoever handed it in has no person in its key.</summary>
    private static bool IsAccepted(OutboxMail mail) =>
        Beside(mail, "-accepted-s", "ReportAccepted")
            .Where(link => link.By != mail.To)
            .Any(link =>
                mail.Key.EndsWith($"-{mail.To}", StringComparison.Ordinal)
                || mail.Stream.Fact("report|" + link.Subject)
                    .List("submissions")
                    .Any(one =>
                        one.Text("by") == mail.To
                        && mail.Key
                            == string.Create(
                                CultureInfo.InvariantCulture,
                                $"{KeyOf(mail.Stream, link.Subject, "-accepted-s")}{one.Count("number")}"
                            )
                    )
            );

    /// <summary>What ends with its plan is told by a mail of the plan.</summary>
    private static bool IsEndedByOfficer(StoredEvent link, OutboxMail mail) =>
        link.By != mail.To
        && mail.Stream.Fact("report|" + link.Subject).Part("endedBy").Text("by") == link.By
        && !mail.Stream.EventsOf("PlanSuspended", "PlanClosed", "PlanCancelled").Any(one => one.At == link.At);

    /// <summary>Its reason is where it came from: the ticks of the clock, or of a link a digest of what was typed.</summary>
    private static bool IsEntered(StoredEvent link, OutboxMail mail) =>
        link.By != mail.To
        && link.Reason?.Split(':', 2) is [not "mail", var what]
        && what.All(char.IsAsciiDigit)
        && mail.Key.StartsWith(KeyOf(mail.Stream, link.Subject, $"-entered-{what}-"), StringComparison.Ordinal);

    /// <summary>PLAN-PERIOD-comment-NUMBER_to_PERSON.</summary>
    private static string? Comment(OutboxMail mail)
    {
        const string Mark = "-comment-";
        string to = "_to_" + mail.To;
        int mark = mail.Key.IndexOf(Mark, StringComparison.Ordinal);
        return mark < 17 || !mail.Key.EndsWith(to, StringComparison.Ordinal)
            ? null
            : $"comment|{mail.Key[(mark - 17)..mark]}|{mail.Key[(mark + Mark.Length)..^to.Length]}";
    }
}
