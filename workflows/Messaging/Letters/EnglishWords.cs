namespace ACip.Workflows.Messaging.Letters;

internal sealed class EnglishWords : MailWords
{
    public override string Greeting(string name) => $"Dear {name},";

    public override string Fictional => "FICTIONAL SAMPLE DATA. No person, administration or figure in this mail is real.";
    public override string SignedBy => "A-CIP Programme, WCO Secretariat";

    public override string TurnTo(string name, string address) => $"Questions? Write to {name}, {address}.";

    public override string WhyYouGetThis => "You get this mail because you have a part in the A-CIP Programme.";
    public override string OpenPage => "Open the page";

    public override string AboutReport(string administration, string range) => $"{administration}, report for {range}";

    public override string AboutDonorReport(string donor, string range) => $"{donor}, donor report for {range}";

    public override string AboutPlan(string administration, string title) => $"{administration}, action plan \"{title}\"";

    public override string DueBy(string moment) => $"Please answer by {moment}.";

    public override string HowToReply =>
        "You can answer by replying to this mail: fill in the form below, and write SUBMIT alone on a line when you are done. You can also open the page.";
    public override string WorkbookAttached => "You can also fill in the attached workbook and send it back with your reply.";
    public override string AskForTime =>
        "If you need more time, reply with this line: QUESTION: we need more time, until (day), because (reason). A programme officer answers it.";
    public override string OnlyForYou => "This mail is for you alone. If you forward it, others cannot answer for you.";
    public override string Hidden => "received; shown on the page only";
    public override string HiddenLine => "One line is shown on the page only.";

    public override string DraftingSubject(string about) => $"Please draft: {about}";

    public override string DraftingIntro =>
        "Please draft the action plan of your administration: its results, indicators, baselines and benchmarks.";
    public override string PlanHowToReply =>
        "Fill in the attached workbook and send it back with your reply, or change the plan on the page. When it is right, reply with SUBMIT alone on a line.";
    public override string PlanHowToReplyAgain =>
        "Fill in the workbook that we sent you and send it back with your reply, or change the plan on the page. When it is right, reply with SUBMIT alone on a line.";
    public override string PlanStands => "The plan as it stands";

    public override string QuarterlySubject(string about) => $"Please report: {about}";

    public override string QuarterlyIntro => "A new reporting period is open. Please give the figures of your administration.";

    public override string ReminderSubject(string about) => $"Reminder: {about}";

    public override string LaterReminderSubject(string about) => $"Due soon: {about}";

    public override string OverdueSubject(string about) => $"Overdue: {about}";

    public override string ReminderIntro => "We have no answer from you yet. There is still time.";
    public override string LaterReminderIntro => "We still have no answer from you, and the time is nearly over.";

    public override string OverdueIntro(string due) => $"Your answer was due by {due}. We have not received it.";

    public override string ClosesAt(string moment) =>
        $"The last moment for an answer is {moment}. After that, the gap is shown in the report.";

    public override string EscalationSubject(string about) => $"Your help is needed: {about}";

    public override string EscalationToAlternate(string asked, string due) =>
        $"{asked} was asked for this and has not answered. It was due by {due}. You are the alternate: please answer instead.";

    public override string EscalationToHead(string asked, string due) =>
        $"{asked} was asked for this and has not answered. It was due by {due}. Please see to it that your administration answers.";

    public override string EscalationToOfficer(string asked, string due) =>
        $"{asked} was asked for this and has not answered. It was due by {due}. You may want to ask what is in the way, or give more time.";

    public override string ReviewSubject(string about) => $"Please review: {about}";

    public override string ReviewIntro(string submitted, int items) => $"This was submitted on {submitted}. Items to review: {items}.";

    public override string ReviewHow => "Open the page to accept it, or to send it back with a reason for each item.";

    public override string AfterColleague(string colleague) =>
        $"{colleague} had already handed this in. Your figures now stand in place of those; your colleague is told.";

    public override string ChangedByColleague(string colleague) =>
        $"{colleague} has changed figures that you handed in. If that is wrong, reply with the right lines.";

    public override string AcknowledgementSubject(string about) => $"Received: {about}";

    public override string SubmittedIntro => "Thank you. Your answer is submitted. This is how we understood it.";
    public override string NotedIntro => "Thank you. We noted your figures. They are not submitted yet. This is how we understood them.";
    public override string NothingUnderstoodIntro => "Thank you. We received your mail but found no figure in it.";
    public override string NothingUsableIntro => "Thank you. Your mail has arrived, but what it brought could not be used.";
    public override string NilIntro => "Thank you. Your report is handed in, with nothing to report. This is the reason that we noted:";

    public override string NilFor(string codes) => $"It stands for: {codes}.";

    public override string Changed(string was, string now) => $"was {was}, now {now}";

    public override string Understood => "Understood";
    public override string NotUnderstood => "Not understood";
    public override string FilesKept => "Files kept as evidence";
    public override string FilesRefused => "Files not kept";

    public override string StillMissing(string codes) => $"Still without an answer: {codes}.";

    public override string ToSubmit => "To submit, reply with the word SUBMIT alone on a line.";

    public override string CorrectUntil(string moment) =>
        $"If something is wrong, reply with the right line: until the report is reviewed, and at the latest by {moment}.";

    public override string PlanHandedInIntro => "Thank you. Your plan is handed in for approval. It holds:";

    public override string PlanCounted(int results, int indicators, int benchmarks, int activities, int risks) =>
        $"Results: {results}. Indicators: {indicators}. Benchmarks: {benchmarks}. Activities: {activities}. Risks: {risks}.";

    public override string PlanMissing => "Still missing; the approver sees this too";

    public override string PlanNext(string name, string address) =>
        $"You will hear of the decision by mail. If something has to change before that, write to {name}, {address}: the plan can be sent back to you.";

    public override string PlanSavedIntro(string workbook) =>
        $"Thank you. The workbook {workbook} is taken into the draft. The plan is not handed in yet. It holds:";

    public override string PlanCellsNotTaken => "Not taken from the workbook; there the old value stays";
    public override string PlanToPutRight => "To be put right before the plan can be handed in";
    public override string PlanNotHandedInIntro => "Thank you. The plan is not handed in: something has to be put right first.";
    public override string PlanUnchangedIntro =>
        "Thank you for your mail. It has not changed the plan: a plan is changed in the workbook or on the page, and not line by line.";
    public override string WhatYouWrote => "What you wrote";
    public override string FindingsIntro => "Thank you. This is what we took as the findings of the review:";

    public override string FindingsCorrect(string moment) =>
        $"To change them, reply with the whole text again: until the outcome is recorded, and at the latest by {moment}.";

    public override string QuestionSubject(string about) => $"A question: {about}";

    public override string QuestionIntro =>
        "Thank you for your mail. Nothing in it could be taken as an answer, and nothing has been changed.";

    public override string AnswerUntil(string moment) => $"Please reply by {moment}.";

    public override string ConfirmSubject(string about) => $"Please confirm: {about}";

    public override string ConfirmIntro =>
        "We received an answer in your name. Your mail domain does not show that it comes from you, so it does not count yet.";

    public override string ConfirmWords(int lines) =>
        lines == 1
            ? "One line more, written in words, is not repeated here; it stands on the page."
            : $"{lines} lines more, written in words, are not repeated here; they stand on the page.";

    public override string ConfirmHow(string until) => $"If it is yours, open the page and confirm it by {until}.";

    public override string ConfirmNotYou => "If it is not yours, do nothing, and please tell the Secretariat.";
    public override string ConfirmPageEndpoint => "Open the page to confirm";

    public override string ReturnedSubject(string about) => $"Sent back: {about}";

    public override string ReturnedIntro => "The Secretariat read your answer and asks you to change it.";
    public override string ReturnedItems => "Please look at these again";

    public override string ReturnedHow(string due) => $"Please correct and submit again by {due}.";

    public override string AcceptedSubject(string about) => $"Accepted: {about}";

    public override string AcceptedIntro => "The Secretariat accepted your answer. Thank you. You need to do nothing more.";

    public override string AcceptedLater(string name, string address) =>
        $"If a figure turns out to be wrong later, write to {name}, {address}.";

    public override string DonorReportSubject(string title, int version) => $"Issued: {title}, version {version}";

    public override string DonorReportIntro(string donor, string range) => $"The report to {donor} for {range} is issued.";

    public override string DonorReportSupersedes(int version) => $"It replaces version {version}.";

    public override string DonorReportLink(string expires) => $"The link works until {expires}.";

    public override string DonorReportDigest => "To check that your copy is the issued one, compare this SHA-256 of its manifest:";
    public override string CodeSubject => "Your code";
    public override string CodeIntro => "Enter this code on the page that asked for it:";

    public override string CodeUntil(string moment) => $"It works once, until {moment}.";

    public override string CodeNotYou =>
        "If you did not ask for a code, somebody else has your link. Do not pass the code on, and please tell the Secretariat.";
    public override string NeedsPersonSubject => "A message needs a person";

    public override string NeedsPersonIntro(string received) => $"A message that came on {received} was not acted upon.";

    public override string NeedsPersonReason(string reason) => $"Reason: {reason}";

    public override string NeedsPersonTask(string about) => $"It was sent to: {about}.";

    public override string NeedsPersonHow => "Open the page to read it, and then treat it as an answer, discard it or seal it.";

    public override string PassedOnSubject => "Your message has been passed on";

    public override string PassedOnIntro(string received) =>
        $"Your message of {received} has arrived, but it could not be taken as an answer.";

    public override string PassedOnNext =>
        "Nothing is lost: the Secretariat has your message, and a person will write to you. You need not send it again.";

    public override string BouncedSubject(string person) => $"Not delivered: mail to {person}";

    public override string BouncedIntro(string person, string at) => $"A mail to {person} could not be delivered on {at}.";

    public override string BouncedWhy(string why) => $"The mail service says: {why}";

    public override string BouncedHow => "Please check the address, or ask somebody else of the administration.";

    public override string SuppressedSubject(string person) => $"No more mail reaches {person}";

    public override string SuppressedAsSpam(string person, string at) => $"A mail to {person} was marked as spam on {at}.";

    public override string Unsubscribed(string person, string at) => $"{person} unsubscribed from our mails on {at}.";

    public override string SuppressedHow =>
        "From now on the mail service delivers nothing to this address. Please talk to the person, and have the address taken off the mail service's suppression list, or register another address.";

    public override string CommentedSubject(string about) => $"A comment: {about}";

    public override string CommentPassedSubject(string about) => $"Passed on: {about}";

    public override string Commented(string by) => $"{by} says:";

    public override string CommentedOn(string by, string item) => $"{by} says about {item}:";

    public override string CommentPassed =>
        "Thank you. What you wrote is passed on. An answer comes by mail, and stands on the page of the report:";
    public override string CommentReply =>
        "To answer, reply to this mail. What you write above stands in the talk about this report. To give a figure, write its line, such as B3: 45.";

    public override string DigestSubject(int count) => $"Notices for you: {count}";

    public override string DigestHeading => "What has come up, and can still wait";
    public override string DigestChoose =>
        "You get these together, once a working day or once a week as you choose; what is urgent comes by itself.";
    public override string DigestChoosePage => "Choose how often";

    public override string ByWhen(string moment) => $"by {moment}";

    public override string PlanReviewSubject(string about) => $"Please review: {about}";

    public override string PlanReviewAtMidTerm =>
        "Your action plan is at mid-term. Please say what has been achieved, what has not and why, and what should change for the time that remains.";
    public override string PlanReviewAtEnd =>
        "Your action plan comes to its end. Please say what has been achieved, what lasts, what has not been reached and why, and what was learnt.";
    public override string PlanReviewHow =>
        "Answer by replying to this mail in your own words: all that you write above is taken as what the review found.";
}
