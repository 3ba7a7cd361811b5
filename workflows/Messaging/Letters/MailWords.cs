using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>Every sentence of our mail. A language that lacks one does not compile; what stands in a sentence is a parameter, so none is
/// lost in translation.</summary>
public abstract class MailWords
{
    public static MailWords In(Language language) =>
        language == Language.Fr ? new FrenchWords()
        : language == Language.Es ? new SpanishWords()
        : new EnglishWords();

    // every mail
    public abstract string Greeting(string name);
    public abstract string Fictional { get; }
    public abstract string SignedBy { get; }
    public abstract string TurnTo(string name, string address);
    public abstract string WhyYouGetThis { get; }
    public abstract string OpenPage { get; }
    public abstract string AboutReport(string administration, string range);
    public abstract string AboutDonorReport(string donor, string range);
    public abstract string AboutPlan(string administration, string title);
    public abstract string DueBy(string moment);
    public abstract string HowToReply { get; }
    public abstract string WorkbookAttached { get; }
    public abstract string AskForTime { get; }
    public abstract string OnlyForYou { get; }
    public abstract string Hidden { get; }
    public abstract string HiddenLine { get; }

    // tasks
    public abstract string DraftingSubject(string about);
    public abstract string DraftingIntro { get; }
    public abstract string PlanHowToReply { get; }
    public abstract string PlanHowToReplyAgain { get; }
    public abstract string PlanStands { get; }
    public abstract string QuarterlySubject(string about);
    public abstract string QuarterlyIntro { get; }
    public abstract string ReminderSubject(string about);
    public abstract string LaterReminderSubject(string about);
    public abstract string OverdueSubject(string about);
    public abstract string ReminderIntro { get; }
    public abstract string LaterReminderIntro { get; }
    public abstract string OverdueIntro(string due);
    public abstract string ClosesAt(string moment);
    public abstract string EscalationSubject(string about);
    public abstract string EscalationToAlternate(string asked, string due);
    public abstract string EscalationToHead(string asked, string due);
    public abstract string EscalationToOfficer(string asked, string due);
    public abstract string ReviewSubject(string about);
    public abstract string ReviewIntro(string submitted, int items);
    public abstract string ReviewHow { get; }

    public abstract string PlanReviewSubject(string about);
    public abstract string PlanReviewAtMidTerm { get; }
    public abstract string PlanReviewAtEnd { get; }
    public abstract string PlanReviewHow { get; }

    // answers
    public abstract string AcknowledgementSubject(string about);
    public abstract string AfterColleague(string colleague);
    public abstract string ChangedByColleague(string colleague);
    public abstract string SubmittedIntro { get; }
    public abstract string NotedIntro { get; }
    public abstract string NothingUnderstoodIntro { get; }
    public abstract string NothingUsableIntro { get; }
    public abstract string NilIntro { get; }
    public abstract string NilFor(string codes);
    public abstract string Changed(string was, string now);
    public abstract string Understood { get; }
    public abstract string NotUnderstood { get; }
    public abstract string FilesKept { get; }
    public abstract string FilesRefused { get; }
    public abstract string StillMissing(string codes);
    public abstract string ToSubmit { get; }
    public abstract string CorrectUntil(string moment);
    public abstract string PlanHandedInIntro { get; }
    public abstract string PlanCounted(int results, int indicators, int benchmarks, int activities, int risks);
    public abstract string PlanMissing { get; }
    public abstract string PlanNext(string name, string address);
    public abstract string PlanSavedIntro(string workbook);
    public abstract string PlanCellsNotTaken { get; }
    public abstract string PlanToPutRight { get; }
    public abstract string PlanNotHandedInIntro { get; }
    public abstract string PlanUnchangedIntro { get; }
    public abstract string WhatYouWrote { get; }
    public abstract string FindingsIntro { get; }
    public abstract string FindingsCorrect(string moment);
    public abstract string QuestionSubject(string about);
    public abstract string QuestionIntro { get; }
    public abstract string AnswerUntil(string moment);
    public abstract string ConfirmSubject(string about);
    public abstract string ConfirmIntro { get; }
    public abstract string ConfirmWords(int lines);
    public abstract string ConfirmHow(string until);
    public abstract string ConfirmNotYou { get; }
    public abstract string ConfirmPageEndpoint { get; }

    // decisions
    public abstract string ReturnedSubject(string about);
    public abstract string ReturnedIntro { get; }
    public abstract string ReturnedItems { get; }
    public abstract string ReturnedHow(string due);
    public abstract string AcceptedSubject(string about);
    public abstract string AcceptedIntro { get; }
    public abstract string AcceptedLater(string name, string address);

    // others
    public abstract string DonorReportSubject(string title, int version);
    public abstract string DonorReportIntro(string donor, string range);
    public abstract string DonorReportSupersedes(int version);
    public abstract string DonorReportLink(string expires);
    public abstract string DonorReportDigest { get; }
    public abstract string CodeSubject { get; }
    public abstract string CodeIntro { get; }
    public abstract string CodeUntil(string moment);
    public abstract string CodeNotYou { get; }
    public abstract string NeedsPersonSubject { get; }
    public abstract string NeedsPersonIntro(string received);
    public abstract string NeedsPersonReason(string reason);
    public abstract string NeedsPersonTask(string about);
    public abstract string NeedsPersonHow { get; }

    public abstract string PassedOnSubject { get; }
    public abstract string PassedOnIntro(string received);
    public abstract string PassedOnNext { get; }
    public abstract string BouncedSubject(string person);
    public abstract string BouncedIntro(string person, string at);
    public abstract string BouncedWhy(string why);
    public abstract string BouncedHow { get; }
    public abstract string SuppressedSubject(string person);
    public abstract string SuppressedAsSpam(string person, string at);
    public abstract string Unsubscribed(string person, string at);
    public abstract string SuppressedHow { get; }
    public abstract string CommentedSubject(string about);
    public abstract string CommentPassedSubject(string about);
    public abstract string Commented(string by);
    public abstract string CommentedOn(string by, string item);
    public abstract string CommentPassed { get; }
    public abstract string CommentReply { get; }
    public abstract string DigestSubject(int count);
    public abstract string DigestHeading { get; }
    public abstract string DigestChoose { get; }
    public abstract string DigestChoosePage { get; }
    public abstract string ByWhen(string moment);
}
