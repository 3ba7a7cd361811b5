using System.Globalization;
using System.Text.RegularExpressions;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>Why a mail may have been written though no row names it: each kind of such a mail, with what must be stored for it.</summary>
internal static partial class MailCauses
{
    /// <summary>A mail and the event of its cause are of one commit; clocks of two hosts differ by less.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5),
        Resumed = TimeSpan.FromDays(2);

    public static IReadOnlyDictionary<string, Func<StoredProgramme, Outbox, OutboxMail, bool>> ByKind { get; } =
        new Dictionary<string, Func<StoredProgramme, Outbox, OutboxMail, bool>>(StringComparer.Ordinal)
        {
            ["a one-time code for the page of a task"] = (_, _, mail) => mail.Fact["codeNumber"] is not null && HasTask(mail),
            ["what was taken from the page of a task"] = (_, _, mail) =>
                mail.Key.Contains("-page-", StringComparison.Ordinal)
                && HasTask(mail)
                && mail.Stream.Events.Any(link =>
                    (link.By == mail.To || mail.Key.EndsWith($"-{mail.To}", StringComparison.Ordinal)) && IsNear(link, mail)
                ),
            ["a comment on a report"] = (_, _, mail) => Comment(mail) is { } key && mail.Stream.Find(key) is not null,
            ["a comment on a plan"] = (_, _, mail) => Tells(mail, "-remark-", "PlanCommented"),
            ["more time that was asked for, given or not"] = (_, _, mail) =>
                mail.Key.Contains("-moretime-", StringComparison.Ordinal)
                && mail.Stream.EventsOf("MoreTimeAsked", "MoreTimeRefused", "DueDateExtended").Any(link => IsNear(link, mail)),
            ["a part of a report that was asked for, came in or was not to be"] = (_, _, mail) =>
                mail.Key.Contains("-contribution-", StringComparison.Ordinal)
                && mail.Stream.EventsOf(
                        "ContributionAsked",
                        "ContributionTakenBack",
                        "ContributorWanted",
                        "ContributorRegistered",
                        "ContributorRefused",
                        "ReportDrafted"
                    )
                    .Any(link => IsNear(link, mail)),
            ["a part of a report that ended with somebody else's answer"] = (_, _, mail) =>
                Tells(mail, "-overtaken", "ReportDrafted")
                || Tells(mail, "-overtaken", "ReportSubmitted")
                || Tells(mail, "-overtaken", "ReportNil"),
            ["a file of a report that was rejected"] = (_, _, mail) => Tells(mail, "-rejected-", "EvidenceKept"),
            ["the acceptance of a report that was opened again since"] = (_, _, mail) => Tells(mail, "-accepted-s", "ReportAccepted"),
            ["a report that an officer ended"] = (_, _, mail) =>
                Tells(mail, "-ended-", "ReportWaived") || Tells(mail, "-ended-", "ReportNil"),
            ["what was entered in a report without a mail or a link"] = (_, _, mail) =>
                Tells(mail, "-entered-", "ReportDrafted")
                || Tells(mail, "-entered-", "ReportSubmitted")
                || Tells(mail, "-entered-", "ReportNil"),
            ["a restatement that was decided"] = (_, _, mail) =>
                Tells(mail, "-restated-", "FigureRestated") || Tells(mail, "-restated-", "RestatementReturned"),
            ["a report that was locked without having been handed in"] = (_, _, mail) => Tells(mail, "-missed-", "ReportMissed"),
            ["a plan that was handed in or approved, told to all whom it concerns"] = (_, _, mail) =>
                Tells(mail, "-handed-in-s", "PlanSubmitted")
                || Tells(mail, "-approved-s", "PlanApproved")
                || Tells(mail, "-approved-s", "PlanRevisionApproved"),
            ["a plan that was suspended, resumed, ended or reviewed"] = (_, _, mail) =>
                mail.Key.Contains("-status", StringComparison.Ordinal)
                && mail.Stream.EventsOf(
                        "PlanSuspended",
                        "PlanResumed",
                        "PlanClosed",
                        "PlanCancelled",
                        "PlanRevisionWithdrawn",
                        "PlanReviewed"
                    )
                    .Any(link => IsNear(link, mail)),
            ["a task that an officer asks of somebody else"] = (_, _, mail) => Tells(mail, "-moved-", "TaskMoved"),
            ["a message that an officer discarded while its sender waited"] = (_, _, mail) =>
                mail.Key.StartsWith("discarded-", StringComparison.Ordinal) && Tells(mail, "discarded-", "MailDiscarded"),
            ["a recommendation that was answered, proved or closed"] = (_, _, mail) =>
                Tells(mail, "-closed-", "RecommendationClosed")
                || Tells(mail, "-rejected-", "RecommendationFileKept")
                || Tells(mail, "-answered-", "RecommendationAnswered"),
            ["a change of roles"] = (_, _, mail) =>
                mail
                    .Stream.EventsOf("RolesChanged", "RolesConfirmed", "RolesRefused", "ProgrammeChanged")
                    .Any(link =>
                        IsNear(link, mail)
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
                && mail.Stream.EventsOf("InboundMailSilent").Any(link => IsNear(link, mail)),
            ["a topic that was opened, or talked about"] = (_, _, mail) =>
                mail.Key.StartsWith("topic-", StringComparison.Ordinal)
                && mail.Stream.EventsOf("TopicOpened", "TopicPosted").Any(link => IsNear(link, mail)),
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
            ["an answer to what a donor's reader asked"] = (_, _, mail) => Tells(mail, "-answered-", "DonorQuestionAnswered"),
            ["a donor report that is issued to nobody"] = (_, _, mail) => Tells(mail, "-unread-", "DonorReportIssued"),
            ["a new Member whose head declines"] = (_, _, mail) => Tells(mail, "-declined-", "MemberDeclined"),
            ["an absence that a substitute stands in for, or no more"] = (_, _, mail) =>
                Tells(mail, "substitute-", "SubstituteNamed") || Tells(mail, "substitute-", "SubstituteEnded"),
            ["records that a donor report could not read"] = (_, _, mail) =>
                mail.Key.Contains("-unreadable-", StringComparison.Ordinal)
                && mail.Stream.EventsOf("DonorReportAssembled").Any(link => IsNear(link, mail)),
        };

    [GeneratedRegex("-([0-9]{8})-", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    private static bool Tells(OutboxMail mail, string mark, string kind) =>
        mail.Key.Contains(mark, StringComparison.Ordinal) && mail.Stream.EventsOf(kind).Any(link => IsNear(link, mail));

    /// <summary>Of what goes to more people than one commit takes: the workflow writes the mails, and again where it was stopped.</summary>
    private static bool Follows(OutboxMail mail, string mark, string kind) =>
        mail.Key.Contains(mark, StringComparison.Ordinal)
        && mail.Stream.EventsOf(kind).Any(link => mail.At >= link.At - Skew && mail.At <= link.At + Resumed);

    private static bool HasTask(OutboxMail mail) => mail.Task is { } task && mail.Stream.Find("task|" + task) is not null;

    private static bool IsNear(StoredEvent link, OutboxMail mail) => (link.At - mail.At).Duration() <= Skew;

    /// <summary>PLAN-PERIOD-comment-NUMBER_to_PERSON.</summary>
    private static string? Comment(OutboxMail mail)
    {
        const string Mark = "-comment-";
        int mark = mail.Key.IndexOf(Mark, StringComparison.Ordinal),
            end = mail.Key.IndexOf("_to_", StringComparison.Ordinal);
        return mark < 17 || end < mark
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"comment|{mail.Key[(mark - 17)..mark]}|{mail.Key[(mark + Mark.Length)..end]}");
    }
}
