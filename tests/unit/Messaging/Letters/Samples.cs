using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Heartbeat;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Messaging.Letters;

/// <summary>One mail of each kind, in the words of a language, with a sensitive item wherever there are items.</summary>
internal static class Samples
{
    public const string Secret = "Cases of extortion at Tema port";

    private static readonly Uri Link = new("https://acip.example/tasks/b5k2qexample?lang=x&y=1");
    private static readonly ReviewDecision Accepted = new(
        true,
        new PersonId("p-9"),
        DateTimeOffset.Parse("2026-10-06T08:05:00+00:00", null),
        null,
        new Dictionary<string, string>()
    );

    private static readonly DateTimeOffset Received = DateTimeOffset.Parse("2026-10-12T08:05:00+00:00", null);

    public static MailFrame Frame(Language language) =>
        new(
            new Person(
                new PersonId("ama"),
                Text.Of("Ama Mensah", "Aïssata Koné", "José Núñez").In(language),
                "ama@customs.example",
                language,
                []
            ),
            "d41f8e",
            "mail.acip.example",
            Text.Of("Asia/Kathmandu", "Africa/Bamako", "America/Mexico_City").In(language),
            new MailContact("Olga Officer", "olga.officer@acip.example"),
            "r+abcdefghijklmnopqrstuvwxya@reply.acip.example",
            "task-17",
            Fictional: true
        );

    public static IEnumerable<(string Name, MailContent Content)> All(Language language)
    {
        string T(string en, string fr, string es) => Text.Of(en, fr, es).In(language);
        string late = T(
            "the northern posts have not answered yet",
            "les postes du nord n'ont pas encore répondu",
            "los puestos del norte aún no han respondido"
        );
        var country = Text.Of("Nepal", "Mali", "México");
        string offset = T("+05:45", "+00:00", "-06:00");
        DateTimeOffset Due = DateTimeOffset.Parse($"2026-10-30T23:59:59{offset}", null),
            Closes = DateTimeOffset.Parse($"2026-11-30T23:59:59{offset}", null);
        var report = new About.Report(country, new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30));
        var plan = new About.Plan(country, T("Integrity 2026-2029", "Intégrité 2026-2029", "Integridad 2026-2029"));
        string label = T("Officers trained in integrity", "Agents formés à l'intégrité", "Funcionarios formados en integridad");
        string staff = T("officers", "agents", "funcionarios");
        string share = T(
            "Share of declarations checked by risk",
            "Part des déclarations contrôlées selon le risque",
            "Proporción de declaraciones controladas por riesgo"
        );
        FormItem[] items = Items(language);
        MailForm form = MailForm.Of(items, language),
            filled = MailForm.Of(FilledItems(language), language);
        var outline = new MailForm(
            T(
                "B  Staff\n   B3  Officers trained (20 → 60 officers)\n",
                "B  Personnel\n   B3  Agents formés (20 → 60 agents)\n",
                "B  Personal\n   B3  Funcionarios formados (20 → 60 funcionarios)\n"
            )
        );
        var counts = new PlanCounts(6, 14, 9, 12, 4);
        UnclearLine[] toPutRight =
        [
            new(
                "A3",
                T("A target needs a value or words.", "Une cible demande une valeur ou des mots.", "Una meta necesita un valor o palabras.")
            ),
        ];
        UnclearLine[] promise =
        [
            new(
                T("I send the figures next week.", "J'envoie les chiffres la semaine prochaine.", "Envío las cifras la próxima semana."),
                T(
                    "This cannot be taken as an answer, and the due date stays as it is. If you need more time, ask for it with the line below.",
                    "Ceci ne peut pas être pris comme réponse, et l'échéance reste la même. S'il vous faut plus de temps, demandez-le avec la ligne ci-dessous.",
                    "Esto no se puede tomar como respuesta y el plazo sigue igual. Si necesita más tiempo, pídalo con la línea de abajo."
                )
            ),
        ];
        UnderstoodLine[] understood =
        [
            new("B3", label, $"45 {staff} ({T("women", "femmes", "mujeres")}: 20, {T("men", "hommes", "hombres")}: 25)", $"40 {staff}"),
            new("B4", share, T("12.5 %", "12,5 %", "12,5 %")),
            new("B9", Secret, "7", Sensitive: true),
        ];
        UnclearLine[] unclear =
        [
            new(
                "B5 : 1.234 <ok?>",
                T(
                    "This number could mean two things. Write B5: 1234 or B5: 1.234.",
                    "Ce nombre peut se lire de deux façons. Écrivez B5 : 1234 ou B5 : 1,234.",
                    "Este número puede leerse de dos maneras. Escriba B5: 1234 o B5: 1,234."
                )
            ),
            new(
                $"B9: 8 {Secret}",
                T("Please give B9 through the link.", "Donnez B9 par le lien.", "Dé B9 mediante el enlace."),
                Sensitive: true
            ),
        ];
        RoleChange[] roles =
        [
            new(
                RoleChangeKind.Taken,
                new RoleHeld(Role.Coordinator, new DateOnly(2024, 1, 1), new DateOnly(2026, 9, 30), new AdministrationId("GH"))
            ),
            new(RoleChangeKind.Waits, new RoleHeld(Role.Approver, new DateOnly(2026, 10, 1))),
            new(
                RoleChangeKind.Given,
                new RoleHeld(Role.DonorReader, new DateOnly(2026, 10, 1), new DateOnly(2027, 12, 31), null, new DonorId("NORAD"))
            ),
            new(RoleChangeKind.Confirmed, new RoleHeld(Role.Auditor, new DateOnly(2026, 10, 1))),
        ];
        return
        [
            ("drafting-task", new DraftingTask(plan, Due, outline, Link, WithWorkbook: true)),
            ("quarterly-task", new QuarterlyTask(report, Due, form, Link, WithWorkbook: true)),
            ("reminder-first", new Reminder(ReminderStage.First, report, Due, Closes, Link, form)),
            ("reminder-plan", new Reminder(ReminderStage.First, plan, Due, Closes, Link, outline)),
            ("reminder-plan-review", new Reminder(ReminderStage.Later, plan, Due, Closes, null)),
            ("reminder-later", new Reminder(ReminderStage.Later, report, Due, Closes, Link)),
            ("reminder-overdue", new Reminder(ReminderStage.Overdue, report, Due, Closes, Link)),
            ("escalation-alternate", new Escalation(EscalatedTo.Alternate, report, Text.Same("Kofi Asante"), Due, Closes, Link)),
            ("escalation-head", new Escalation(EscalatedTo.Head, report, Text.Same("Kofi Asante"), Due, Closes, Link)),
            ("escalation-officer", new Escalation(EscalatedTo.Officer, report, Text.Same("Kofi Asante"), Due, Closes, Link)),
            (
                "acknowledgement-nil",
                new Acknowledgement(
                    report,
                    [],
                    [],
                    [],
                    [],
                    Submitted: true,
                    Closes,
                    Link,
                    Nil: new NilReturn(
                        T(
                            "The register was moved in July.",
                            "Le registre a été transféré en juillet.",
                            "El registro se trasladó en julio."
                        ),
                        ["B3", "B4"]
                    )
                )
            ),
            (
                "acknowledgement-refused",
                new Acknowledgement(
                    report,
                    [],
                    [],
                    [
                        new(
                            "figures.xlsx",
                            T(
                                "Figures!C7: This cell belongs to the form and was changed or moved.",
                                "Chiffres!C7: Cette cellule appartient au formulaire et a été modifiée ou déplacée.",
                                "Cifras!C7: Esta celda pertenece al formulario y se cambió o se movió."
                            )
                        ),
                    ],
                    ["B3", "B4"],
                    Submitted: false,
                    Closes,
                    Link
                )
            ),
            ("plan-handed-in", new PlanHandedIn(plan, counts, toPutRight)),
            ("plan-saved", new PlanSaved(plan, "plan.xlsx", counts, [], toPutRight, Due, Link)),
            ("plan-not-handed-in", new PlanQuestion(plan, toPutRight, [], Due, Link)),
            ("plan-question", new PlanQuestion(plan, [], promise, Due, Link)),
            (
                "review-findings-taken",
                new FindingsTaken(
                    plan,
                    T(
                        "Training went well.\nRotation did not.",
                        "La formation a bien marché.\nLa rotation non.",
                        "La formación fue bien.\nLa rotación no."
                    ),
                    Closes
                )
            ),
            ("question-back-promise", new QuestionBack(report, promise, Due, form, Link)),
            (
                "acknowledgement-submitted",
                new Acknowledgement(report, understood, [], [new("minutes.pdf")], [], Submitted: true, Closes, Link)
            ),
            (
                "acknowledgement-noted",
                new Acknowledgement(
                    report,
                    understood,
                    unclear,
                    [
                        new("minutes.pdf"),
                        new(
                            "report.xlsm",
                            T("The file contains macros.", "Le fichier contient des macros.", "El archivo contiene macros.")
                        ),
                    ],
                    ["B5", "B6"],
                    Submitted: false,
                    Closes,
                    Link
                )
            ),
            ("question-back", new QuestionBack(report, unclear, Due, form, Link)),
            ("confirm-first", new ConfirmFirst(report, [.. understood, new("C1", label, Secret) { IsText = true }], unclear, Due, Link)),
            (
                "report-returned",
                new ReportReturned(
                    report,
                    T(
                        "Two figures need an explanation.",
                        "Deux chiffres demandent une explication.",
                        "Dos cifras necesitan una explicación."
                    ),
                    [new("B9", Secret, Secret, Sensitive: true)],
                    Due,
                    filled,
                    Link,
                    WithWorkbook: true
                )
            ),
            (
                "report-reopened",
                new ReportReturned(
                    report,
                    T("B3 is of last year.", "B3 est de l'an dernier.", "B3 es del año pasado."),
                    [],
                    Due,
                    filled,
                    Link,
                    WithWorkbook: true
                )
                {
                    How = SentBackHow.Reopened,
                }
            ),
            ("report-recalled", new ReportReturned(report, null, [], Due, filled, Link, WithWorkbook: true) { How = SentBackHow.Recalled }),
            (
                "plan-returned",
                new ReportReturned(
                    plan,
                    T("Please add baselines.", "Merci d'ajouter des valeurs de départ.", "Añada líneas de base."),
                    [new("B3", label, T("From which year?", "De quelle année ?", "¿De qué año?"))],
                    Due,
                    outline,
                    Link,
                    WithWorkbook: true
                )
            ),
            (
                "report-accepted",
                new ReportAccepted(report, Link)
                {
                    Decided = ("Amina Osei", Received),
                    Figures =
                    [
                        new("B3", label, "45 %"),
                        new("M1", T("The code is adopted", "Le code est adopté", "El código está adoptado"), T("yes", "oui", "sí")),
                        new("B9", "", "", Sensitive: true),
                    ],
                }
            ),
            ("review-task", new ReviewTask(report, 14, Received, Due, Link)),
            (
                "donor-report-issued",
                new DonorReportIssued(
                    "Norad",
                    T("A-CIP annual report 2026", "Rapport annuel A-CIP 2026", "Informe anual A-CIP 2026"),
                    2,
                    new DateOnly(2026, 1, 1),
                    new DateOnly(2026, 12, 31),
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    Closes,
                    Link,
                    Supersedes: 1
                )
            ),
            ("one-time-code", new OneTimeCode("482913", Received.AddMinutes(15))),
            ("passed-on", new PassedOn("task-closed", Received)),
            ("more-time-asked", new TimeAsked(report, new DateOnly(2026, 11, 15), late, Due, Link)),
            ("more-time-to-decide", new AskMoreTime(report, "Ama Mensah", new DateOnly(2026, 11, 15), late, Due, Link)),
            ("more-time-given", new TimeDecided(report, true, new DateOnly(2026, 11, 15), Closes, "Amina Osei", late, Link)),
            (
                "more-time-not-given",
                new TimeDecided(
                    report,
                    false,
                    new DateOnly(2026, 11, 15),
                    Due,
                    "Amina Osei",
                    T("The donors' report is due.", "Le rapport aux bailleurs est attendu.", "Hay que entregar el informe a los donantes."),
                    Link
                )
            ),
            (
                "passed-on-locked",
                new PassedOn("task-closed", Received)
                {
                    Because = ReportClosure.Of(
                        ReportRecord.NotDue(
                            new PlanId("np-2026"),
                            new AdministrationId("NP"),
                            new ReportingPeriod(
                                new DateOnly(2026, 7, 1),
                                new DateOnly(2026, 9, 30),
                                Received.AddDays(-12),
                                Received.AddDays(-5),
                                Received.AddDays(-1)
                            ),
                            1
                        ) with
                        {
                            State = ReportState.Locked,
                            Submissions =
                            [
                                new ReportSubmission(
                                    1,
                                    new PersonId("p-1"),
                                    Received.AddDays(-8),
                                    new EntrySource("mail:1"),
                                    null,
                                    Accepted
                                ),
                            ],
                        },
                        _ => "Amina Osei",
                        Text.Of("Asia/Kathmandu", "Africa/Bamako", "America/Mexico_City").In(language)
                    )!,
                }
            ),
            ("needs-person", new NeedsPerson("stranger", report, Received, Link)),
            (
                "commented",
                new Commented(
                    report,
                    "Kofi Asante",
                    "B3",
                    T("Is this since July?", "Est-ce depuis juillet ?", "¿Es desde julio?"),
                    Link,
                    TakesReply: true
                )
            ),
            ("commented-sensitive", new Commented(report, "Kofi Asante", "B9", null, Link, TakesReply: true)),
            (
                "comment-passed",
                new Commented(
                    report,
                    "Ama Mensah",
                    "",
                    T("May we report in tons?", "Pouvons-nous déclarer en tonnes ?", "¿Podemos informar en toneladas?"),
                    Link,
                    TakesReply: true,
                    Own: true
                )
            ),
            ("nobody-decides", new NobodyDecides(report, new Uri("https://acip.example/people"))),
            (
                "records-unreadable",
                new RecordsUnreadable(
                    new About.DonorReport("Norad", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)),
                    ["plan-gh-2026: report|20260101-20260331"],
                    1,
                    Link
                )
            ),
            (
                "roles-own",
                new RolesChanged(
                    "Ama Mensah",
                    true,
                    roles,
                    false,
                    "Kofi Asante",
                    T("Takes over from a colleague.", "Succède à un collègue.", "Sucede a un colega."),
                    null
                )
            ),
            (
                "roles-to-confirm",
                new RolesChanged(
                    "Ama Mensah",
                    false,
                    roles,
                    true,
                    "Kofi Asante",
                    T("Takes over from a colleague.", "Succède à un collègue.", "Sucede a un colega."),
                    new Uri("https://acip.example/people/ama")
                )
            ),
            (
                "roles-by-deployment",
                new RolesChanged("Ama Mensah", false, [roles[^1]], false, "", null, new Uri("https://acip.example/people/ama"))
            ),
            ("plan-review-mid-term", new PlanReviewTask(plan, Closing: false, Due)),
            ("plan-review-closing", new PlanReviewTask(plan, Closing: true, Due)),
            ("survey-review", new Workflows.Surveys.Waves.ReviewSurvey("2026", country, Due, Link)),
            ("inbound-mail-silent", new InboundMailSilent(Received)),
            (
                "plan-approved",
                new PlanApproved(
                    country,
                    plan.Title,
                    false,
                    [new ReportingPeriod(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30), Received, Due, Closes)],
                    [new ReportingPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Received, Due, Closes)],
                    T(
                        "The first quarter was spent on the plan itself.",
                        "Le premier trimestre a été consacré au plan lui-même.",
                        "El primer trimestre se dedicó al propio plan."
                    )
                )
            ),
            (
                "digest",
                new Digest(
                    [
                        new(
                            T(
                                "Please review: Ghana, report for 1 July to 30 September 2026",
                                "À examiner : Ghana, rapport du 1er juillet au 30 septembre 2026",
                                "Por revisar: Ghana, informe del 1 de julio al 30 de septiembre de 2026"
                            ),
                            T(
                                "by Thursday 12 November 2026, 23:59 (Brussels, UTC+01:00)",
                                "au plus tard le jeudi 12 novembre 2026, 23 h 59 (Bruxelles, UTC+01:00)",
                                "a más tardar el jueves 12 de noviembre de 2026, 23:59 (Bruselas, UTC+01:00)"
                            ),
                            Link.AbsoluteUri
                        ),
                        new(
                            T(
                                "A comment: Nepal, report for 1 July to 30 September 2026",
                                "Un commentaire : Népal, rapport du 1er juillet au 30 septembre 2026",
                                "Un comentario: Nepal, informe del 1 de julio al 30 de septiembre de 2026"
                            ),
                            null,
                            Link.AbsoluteUri
                        ),
                    ],
                    new Uri("https://acip.example/notices"),
                    ["plan-gh-2026~gh-2026-review-20260701-20260930-s1-ask-approver-one"]
                )
            ),
            ("bounced", new Bounced("Kofi Asante", report, "550 5.1.1 user unknown", Received, Link)),
            ("suppressed", new Suppressed("Kofi Asante", Spam: true, Received, Link)),
            ("unsubscribed", new Suppressed("Kofi Asante", Spam: false, Received, Link)),
        ];
    }

    private static FormItem[] Items(Language language)
    {
        string T(string en, string fr, string es) => Text.Of(en, fr, es).In(language);
        string label = T("Officers trained in integrity", "Agents formés à l'intégrité", "Funcionarios formados en integridad");
        string staff = T("officers", "agents", "funcionarios");
        string share = T(
            "Share of declarations checked by risk",
            "Part des déclarations contrôlées selon le risque",
            "Proporción de declaraciones controladas por riesgo"
        );
        // the plan is written in English, whoever reads
        return
        [
            new("B3", FormItemKind.Number, label, staff, ["women", "men"], 20, 60)
            {
                Context = new FormContext(
                    Last: new FormerValue(40, null, new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30)),
                    TargetBy: new DateOnly(2026, 12, 31)
                ),
            },
            new("B4", FormItemKind.Percentage, share, null, null, 10.5m),
            new("B9", FormItemKind.Number, Secret, Sensitive: true),
            new(
                "M1",
                FormItemKind.YesNo,
                T("A code of conduct is in force", "Un code de conduite est en vigueur", "Hay un código de conducta en vigor")
            )
            {
                Context = new FormContext(Due: new DateOnly(2026, 9, 30)),
            },
            new("M2", FormItemKind.YesNo, T("Risks are mapped", "Les risques sont cartographiés", "Los riesgos están cartografiados"))
            {
                Context = new FormContext(
                    Reached: new ReachedBefore(new DateOnly(2026, 3, 12), new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31))
                ),
            },
        ];
    }

    /// <summary>As they come back: with the earlier answers, the questioned one first.</summary>
    public static FormItem[] FilledItems(Language language)
    {
        FormItem[] items = Items(language);
        string why = Text.Of(
                "Is this since July or since January?",
                "Est-ce depuis juillet ou depuis janvier ?",
                "¿Es desde julio o desde enero?"
            )
            .In(language);
        return
        [
            items[0] with
            {
                Context = items[0].Context with
                {
                    Given = new Figure(
                        "B3",
                        45,
                        null,
                        null,
                        null,
                        null,
                        new Dictionary<string, decimal> { ["women"] = 20, ["men"] = 25 },
                        ""
                    ),
                    SentBackBecause = why,
                },
            },
            items[1] with
            {
                Context = new FormContext(Given: new Figure("B4", 12.5m, null, null, null, null, new Dictionary<string, decimal>(), "")),
            },
            .. items[2..],
        ];
    }
}
