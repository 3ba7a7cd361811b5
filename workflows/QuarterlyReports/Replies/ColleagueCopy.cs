using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>What somebody had handed in was changed by another: the copy of the acknowledgement that the first one gets.</summary>
internal static class ColleagueCopy
{
    /// <summary>Who had handed in what somebody else has changed; null where it is their own.</summary>
    public static PersonId? ColleagueOf(ReportAnswerResult done, PersonId by) =>
        done.Kind == ReportAnswerKind.Corrected && done.After.Submissions[^1].By is var earlier && earlier != by ? earlier : null;

    /// <param name="own">Of the person whose answer it is.</param>
    /// <param name="answer">With what of it was taken.</param>
    /// <param name="colleague">An officer, who had handed it in on behalf of the administration, has no link of their own.</param>
    /// <param name="by">Whose answer it is.</param>
    public static Acknowledgement Of(
        Acknowledgement own,
        (ReportAnswerResult Done, ParsedReply Said, IReadOnlyList<FormItem> Items) answer,
        Person colleague,
        PersonId by,
        (MailWriter Writer, DateOnly Today) now
    )
    {
        Language language = colleague.Language;
        ReportRecord report = answer.Done.After;
        bool isOfficer = colleague.SignsIn(now.Today);
        return own with
        {
            Understood = AcknowledgementLines.Understood(answer.Done, answer.Said, answer.Items, language),
            Questions = ReportReplyMails.QuestionsOf(answer.Done, answer.Items, language),
            Unclear = [],
            Files = [],
            Kept = null,
            AfterColleague = null,
            ByColleague = Placeholders.NameOf(by),
            Link = isOfficer ? now.Writer.Page($"plans/{report.Plan}/reports/{report.Period.Key}") : own.Link,
            IsForOfficer = isOfficer,
        };
    }
}
