namespace ACip.Workflows.Mail.Incoming;

/// <summary>How mail systems begin the subjects of what they write by themselves. Only beginnings count: a person who answers begins with Re.</summary>
internal static class RobotSubjects
{
    private static readonly string[] OutOfOffice =
    [
        // en
        "automatic reply", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response", "autoresponse", "out of office", "out of the office", "out-of-office", "on leave:", "away from office",
        // fr
        "réponse automatique", "reponse automatique", "absence du bureau", "absent du bureau", "absence :", "absence:", "message d'absence", "message d’absence", "en congé", "hors du bureau",
        // es
        "respuesta automática", "respuesta automatica", "fuera de la oficina", "fuera de oficina", "ausente de la oficina", "ausencia de la oficina", "autorespuesta", "auto-respuesta",
        // pt
        "resposta automática", "resposta automatica", "ausência temporária", "fora do escritório", "ausente do escritório",
        // de
        "automatische antwort", "abwesenheitsnotiz", "abwesenheit", "abwesend", "nicht im büro",
        // it
        "risposta automatica", "fuori ufficio", "assente dall'ufficio",
        // nl
        "automatisch antwoord", "afwezig", "niet aanwezig", "buiten kantoor",
        // sv, no, da, fi, pl, tr
        "autosvar", "automatiskt svar", "automatisk svar", "frånvaro", "fravær", "automaattinen vastaus", "poissa", "automatyczna odpowiedź", "otomatik yanıt",
        // ru, uk
        "автоматический ответ", "автоответ", "вне офиса", "нет на месте", "автоматична відповідь",
        // ar, fa
        "رد تلقائي", "الرد التلقائي", "رد آلي", "خارج المكتب", "پاسخ خودکار",
        // zh, ja, vi, id, ne
        "自动回复", "自動回覆", "自動応答", "trả lời tự động", "balasan otomatis", "स्वत: जवाफ",
    ];

    private static readonly string[] ReadReceipt = ["read:", "lu :", "lu:", "leído:", "leido:", "lido:", "gelesen:", "letto:", "gelezen:", "прочитано:", "not read:", "non lu :", "no leído:", "تمت القراءة:"];

    private static readonly string[] CalendarReply =
    [
        "accepted:", "declined:", "tentative:", "tentatively accepted:", "accepté :", "accepté:", "refusé :", "refusé:", "provisoire :", "provisoire:", "aceptada:", "aceptado:", "rechazada:",
        "rechazado:", "provisional:", "zugesagt:", "abgesagt:", "mit vorbehalt:", "aceite:", "recusado:", "canceled:", "cancelled:", "annulé :", "cancelada:",
    ];

    public static bool IsOutOfOffice(string subject) => Begins(subject, OutOfOffice);

    public static bool IsReadReceipt(string subject) => Begins(subject, ReadReceipt);

    public static bool IsCalendarReply(string subject) => Begins(subject, CalendarReply);

    private static bool Begins(string subject, string[] beginnings)
    {
        // gateways put their own marks in front: [EXTERNAL], ***SPAM***
        ReadOnlySpan<char> rest = subject.AsSpan().Trim();
        while (rest.Length > 0 && rest[0] == '[' && rest.IndexOf(']') is var close and > 0 and < 40)
        {
            rest = rest[(close + 1)..].TrimStart();
        }

        string start = rest[..Math.Min(rest.Length, 60)].ToString().Replace('\u00A0', ' ').Replace('\u202F', ' ');
        return Array.Exists(beginnings, beginning => start.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
    }
}
