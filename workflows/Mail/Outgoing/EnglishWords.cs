namespace ACip.Workflows.Mail.Outgoing;

internal sealed class EnglishWords : MailWords
{
    public override string Greeting(string name) => $"Dear {name},";
    public override string Fictional => "FICTIONAL SAMPLE DATA. No person, administration or figure in this mail is real.";
    public override string SignedBy => "A-CIP Programme, WCO Secretariat";
    public override string WhyYouGetThis => "You get this mail because you have a part in the A-CIP Programme.";
    public override string OpenPage => "Open the page";
    public override string AboutReport(string administration, string range) => $"{administration}, report for {range}";
    public override string AboutDonorReport(string donor, string range) => $"{donor}, donor report for {range}";
    public override string AboutPlan(string administration, string title) => $"{administration}, action plan \"{title}\"";
    public override string DueBy(string moment) => $"Please answer by {moment}.";
    public override string HowToReply => "You can answer by replying to this mail: fill in the form below, and write SUBMIT alone on a line when you are done. You can also open the page.";
    public override string WorkbookAttached => "You can also fill in the attached workbook and send it back with your reply.";
    public override string OnlyForYou => "This mail is for you alone. If you forward it, others cannot answer for you.";
    public override string Hidden => "received; shown on the page only";
    public override string HiddenLine => "One line is shown on the page only.";

    public override string DraftingSubject(string about) => $"Please draft: {about}";
    public override string DraftingIntro => "Please draft the action plan of your administration: its results, indicators, baselines and benchmarks.";
    public override string QuarterlySubject(string about) => $"Please report: {about}";
    public override string QuarterlyIntro => "A new reporting period is open. Please give the figures of your administration.";
    public override string ReminderSubject(string about) => $"Reminder: {about}";
    public override string LaterReminderSubject(string about) => $"Due soon: {about}";
    public override string OverdueSubject(string about) => $"Overdue: {about}";
    public override string ReminderIntro => "We have no answer from you yet. There is still time.";
    public override string LaterReminderIntro => "We still have no answer from you, and the time is nearly over.";
    public override string OverdueIntro(string due) => $"Your answer was due by {due}. We have not received it.";
    public override string ClosesAt(string moment) => $"We can take an answer until {moment}. After that, the gap is shown in the report.";
    public override string EscalationSubject(string about) => $"Your help is needed: {about}";
    public override string EscalationToAlternate(string asked, string due) => $"{asked} was asked for this and has not answered. It was due by {due}. You are the alternate: please answer instead.";
    public override string EscalationToHead(string asked, string due) => $"{asked} was asked for this and has not answered. It was due by {due}. Please see to it that your administration answers.";
    public override string ReviewSubject(string about) => $"Please review: {about}";
    public override string ReviewIntro(string submitted, int items) => $"This was submitted on {submitted}. Items to review: {items}.";
    public override string ReviewHow => "Open the page to accept it, or to send it back with a reason for each item.";
    public override string ExpiredSubject(string about) => $"Closed without an answer: {about}";
    public override string ExpiredIntro(string closed) => $"This task closed on {closed}, and we had no answer. The gap will be shown as a gap.";
    public override string ExpiredNext => "You can still tell the Secretariat what happened: reply to this mail. A person will read it.";

    public override string AfterColleague(string colleague) => $"{colleague} had already handed this in. Your figures now stand in place of those; your colleague is told.";
    public override string ChangedByColleague(string colleague) => $"{colleague} has changed figures that you handed in. If that is wrong, reply with the right lines.";
    public override string AcknowledgementSubject(string about) => $"Received: {about}";
    public override string SubmittedIntro => "Thank you. Your answer is submitted. This is how we understood it.";
    public override string NotedIntro => "Thank you. We noted your figures. They are not submitted yet. This is how we understood them.";
    public override string NothingUnderstoodIntro => "Thank you. We received your mail but found no figure in it.";
    public override string Understood => "Understood";
    public override string NotUnderstood => "Not understood";
    public override string FilesKept => "Files kept as evidence";
    public override string FilesRefused => "Files not kept";
    public override string StillMissing(string codes) => $"Still without an answer: {codes}.";
    public override string ToSubmit => "To submit, reply with the word SUBMIT alone on a line.";
    public override string CorrectUntil(string moment) => $"If something is wrong, reply with the right line. You can correct until {moment}.";
    public override string QuestionSubject(string about) => $"A question: {about}";
    public override string QuestionIntro => "Thank you for your mail. We could not understand it well enough. Nothing has been changed.";
    public override string AnswerUntil(string moment) => $"Please reply until {moment}.";
    public override string ConfirmSubject(string about) => $"Please confirm: {about}";
    public override string ConfirmIntro => "We received an answer in your name. Your mail domain does not show that it comes from you, so it does not count yet.";
    public override string ConfirmHow(string until) => $"If it is yours, open the page and confirm it until {until}.";
    public override string ConfirmNotYou => "If it is not yours, do nothing, and please tell the Secretariat.";
    public override string ConfirmPage => "Open the page to confirm";

    public override string ReturnedSubject(string about) => $"Sent back: {about}";
    public override string ReturnedIntro => "The Secretariat read your answer and asks you to change it.";
    public override string ReturnedItems => "Please look at these again";
    public override string ReturnedHow(string due) => $"Please correct and submit again by {due}.";
    public override string AcceptedSubject(string about) => $"Accepted: {about}";
    public override string AcceptedIntro => "The Secretariat accepted your answer. Thank you. You need to do nothing more.";
    public override string LocksAt(string moment) => $"You can still correct a figure until {moment}. After that, please write to the Secretariat.";

    public override string DonorReportSubject(string title, int version) => $"Issued: {title}, version {version}";
    public override string DonorReportIntro(string donor, string range) => $"The report to {donor} for {range} is issued.";
    public override string DonorReportSupersedes(int version) => $"It replaces version {version}.";
    public override string DonorReportLink(string expires) => $"The link works until {expires}.";
    public override string DonorReportDigest => "To check that your copy is the issued one, compare this SHA-256 of its manifest:";
    public override string CodeSubject => "Your code";
    public override string CodeIntro => "Enter this code on the page that asked for it:";
    public override string CodeUntil(string moment) => $"It works once, until {moment}.";
    public override string CodeNotYou => "If you did not ask for a code, somebody else has your link. Do not pass the code on, and please tell the Secretariat.";
    public override string NeedsPersonSubject => "A message needs a person";
    public override string NeedsPersonIntro(string received) => $"A message that came on {received} was not acted upon.";
    public override string NeedsPersonReason(string reason) => $"Reason: {reason}";
    public override string NeedsPersonTask(string about) => $"It was sent to: {about}.";
    public override string NeedsPersonHow => "Open the page to read it, and then treat it as an answer, discard it or seal it.";
    public override string BouncedSubject(string person) => $"Not delivered: mail to {person}";
    public override string BouncedIntro(string person, string at) => $"A mail to {person} could not be delivered on {at}.";
    public override string BouncedWhy(string why) => $"The mail service says: {why}";
    public override string BouncedHow => "Please check the address, or ask somebody else of the administration.";
}
