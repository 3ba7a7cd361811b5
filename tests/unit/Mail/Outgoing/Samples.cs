using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;

namespace ACip.Tests.Unit.Mail.Outgoing;

/// <summary>One mail of each kind, in the words of a language, with a sensitive item wherever there are items.</summary>
internal static class Samples
{
    public const string Secret = "Cases of extortion at Tema port";

    private static readonly Uri Link = new("https://acip.example/tasks/b5k2qexample?lang=x&y=1");
    private static readonly DateTimeOffset Due = DateTimeOffset.Parse("2026-10-31T23:59:59+00:00", null);
    private static readonly DateTimeOffset Closes = DateTimeOffset.Parse("2026-11-30T23:59:59+00:00", null);
    private static readonly DateTimeOffset Received = DateTimeOffset.Parse("2026-10-12T08:05:00+00:00", null);

    public static MailFrame Frame(Language language) => new(
        new Person(new PersonId("ama"), language switch { Language.Fr => "Aïssata Koné", Language.Es => "José Núñez", _ => "Ama Mensah" }, "ama@customs.example", language, []),
        "d41f8e",
        "mail.acip.example",
        language switch { Language.Fr => "Africa/Bamako", Language.Es => "America/Mexico_City", _ => "Asia/Kathmandu" },
        "r+abcdefghijklmnopqrstuvwxya@reply.acip.example",
        "task-17",
        Fictional: true);

    public static IEnumerable<(string Name, MailContent Content)> All(Language language)
    {
        string T(string en, string fr, string es) => new Text3(en, fr, es).In(language);
        string country = T("Nepal", "Mali", "México");
        var report = new About.Report(country, new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30));
        var plan = new About.Plan(country, T("Integrity 2026-2029", "Intégrité 2026-2029", "Integridad 2026-2029"));
        string label = T("Officers trained in integrity", "Agents formés à l'intégrité", "Funcionarios formados en integridad");
        string staff = T("officers", "agents", "funcionarios");
        string share = T("Share of declarations checked by risk", "Part des déclarations contrôlées selon le risque", "Proporción de declaraciones controladas por riesgo");
        MailForm form = MailForm.Of(
            [
                new("B3", FormItemKind.Number, label, staff, [T("women", "femmes", "mujeres"), T("men", "hommes", "hombres")], 20, 60),
                new("B4", FormItemKind.Percentage, share, null, null, 10.5m),
                new("B9", FormItemKind.Number, Secret, Sensitive: true),
            ],
            language);
        UnderstoodLine[] understood =
        [
            new("B3", label, "45", staff),
            new("B4", share, T("12.5", "12,5", "12,5"), "%"),
            new("B9", Secret, "7", "cases", Sensitive: true),
        ];
        UnclearLine[] unclear =
        [
            new("B5 : 1.234 <ok?>", T("This number could mean two things. Write B5: 1234 or B5: 1.234.", "Ce nombre peut se lire de deux façons. Écrivez B5 : 1234 ou B5 : 1,234.", "Este número puede leerse de dos maneras. Escriba B5: 1234 o B5: 1,234.")),
            new($"B9: 8 {Secret}", T("Please give B9 through the link.", "Donnez B9 par le lien.", "Dé B9 mediante el enlace."), Sensitive: true),
        ];
        return
        [
            ("drafting-task", new DraftingTask(plan, Due, form, Link, WithWorkbook: true)),
            ("quarterly-task", new QuarterlyTask(report, Due, form, Link, WithWorkbook: true)),
            ("reminder-first", new Reminder(ReminderStage.First, report, Due, Closes, Link, form)),
            ("reminder-later", new Reminder(ReminderStage.Later, report, Due, Closes, Link)),
            ("reminder-overdue", new Reminder(ReminderStage.Overdue, report, Due, Closes, Link)),
            ("escalation-alternate", new Escalation(EscalatedTo.Alternate, report, "Kofi Asante", Due, Closes, Link)),
            ("escalation-head", new Escalation(EscalatedTo.Head, report, "Kofi Asante", Due, Closes, Link)),
            ("acknowledgement-submitted", new Acknowledgement(report, understood, [], [new("minutes.pdf")], [], Submitted: true, Closes, Link)),
            ("acknowledgement-noted", new Acknowledgement(report, understood, unclear, [new("minutes.pdf"), new("report.xlsm", T("The file contains macros.", "Le fichier contient des macros.", "El archivo contiene macros."))], ["B5", "B6"], Submitted: false, Closes, Link)),
            ("question-back", new QuestionBack(report, unclear, Due, form, Link)),
            ("confirm-first", new ConfirmFirst(report, understood, unclear, Due, Link)),
            ("report-returned", new ReportReturned(report, T("Two figures need an explanation.", "Deux chiffres demandent une explication.", "Dos cifras necesitan una explicación."), [new("B3", label, T("Is this since July or since January?", "Est-ce depuis juillet ou depuis janvier ?", "¿Es desde julio o desde enero?")), new("B9", Secret, Secret, Sensitive: true)], Due, form, Link)),
            ("report-accepted", new ReportAccepted(report, Closes, Link)),
            ("review-task", new ReviewTask(report, 14, Received, Due, Link)),
            ("task-expired", new TaskExpired(report, Closes, Link)),
            ("donor-report-issued", new DonorReportIssued("Norad", T("A-CIP annual report 2026", "Rapport annuel A-CIP 2026", "Informe anual A-CIP 2026"), 2, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Closes, Link, Supersedes: 1)),
            ("one-time-code", new OneTimeCode("482913", Received.AddMinutes(15))),
            ("passed-on", new PassedOn("task-closed", Received)),
            ("needs-person", new NeedsPerson("stranger", report, Received, Link)),
            ("commented", new Commented(report, "Kofi Asante", "B3", T("Is this since July?", "Est-ce depuis juillet ?", "¿Es desde julio?"), Link, TakesReply: true)),
            ("commented-sensitive", new Commented(report, "Kofi Asante", "B9", null, Link, TakesReply: true)),
            ("comment-passed", new Commented(report, "Ama Mensah", "", T("May we report in tons?", "Pouvons-nous déclarer en tonnes ?", "¿Podemos informar en toneladas?"), Link, TakesReply: true, Own: true)),
            ("plan-review-mid-term", new PlanReviewTask(plan, Closing: false, Due, Link)),
            ("plan-review-closing", new PlanReviewTask(plan, Closing: true, Due, Link)),
            ("bounced", new Bounced("Kofi Asante", report, "550 5.1.1 user unknown", Received, Link)),
            ("suppressed", new Suppressed("Kofi Asante", Spam: true, Received, Link)),
            ("unsubscribed", new Suppressed("Kofi Asante", Spam: false, Received, Link)),
        ];
    }
}
