using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>Mails that ask for something, remind of it, or pass it on.</summary>
internal static class AskingSamples
{
    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            ("drafting-task", new DraftingTask(say.Plan, say.Due, say.Outline, SampleWords.Link, WithWorkbook: true)),
            (
                "drafting-task-revision",
                new DraftingTask(say.Plan, say.Due, say.Outline, SampleWords.Link, WithWorkbook: true)
                {
                    Revises = new RevisedPlan(say.Late, new DateOnly(2027, 1, 1)),
                }
            ),
            (
                "quarterly-task-passed",
                new QuarterlyTask(say.Report, say.Due, say.Form, SampleWords.Link, WithWorkbook: true) { PassedFor = say.Late }
            ),
            ("quarterly-task", new QuarterlyTask(say.Report, say.Due, say.Form, SampleWords.Link, WithWorkbook: true)),
            (
                "reminder-by-officer",
                new Reminder(ReminderStage.First, say.Report, say.Due, say.Closes, SampleWords.Link, say.Form) { Words = say.Late }
            ),
            ("reminder-first", new Reminder(ReminderStage.First, say.Report, say.Due, say.Closes, SampleWords.Link, say.Form)),
            (
                "reminder-form",
                new Reminder(ReminderStage.First, say.Matter, say.Due, say.Closes, SampleWords.Link, say.Form) { HandsInItself = true }
            ),
            ("reminder-plan", new Reminder(ReminderStage.First, say.Plan, say.Due, say.Closes, SampleWords.Link, say.Outline)),
            ("reminder-plan-review", new Reminder(ReminderStage.Later, say.Plan, say.Due, say.Closes, null)),
            ("reminder-later", new Reminder(ReminderStage.Later, say.Report, say.Due, say.Closes, SampleWords.Link)),
            ("reminder-overdue", new Reminder(ReminderStage.Overdue, say.Report, say.Due, say.Closes, SampleWords.Link)),
            (
                "escalation-alternate",
                new Escalation(EscalatedTo.Alternate, say.Report, Text.Same("Kofi Asante"), say.Due, say.Closes, SampleWords.Link)
            ),
            (
                "escalation-head",
                new Escalation(EscalatedTo.Head, say.Report, Text.Same("Kofi Asante"), say.Due, say.Closes, SampleWords.Link)
            ),
            (
                "escalation-officer",
                new Escalation(EscalatedTo.Officer, say.Report, Text.Same("Kofi Asante"), say.Due, say.Closes, SampleWords.Link)
            ),
            (
                "escalation-moved",
                new Escalation(EscalatedTo.Instead, say.Report, Text.Same("Kofi Asante"), say.Due, say.Closes, SampleWords.Link)
            ),
            (
                "escalation-before",
                new Escalation(EscalatedTo.Before, say.Report, Text.Same("Kofi Asante"), say.Due, say.Closes, SampleWords.Link)
                {
                    Words = say.Late,
                }
            ),
            ("escalation-nobody", new Escalation(EscalatedTo.Officer, say.Report, null, say.Due, say.Closes, SampleWords.Link)),
            ("part-of-nobody", new Escalation(EscalatedTo.Coordinator, say.Report, null, say.Due, say.Closes, SampleWords.Link)),
            ("review-task", new ReviewTask(say.Report, 14, SampleWords.Received, say.Due, SampleWords.Link)),
            (
                "part-silent",
                new Escalation(EscalatedTo.Coordinator, say.Report, Text.Same("Kofi Boateng"), say.Due, say.Closes, SampleWords.Link)
            ),
            ("nobody-decides", new NobodyDecides(say.Report, new Uri("https://acip.example/people"))),
            ("plan-review-mid-term", new PlanReviewTask(say.Plan, Closing: false, say.Due)),
            ("plan-review-closing", new PlanReviewTask(say.Plan, Closing: true, say.Due)),
            ("survey-review", new Workflows.Surveys.Waves.ReviewSurvey("2026", say.Country, say.Due, SampleWords.Link)),
        ];
}
