using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Messaging.Tokens;

namespace ACip.Tests.Unit.Messaging.Incoming;

public sealed class AutomaticMailTests
{
    [Theory]
    [InlineData("Auto-Submitted: no")]
    [InlineData("Auto-Submitted: no (written by hand)")]
    [InlineData("Auto-Submitted: (a comment) No; x=y")]
    [InlineData("Subject: Holiday figures")]
    [InlineData("Subject: Absence of data for B3")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("X-Auto-Response-Suppress: DR, OOF, AutoReply")]
    [InlineData("Precedence: list")]
    [InlineData("List-Id: Staff <staff.customs.example>")]
    [InlineData("Subject: Re: Automatic reply: report")]
    [InlineData("Subject: Re: out of office figures")]
    [InlineData("Subject: RE: Réponse automatique : rapport")]
    [InlineData("X-Auto-Response-Suppress: DR, RN, NRN")]
    [InlineData("Precedence: first-class")]
    [InlineData("Content-Type: multipart/mixed; boundary=report")]
    [InlineData("X-Autoreply: no")]
    [InlineData("References: <d41f8e@mail.acip.example>")]
    public void A_person_stays_a_person(string header) => Assert.Null(Recognise(header));

    [Theory]
    [InlineData("Auto-Submitted: AUTO-REPLIED; owner-email=\"a@b\"", "auto-submitted")]
    [InlineData("Auto-Submitted: auto-notified", "auto-submitted")]
    [InlineData("Precedence: AUTO_REPLY", "auto-submitted")]
    [InlineData("Auto-Submitted: (by the server) auto-replied", "auto-submitted")]
    [InlineData("Subject: [EXT] [SUSPECT] Automatische Antwort: Bericht", "out-of-office")]
    [InlineData("Subject: Risposta automatica: rapporto", "out-of-office")]
    [InlineData("Subject: Автоматический ответ: отчёт", "out-of-office")]
    // with the no-break space that French Outlook writes
    [InlineData("Subject: =?utf-8?B?UsOpcG9uc2UgYXV0b21hdGlxdWXCoDogcmFwcG9ydA==?=", "out-of-office")]
    [InlineData("Content-Type: multipart/report; report-type=\"delivery-status\"; boundary=b", "bounce")]
    [InlineData("Content-Type: multipart/report; boundary=b", "bounce")]
    [InlineData("X-Failed-Recipients: a@b.example", "bounce")]
    [InlineData("Content-Type: text/calendar; method=REPLY", "calendar-reply")]
    [InlineData("X-ACip-Delivery: 1", "loop")]
    [InlineData("Message-ID: <x@MAIL.acip.example>", "loop")]
    [InlineData("Return-Path: <>", "from-nobody")]
    public void A_machine_is_named(string header, string reason) => Assert.Equal(reason, Recognise(header));

    [Theory]
    [InlineData("X-Auto-Response-Suppress: All", "suppresses-replies")]
    [InlineData("X-Auto-Response-Suppress: DR, OOF, AutoReply", "suppresses-replies")]
    [InlineData("Precedence: junk", "bulk")]
    [InlineData("Precedence: bulk", "bulk")]
    [InlineData("List-Unsubscribe: <mailto:x@y.example>", "bulk")]
    public void What_servers_write_on_the_mail_of_people_counts_only_against_a_stranger(string header, string reason)
    {
        InboundMessage message = Of($"{header}\nMessage-ID: <1@customs.example>", "Re: report", "B3: 45\nSUBMIT");
        Assert.Equal(Verdict.Answer, Decide(message, "a@customs.example").Verdict);
        TriageDecision stranger = Decide(message, "b@customs.example");
        Assert.Equal((Verdict.Ignore, reason), (stranger.Verdict, stranger.Reason));
    }

    [Theory]
    [InlineData("{Spam?} Automatic reply: report")]
    [InlineData("***SPAM*** Automatic reply: report")]
    [InlineData("##SPAM## Réponse automatique : rapport")]
    [InlineData("EXTERNAL: Respuesta automática: informe")]
    [InlineData("EXTERNE : [A-CIP] Absence du bureau")]
    [InlineData("[Auto-Reply] report")]
    [InlineData("(Out of office) report")]
    [InlineData("<Abwesenheitsnotiz> report")]
    [InlineData("⚠ Automatic reply: report")]
    [InlineData("OOO: report")]
    [InlineData("Absente du bureau")]
    [InlineData("自动答复: 报告")]
    [InlineData("自動回復：報告")]
    [InlineData("【外部】自动回复：报告")]
    [InlineData("Automatická odpověď: report")]
    [InlineData("Trả lời tự động: report")]
    public void A_program_names_itself_behind_what_gateways_put_in_front(string subject) =>
        Assert.Equal(TriageReasons.OutOfOffice, AutomaticMail.Recognise(Of("", subject, "B3: 99\nSUBMIT"), []));

    [Theory]
    [InlineData("Re: Automatic reply: report", "I am away until 3 November. In urgent cases write to my deputy.")]
    [InlineData("I am out of the office until 3 November", "I am away until 3 November.")]
    [InlineData("Annual leave", "Dear sender, I will be back in the office on 3 November.")]
    [InlineData("Je suis en congé : rapport", "Je suis en congé jusqu'au 3 novembre.")]
    [InlineData("En mission", "Bonjour, je serai de retour le 3 novembre. En cas d'urgence, écrivez à mon adjoint.")]
    [InlineData("Estoy de vacaciones", "Estaré fuera hasta el 3 de noviembre.")]
    [InlineData("Estou de férias Re: relatório", "Estarei ausente até 3 de novembro.")]
    [InlineData("Ich bin im Urlaub", "Ich bin bis 3. November nicht erreichbar.")]
    [InlineData("Sono in ferie", "Per urgenze scrivete al mio collega.")]
    [InlineData("Я в отпуске", "Меня не будет до 3 ноября.")]
    [InlineData("Ausência temporária: relatório", "Regresso a 3 de Novembro.")]
    [InlineData("Resposta automática: relatório", "Obrigado pela sua mensagem.")]
    [InlineData("Ausente", "Encontro-me ausente do serviço até 3 de Novembro. Para assuntos urgentes, contacte o meu substituto.")]
    [InlineData("Em missão de serviço", "Encontro-me em missão de serviço e regressarei no dia 3 de Novembro.")]
    [InlineData("Licença anual", "Estarei de licença até 3 de Novembro.")]
    [InlineData("De baixa médica", "Estou de baixa médica. Durante a minha ausência, escreva ao meu colega.")]
    [InlineData("Relatório", "Neste momento estou fora do gabinete; estarei de volta a 3 de Novembro.")]
    [InlineData("أنا في إجازة", "أنا خارج المكتب حتى 3 نوفمبر.")]
    [InlineData("رد تلقائي: التقرير", "شكراً على رسالتكم.")]
    [InlineData("ردّ آليّ: التقرير", "شكراً على رسالتكم.")]
    [InlineData("الرد التلقائي: التقرير", "شكراً على رسالتكم.")]
    [InlineData("إجازة سنوية", "أنا حالياً في إجازة سنوية، وسأعود إلى العمل في ٣ نوفمبر.")]
    [InlineData("اعتذار عن الغياب", "سأكون غائباً عن المكتب حتى 3 تشرين الثاني. للحالات العاجلة يرجى التواصل مع نائبي.")]
    [InlineData("في مهمة رسمية", "أنا في مهمة رسمية خارج البلاد حتى ٣ نوفمبر.")]
    [InlineData("غير موجود في المكتب", "في حال وجود أمر عاجل، يرجى الاتصال بزميلي.")]
    [InlineData("التقرير", "لست في المكتب حالياً، وسوف أعود يوم 3 نوفمبر.")]
    [InlineData("休假", "我正在休假，如有急事请联系我的同事。")]
    [InlineData("报告", "您好，我不在办公室，将于11月3日返回。")]
    [InlineData("Niko likizo", "Niko likizo hadi tarehe 3 Novemba.")]
    [InlineData("Something that nobody has listed", "I am currently out of the office and will be back on 3 November.")]
    public void An_absence_notice_is_known_by_its_subject_and_its_words(string subject, string words) =>
        Assert.Equal(TriageReasons.OutOfOffice, AutomaticMail.Recognise(Of("", subject, words), []));

    [Theory]
    [InlineData("Re: report", "I am away until 3 November. My deputy will send the figures.")] // a person's word to us: it gets an answer
    [InlineData("Annual leave", "B3: 45\nI am on leave from tomorrow.")]
    [InlineData("En mission", "Je suis en mission, voici :\nB3 : 45\nSOUMETTRE")]
    [InlineData("Vacation days", "We have counted the days of leave as you asked.")]
    [InlineData("Férias", "B3: 45\nEstou de férias a partir de amanhã.")]
    [InlineData("Em missão", "Estou em missão, mas aqui vai:\nB3: 45\nENVIAR")]
    [InlineData("Re: relatório", "Estou fora até 3 de Novembro. O meu substituto envia os valores.")]
    [InlineData("Dias de férias", "Contámos os dias como pediu.")]
    [InlineData("إجازة", "B3: ٤٥\nأنا في إجازة من الغد.")]
    [InlineData("في مهمة", "أنا في مهمة، وهذه الأرقام:\nB3: ٤٥\nإرسال")]
    [InlineData("Re: التقرير", "أنا في إجازة حتى ٣ نوفمبر. سيرسل نائبي الأرقام.")]
    [InlineData("أيام الإجازات", "أحصينا الأيام كما طلبتم.")]
    public void Words_of_a_person_stay_a_persons(string subject, string words) =>
        Assert.Null(AutomaticMail.Recognise(Of("", subject, words), []));

    [Theory]
    [InlineData("MAILER-DAEMON <>", "Mail delivery failed", "bounce")]
    [InlineData("Mail Delivery Subsystem <MAILER-DAEMON>", "Returned mail: see transcript for details", "bounce")]
    [InlineData("<MAILER-DAEMON>", "failure notice", "bounce")]
    [InlineData("MAILER-DAEMON (Mail Delivery System)", "Undelivered Mail Returned to Sender", "bounce")]
    [InlineData("\"Mail Delivery System\"", "whatever", "bounce")]
    [InlineData("postmaster", "whatever", "bounce")]
    [InlineData("=?utf-8?Q?Mail_Delivery_Subsystem?= <>", "whatever", "bounce")]
    [InlineData("<>", "Échec de la remise : rapport", "bounce")]
    [InlineData("System <>", "No se puede entregar: informe", "bounce")]
    [InlineData("Mail Delivery Subsystem <mailer-daemon@x.example>", "whatever", "bounce")]
    [InlineData("Mail Delivery System <ama@customs.example>", "Re: report", null)]
    [InlineData("Ama <ama@customs.example>", "Undeliverable goods", null)]
    public void A_daemon_is_known_without_an_address(string from, string subject, string? reason) =>
        Assert.Equal(
            reason,
            AutomaticMail.Recognise(
                new InboundMessage(
                    MailHeaders.Read($"From: {from}"),
                    "srs0=x@relay.example",
                    [],
                    [from],
                    subject,
                    "Your message could not be delivered.",
                    null,
                    null,
                    [],
                    [],
                    []
                ),
                []
            )
        );

    private static InboundMessage Of(string header, string subject, string words)
    {
        var headers = MailHeaders.Read($"From: a@customs.example\n{header}");
        return new InboundMessage(
            headers,
            "a@customs.example",
            [$"r+{Token}@reply.acip.example"],
            ["a@customs.example"],
            subject,
            words,
            null,
            "pass",
            [],
            [],
            []
        );
    }

    private static TriageDecision Decide(InboundMessage message, string asked) =>
        Triage.Decide(
            message,
            new TriageFacts(
                new Dictionary<string, TaskFacts>
                {
                    [TaskTokens.Hash(Token)] = new(
                        new TaskId("t"),
                        new PersonId("p"),
                        [new TaskPerson(new PersonId("p"), asked)],
                        DateTimeOffset.MaxValue,
                        true
                    ),
                },
                [],
                DateTimeOffset.UnixEpoch
            )
        );

    private const string Token = "nepalreportfixturetoken2aa";

    private static string? Recognise(string header)
    {
        var headers = MailHeaders.Read($"From: a@customs.example\n{header}\n");
        string subject = EncodedWords.Decode(headers["Subject"] ?? "Re: report");
        return AutomaticMail.Recognise(
            new InboundMessage(headers, "a@customs.example", [], [.. headers.All("From")], subject, "", null, null, [], [], []),
            ["mail.acip.example"]
        );
    }
}
