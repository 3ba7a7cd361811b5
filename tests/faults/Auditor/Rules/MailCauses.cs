using System.Globalization;
using System.Text.RegularExpressions;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Why a mail may have been written though no row names it: each kind of such a mail, with what must be stored for it.</summary>
internal static partial class MailCauses
{
    private static readonly TimeSpan Resumed = TimeSpan.FromDays(2);

    public static IReadOnlyDictionary<string, Func<StoredProgramme, Outbox, OutboxMail, bool>> ByKind { get; } =
        new Dictionary<string, Func<StoredProgramme, Outbox, OutboxMail, bool>>(ReportMailCauses.ByKind, StringComparer.Ordinal)
        {
            ["a one-time code for the page of a task"] = (_, _, mail) =>
                mail.Fact["codeNumber"] is not null && Has(mail, $"-code-{mail.To}-") && HasTask(mail),
            ["what was taken from the page of a task"] = (_, _, mail) =>
                IsOfPage(mail)
                && mail.Stream.Events.Any(link =>
                    mail.IsNear(link) && ((link.By == mail.To && HasTask(mail)) || ReportMailCauses.IsCorrectedByColleague(link, mail))
                ),
            ["a comment on a plan"] = (_, _, mail) => OfPlan(mail, "-remark-", "PlanCommented"),
            ["a plan that was handed in or approved, told to all whom it concerns"] = (_, _, mail) =>
                OfPlan(mail, "-handed-in-s", "PlanSubmitted") || OfPlan(mail, "-approved-s", "PlanApproved", "PlanRevisionApproved"),
            ["a plan that was suspended, resumed, ended or reviewed"] = (_, _, mail) => IsOfNote(mail) || IsOver(mail),
            ["a message that an officer discarded while its sender waited"] = (_, _, mail) => IsDiscarded(mail),
            ["a recommendation that was answered, proved or closed"] = (_, _, mail) =>
                OfRecommendation(mail, "-closed-", "RecommendationClosed")
                || OfRecommendation(mail, "-rejected-", "RecommendationFileKept", "rejected")
                || OfRecommendation(mail, "-answered-", "RecommendationAnswered"),
            ["a change of roles"] = (_, _, mail) =>
                mail
                    .Stream.EventsOf("RolesChanged", "RolesConfirmed", "RolesRefused", "ProgrammeChanged")
                    .Any(link =>
                        mail.IsNear(link)
                        && mail.Key.StartsWith(
                            $"roles-{link.Subject.Replace("person|", "", StringComparison.Ordinal)}-",
                            StringComparison.Ordinal
                        )
                    ),
            ["a digest of what waited"] = (_, outbox, mail) =>
                mail.Fact.Text("kind") == "Digest"
                && outbox.Named.Any(one => one.What == "digest" && one.By == mail.Stream.Name && one.ByKey == "mail|" + mail.Key),
            ["received mail that stays away"] = (_, _, mail) =>
                mail.Key.StartsWith("silent-", StringComparison.Ordinal)
                && mail.Stream.EventsOf("InboundMailSilent").Any(link => mail.IsNear(link)),
            ["a topic that was opened, or talked about"] = (_, _, mail) =>
                mail.Key.StartsWith("topic-", StringComparison.Ordinal)
                && mail.Stream.EventsOf("TopicOpened", "TopicPosted").Any(link => mail.IsNear(link)),
            ["a meeting's papers"] = (_, _, mail) =>
                Follows(mail, "-briefing-", "MeetingBriefed") || Follows(mail, "-minutes-", "MinutesWritten"),
            ["an event or a meeting that was cancelled"] = (_, _, mail) =>
                Follows(mail, "-cancelled-", "EventCancelled") || Follows(mail, "-cancelled-", "MeetingCancelled"),
            ["terms of a mission"] = (_, _, mail) => Tells(mail, "-terms-", "MissionBegun"),
            ["a donor that came or left"] = (_, _, mail) =>
                Tells(mail, "-welcome", "DonorJoined") || Tells(mail, "-farewell-", "DonorLeft"),
            ["an overview of a week or month, on its day"] = (_, _, mail) =>
                mail.Key.StartsWith("overview-", StringComparison.Ordinal)
                && Day().Match(mail.Key) is { Success: true } day
                && DateTimeOffset.ParseExact(day.Groups[1].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                    is var written
                && mail.At >= written
                && mail.At < written.AddDays(7),
            ["an answer to what a donor's reader asked"] = (_, _, mail) => Tells(mail, $"-answered-{mail.To}-", "DonorQuestionAnswered"),
            ["a donor report that is issued to nobody"] = (_, _, mail) => IsUnread(mail),
            ["a new Member whose head declines"] = (_, _, mail) => IsDeclined(mail),
            ["an absence that a substitute stands in for, or no more"] = (_, _, mail) => IsOfAbsence(mail),
            ["records that a donor report could not read"] = (_, _, mail) =>
                mail.Key.Contains("-unreadable-", StringComparison.Ordinal)
                && mail.Stream.EventsOf("DonorReportAssembled").Any(link => mail.IsNear(link)),
        };

    [GeneratedRegex("-([0-9]{8})-", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    private static bool Has(OutboxMail mail, string mark) => mail.Key.Contains(mark, StringComparison.Ordinal);

    private static bool Tells(OutboxMail mail, string mark, string kind) =>
        Has(mail, mark) && mail.Stream.EventsOf(kind).Any(link => mail.IsNear(link));

    /// <summary>START-MARK…-PERSON, beside an event of somebody else: nobody is told what they did themselves.</summary>
    private static bool Starts(OutboxMail mail, string? start, string mark, Func<StoredEvent, bool> more, params string[] kinds) =>
        mail.Key.StartsWith(start + mark, StringComparison.Ordinal)
        && mail.Key.EndsWith($"-{mail.To}", StringComparison.Ordinal)
        && mail.Stream.EventsOf(kinds).Any(link => mail.IsNear(link) && link.By != mail.To && more(link));

    private static bool OfPlan(OutboxMail mail, string mark, params string[] kinds) =>
        mail.Stream.Fact("plan").Text("id") is { } plan && Starts(mail, plan, mark, link => link.Subject == plan, kinds);

    /// <param name="how">What the event must say besides.</param>
    private static bool OfRecommendation(OutboxMail mail, string mark, string kind, string? how = null) =>
        Starts(mail, mail.Stream.Name, mark, link => how is null || link.Reason == how, kind);

    /// <summary>PLAN-statusNUMBER-PERSON: that note of the plan, by somebody else. What a coordinator finds in a review has none.</summary>
    private static bool IsOfNote(OutboxMail mail) =>
        mail.Stream.Fact("plan") is { } plan
        && plan.List("notes")
            .Select((note, before) => (note, Key: string.Create(CultureInfo.InvariantCulture, $"{plan.Text("id")}-status{before + 1}")))
            .Any(one =>
                mail.Key == $"{one.Key}-{mail.To}" && one.note.Text("by") != mail.To && one.note.Instant("at") is { } at && mail.IsNear(at)
            );

    /// <summary>Nobody closes a plan that has run its course.</summary>
    private static bool IsOver(OutboxMail mail) =>
        mail.Key == $"{mail.Stream.Fact("plan").Text("id")}-status-over-{mail.To}"
        && mail.Stream.EventsOf("PlanClosed").Any(link => link.By is null && mail.IsNear(link));

    /// <summary>To the sender of the very message.</summary>
    private static bool IsDiscarded(OutboxMail mail) =>
        mail
            .Stream.EventsOf("MailDiscarded")
            .Any(link =>
                mail.IsNear(link)
                && link.Subject.Length >= 24
                && mail.Key == "discarded-" + link.Subject[..24]
                && mail.Stream.Fact("received|" + link.Subject).Text("person") == mail.To
            );

    private static bool IsUnread(OutboxMail mail) =>
        mail
            .Stream.EventsOf("DonorReportIssued")
            .Where(mail.IsNear)
            .SelectMany(link =>
                mail.Stream.Fact("donor-report|" + link.Subject).List("versions").Select(version => (link.Subject, version))
            )
            .Any(one =>
                one.version.List("mails").Count == 0
                && mail.Key.EndsWith(
                    string.Create(CultureInfo.InvariantCulture, $"-unread-{one.Subject}-v{one.version.Count("number")}-{mail.To}"),
                    StringComparison.Ordinal
                )
            );

    private static bool IsDeclined(OutboxMail mail) =>
        mail.Key.Split("-declined-") is [var task, _]
        && mail.Stream.Fact("task|" + task).Text("administration") is { } home
        && Starts(mail, task, "-declined-", link => link.Subject == home, "MemberDeclined");

    /// <summary>substitute-PERSON-SUBSTITUTE-…: to whom that person named.</summary>
    private static bool IsOfAbsence(OutboxMail mail) =>
        mail
            .Stream.EventsOf("SubstituteNamed", "SubstituteEnded")
            .Any(link =>
                mail.IsNear(link)
                && Has(mail, "-ended-") == (link.Kind == "SubstituteEnded")
                && mail.Key.StartsWith(
                    $"substitute-{link.Subject.Replace("person|", "", StringComparison.Ordinal)}-{mail.To}-",
                    StringComparison.Ordinal
                )
            );

    /// <summary>Of what goes to more people than one commit takes: the workflow writes the mails, and again where it was stopped.</summary>
    private static bool Follows(OutboxMail mail, string mark, string kind) =>
        Has(mail, mark)
        && mail.Key.EndsWith($"-{mail.To}", StringComparison.Ordinal)
        && mail.Stream.EventsOf(kind).Any(link => mail.At >= link.At - OutboxMail.Skew && mail.At <= link.At + Resumed);

    /// <summary>TASK-page-…, of a task of the stream; an officer has no link to it.</summary>
    private static bool IsOfPage(OutboxMail mail) =>
        mail.Key.Split("-page-") is [var task, _]
        && (mail.Task is null || mail.Task == task)
        && mail.Stream.Find("task|" + task) is not null;

    private static bool HasTask(OutboxMail mail) => mail.Task is { } task && mail.Stream.Find("task|" + task) is not null;
}
