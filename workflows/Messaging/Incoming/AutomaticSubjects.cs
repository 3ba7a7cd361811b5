using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>How mail systems begin the subjects of automatic mail.</summary>
/// <remarks>All words are compared folded. A person's answer begins with Re:, and after that a phrase alone proves nothing.</remarks>
internal static class AutomaticSubjects
{
    private const int LongestSubject = 300;

    /// <summary>Phrases that only programs write.</summary>
    // csharpier-ignore
    private static readonly string[] Automatic = Folded(
        // en
        "automatic reply", "automatic response", "automated reply", "automated response", "auto reply", "auto-reply", "autoreply",
        "auto response", "auto-response", "autoresponse", "autoresponder", "auto-responder", "out of office", "out of the office",
        "out-of-office", "outofoffice", "ooo", "oof", "on leave:", "away from office", "away from the office", "vacation reply",
        "vacation message", "vacation response", "absence notice", "absence notification",
        // fr
        "réponse automatique", "réponse d'absence", "absence du bureau", "absent du bureau", "absente du bureau", "absents du bureau",
        "absence :", "absence:", "message d'absence", "avis d'absence", "notification d'absence", "en congé", "en congés", "hors du bureau",
        "hors bureau", "répondeur automatique", "message automatique",
        // es
        "respuesta automática", "fuera de la oficina", "fuera de oficina", "fuera del despacho", "ausente de la oficina",
        "ausencia de la oficina", "autorespuesta", "auto-respuesta", "aviso de ausencia", "mensaje automático", "mensaje de ausencia",
        "contestación automática",
        // pt
        "resposta automática", "ausência temporária", "fora do escritório", "fora do gabinete", "ausente do escritório",
        "ausência do escritório", "aviso de ausência", "mensagem automática",
        // de, it, nl
        "automatische antwort", "abwesenheitsnotiz", "abwesenheit", "abwesend", "nicht im büro", "außer haus", "abwesenheitsassistent",
        "risposta automatica", "fuori ufficio", "fuori sede", "assente dall'ufficio", "automatisch antwoord", "automatische reactie",
        "afwezig", "niet aanwezig", "buiten kantoor", "afwezigheid",
        // sv, no, da, fi, pl, cs, hu, ro, el, tr
        "autosvar", "automatiskt svar", "automatisk svar", "frånvaro", "fravær", "automaattinen vastaus", "poissa", "poissaolo",
        "automatyczna odpowiedź", "nieobecność", "automatická odpověď", "automatická odpoveď", "automatikus válasz", "automatski odgovor",
        "răspuns automat", "αυτόματη απάντηση", "otomatik yanıt", "otomatik cevap", "ofis dışında",
        // ru, uk, bg
        "автоматический ответ", "автоответ", "автоответчик", "вне офиса", "нет на месте", "отсутствие на рабочем месте",
        "автоматична відповідь", "автовідповідь", "автоматичен отговор",
        // ar, fa, ur, he
        "رد تلقائي", "الرد التلقائي", "رد آلي", "الرد الآلي", "خارج المكتب", "پاسخ خودکار", "خودکار جواب", "תשובה אוטומטית", "מענה אוטומטי",
        // zh, ja, ko, vi, id, th, ne, hi, sw, am
        "自动回复", "自動回覆", "自动答复", "自動回復", "自動答覆", "自动应答", "外出自动", "不在办公室", "自動応答", "自動返信", "不在通知", "부재중", "자동 회신", "자동 응답", "trả lời tự động",
        "thư trả lời tự động", "balasan otomatis", "jawapan automatik", "ตอบกลับอัตโนมัติ", "स्वत: जवाफ", "स्वचालित उत्तर", "स्वचालित जवाफ",
        "jibu la kiotomatiki", "jibu otomatiki", "ራስ-ሰር ምላሽ"
    );

    /// <summary>What people write above an absence notice of their own. So may a person above an answer: the words below decide.</summary>
    // csharpier-ignore
    private static readonly string[] Absent = Folded(
        "i am out", "i'm out", "i am away", "i'm away", "i am on leave", "i'm on leave", "i am currently", "i will be out",
        "i will be away", "currently out", "currently away", "away until", "away from", "out until", "on leave", "annual leave",
        "sick leave", "maternity leave", "paternity leave", "parental leave", "study leave", "on holiday", "on vacation", "holiday",
        "vacation", "leave of absence", "not in the office", "not available", "unavailable", "on mission", "on duty travel", "on travel",
        "travelling", "traveling", "on a business trip", "absence", "absent", "out of town", "je suis en congé", "je suis absent",
        "je suis absente", "je suis en mission", "je suis en vacances", "je suis en déplacement", "je suis indisponible",
        "actuellement absent", "actuellement en congé", "en vacances", "en mission", "en déplacement", "en rtt", "congé", "congés",
        "absente", "absence", "indisponible", "de retour le", "congé annuel", "congé de maternité", "congé maladie", "estoy de vacaciones",
        "estoy fuera", "estoy ausente", "estoy de viaje", "estoy de baja", "estoy de licencia", "estoy de permiso", "estaré fuera",
        "estaré ausente", "me encuentro", "de vacaciones", "de viaje", "de permiso", "de baja", "de licencia", "vacaciones", "ausente",
        "ausencia", "en comisión", "licencia anual", "no disponible", "estou de férias", "estou fora", "estou ausente", "estou de licença",
        "estou em viagem", "estarei ausente", "de férias", "férias", "ausente", "ausência", "de licença", "em viagem", "em missão",
        "licença anual", "licença de maternidade", "licença médica", "baixa médica", "de baixa", "encontro-me", "indisponível",
        "fora do serviço", "ich bin im urlaub", "im urlaub", "ich bin nicht", "nicht erreichbar", "urlaub", "auf dienstreise",
        "sono in ferie", "sono assente", "in ferie", "ferie", "assente", "fuori", "ik ben afwezig", "ik ben met", "met vakantie",
        "op vakantie", "vakantie", "verlof", "jag är på semester", "semester", "på semester", "på ferie", "ferie", "jeg er på", "lomalla",
        "na urlopie", "jestem na", "urlop", "dovolená", "na dovolené", "szabadság", "concediu", "în concediu", "άδεια", "izindeyim",
        "izinde", "izinli", "tatildeyim", "я в отпуске", "в отпуске", "в отпуск", "отпуск", "я в командировке", "в командировке",
        "командировка", "на больничном", "меня нет", "я у відпустці", "у відпустці", "відпустка", "в отпуска", "годишен отпуск",
        "أنا في إجازة", "في إجازة", "إجازة", "أنا خارج", "غير متواجد", "غير متاح", "في مهمة", "في سفر", "خارج العمل", "غير موجود", "غياب",
        "الغياب", "مهمة رسمية", "مهمة عمل", "اعتذار عن", "إجازة سنوية", "إجازة مرضية", "إجازة أمومة", "خارج البلاد", "أنا في مهمة",
        "مرخصی", "در مرخصی", "בחופשה", "休假", "年假", "出差", "外出", "请假", "不在", "休暇", "出張", "휴가", "출장", "nghỉ phép", "đi công tác", "cuti",
        "sedang cuti", "dinas luar", "bercuti", "ลาพักร้อน", "ลาหยุด", "बिदामा", "बिदा", "विदामा", "अवकाश", "छुट्टी", "likizo",
        "niko likizo", "niko nje", "safarini", "በእረፍት", "ፈቃድ", "እረፍት"
    );

    private static readonly string[] ReadReceipt = Folded(
        "read:",
        "lu :",
        "lu:",
        "leído:",
        "lido:",
        "gelesen:",
        "letto:",
        "gelezen:",
        "прочитано:",
        "not read:",
        "non lu :",
        "no leído:",
        "تمت القراءة:"
    );

    // csharpier-ignore
    private static readonly string[] CalendarReply = Folded(
        "accepted:", "declined:", "tentative:", "tentatively accepted:", "accepté :", "accepté:", "refusé :", "refusé:", "provisoire :",
        "provisoire:", "aceptada:", "aceptado:", "rechazada:", "rechazado:", "provisional:", "zugesagt:", "abgesagt:", "mit vorbehalt:",
        "aceite:", "recusado:", "canceled:", "cancelled:", "annulé :", "cancelada:"
    );

    // csharpier-ignore
    private static readonly string[] Undelivered = Folded(
        "undelivered mail", "undeliverable", "undeliverable mail", "mail delivery failed", "mail delivery failure", "mail delivery system",
        "mail delivery subsystem", "delivery status notification", "delivery failure", "delivery has failed", "delivery delayed",
        "delivery notification", "returned mail", "failure notice", "mail system error", "message undeliverable", "message not delivered",
        "warning: could not send", "mail failure", "your message could not", "non remis", "message non remis", "échec de la remise",
        "échec de remise", "courrier non distribué", "message non distribuable", "non distribuable", "notification d'état de remise",
        "retour de courrier", "no se puede entregar", "no entregado", "no se ha podido", "error de entrega", "notificación de estado",
        "correo devuelto", "fallo en la entrega", "não entregue", "falha na entrega", "unzustellbar", "nicht zugestellt",
        "non recapitabile", "mancata consegna", "onbestelbaar", "niet bezorgd", "olevererbart", "kan inte levereras", "недоставленное",
        "не доставлено", "не удалось доставить", "تعذر التسليم", "لم يتم التسليم", "退信", "系统退信", "无法投递", "配信不能"
    );

    // csharpier-ignore
    private static readonly string[] ReplyPrefixes = Folded(
        "re", "aw", "sv", "vs", "antw", "ref", "rv", "res", "tr", "fw", "fwd", "wg", "vb", "rép", "réf", "odp", "ynt", "ilt", "отв", "на",
        "تر", "رد", "回复", "答复", "回覆", "转发", "trả lời", "bls", "atb", "enc", "rif", "r", "i", "转"
    );

    // csharpier-ignore
    private static readonly string[] GatewayWords = Folded(
        "external", "ext", "extern", "externe", "externo", "externa", "esterno", "spam", "spam?", "bulk", "suspect", "suspected spam",
        "possible spam", "probable spam", "caution", "warning", "newsletter", "internet", "unverified", "sender unverified", "phishing",
        "attention", "avertissement", "atención", "indésirable", "pourriel", "correo no deseado", "외부", "外部", "внешний", "внешнее"
    );

    /// <summary>A program's phrase at the very beginning, apart from marks added by gateways.</summary>
    public static bool IsOutOfOffice(string subject) => Parts(subject, out _).Any(part => Begins(part, Automatic));

    /// <summary>A person's phrase, or a program's after Re:. The words of the mail decide.</summary>
    public static bool MayBeOutOfOffice(string subject)
    {
        string folded = CleanText.Fold(subject.Length > LongestSubject ? subject[..LongestSubject] : subject);
        return Contains(folded, Automatic) || Contains(folded, Absent);
    }

    public static bool IsReply(string subject)
    {
        _ = Parts(subject, out string rest);
        return Prefix(rest) > 0;
    }

    public static bool IsReadReceipt(string subject) => Parts(subject, out _).Any(part => Begins(part, ReadReceipt));

    public static bool IsCalendarReply(string subject) => Parts(subject, out _).Any(part => Begins(part, CalendarReply));

    public static bool IsUndelivered(string subject) => Parts(subject, out _).Any(part => Begins(part, Undelivered));

    /// <summary>The number assigned by a help desk: "[Ticket#123]", "(Case 4711)".</summary>
    public static bool IsTicket(string subject)
    {
        string folded = CleanText.Fold(subject.Length > LongestSubject ? subject[..LongestSubject] : subject);
        foreach (
            string word in (string[])
                [
                    "ticket",
                    "case",
                    "request",
                    "incident",
                    "demande",
                    "dossier",
                    "solicitud",
                    "caso",
                    "incidencia",
                    "sr",
                    "inc",
                    "req",
                    "ritm",
                ]
        )
        {
            int at = folded.IndexOf(word, StringComparison.Ordinal);
            if (
                at > 0
                && folded[at - 1] is '[' or '(' or '{'
                && folded.AsSpan(at + word.Length).TrimStart(" #:-n°o.") is [var digit, ..]
                && char.IsAsciiDigit(digit)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Separates the marks that gateways put in front ([EXTERNAL], ***SPAM***, {Spam?}, EXTERNAL:) from the rest.</summary>
    private static List<string> Parts(string subject, out string rest)
    {
        string folded = CleanText.Fold(subject.Length > LongestSubject ? subject[..LongestSubject] : subject).Trim();
        var parts = new List<string>();
        for (int marks = 0; marks < 8; marks++)
        {
            int end = Mark(folded, out string inside);
            if (end <= 0)
            {
                break;
            }

            parts.Add(inside);
            folded = folded[end..].TrimStart(' ', '-', '–', '|', '>', ':');
        }

        parts.Add(folded);
        rest = folded;
        return parts;
    }

    /// <returns>Where a mark ends that stands at the beginning; 0 where none does.</returns>
    private static int Mark(string text, out string inside)
    {
        inside = "";
        if (text.Length == 0)
        {
            return 0;
        }

        char close = text[0] switch
        {
            '[' => ']',
            '{' => '}',
            '(' => ')',
            '<' => '>',
            '【' => '】',
            '*' => '*',
            '#' => '#',
            '_' => '_',
            '=' => '=',
            '!' => '!',
            '~' => '~',
            '|' => '|',
            _ => '\0',
        };
        if (close != '\0')
        {
            int start = 0;
            while (start < text.Length && text[start] == text[0])
            {
                start++;
            }

            int end = text.IndexOf(close, start);
            if (end < 0 || end > 60)
            {
                return text[0] is '!' or '*' or '#' ? start : 0;
            }

            inside = text[start..end].Trim();
            while (end < text.Length && text[end] == close)
            {
                end++;
            }

            return end;
        }

        // signs that say nothing: ⚠, ✉
        int letters = 0;
        while (letters < text.Length && !char.IsLetterOrDigit(text[letters]) && text[letters] > '\u2000')
        {
            letters++;
        }

        if (letters > 0)
        {
            return letters;
        }

        foreach (string word in GatewayWords)
        {
            if (
                text.StartsWith(word, StringComparison.Ordinal)
                && text.AsSpan(word.Length).TrimStart() is [':' or '>' or '-' or '|', ..] after
            )
            {
                inside = word;
                return text.Length - after.Length + 1;
            }
        }

        return 0;
    }

    private static int Prefix(string folded)
    {
        foreach (string prefix in ReplyPrefixes)
        {
            if (
                folded.StartsWith(prefix, StringComparison.Ordinal)
                && folded.AsSpan(prefix.Length).TrimStart(" 0123456789[]()") is [':' or '：', ..]
            )
            {
                return prefix.Length;
            }
        }

        return 0;
    }

    private static bool Begins(string folded, string[] beginnings) =>
        Array.Exists(beginnings, word => folded.StartsWith(word, StringComparison.Ordinal) && Ends(folded, word.Length, word));

    private static bool Contains(string folded, string[] words)
    {
        foreach (string word in words)
        {
            int at = folded.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !char.IsLetter(folded[at - 1]) || word[0] > '\u0590') && Ends(folded, at + word.Length, word))
            {
                return true;
            }
        }

        return false;
    }

    // "ooo" is not the beginning of a word; in scripts that join words it may be
    private static bool Ends(string folded, int end, string word) =>
        end >= folded.Length || !char.IsLetter(folded[end]) || !char.IsLetter(word[^1]) || word[^1] > '\u0590';

    private static string[] Folded(params string[] words) => [.. words.Select(CleanText.Fold).Distinct()];
}
