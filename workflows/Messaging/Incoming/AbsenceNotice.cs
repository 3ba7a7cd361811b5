using ACip.Workflows.ReplyParsing;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Whether a mail's words are an absence notice and nothing else. Beside an answer or a command they prove nothing.</summary>
internal static class AbsenceNotice
{
    /// <summary>Longer texts are written by people who have more to say.</summary>
    private const int Longest = 1_500;

    // csharpier-ignore
    private static readonly string[] Phrases = Folded(
        "out of office", "out of the office", "away from the office", "away from my", "i am away", "i'm away", "i am out", "i'm out",
        "i am on leave", "i'm on leave", "on annual leave", "on leave", "on vacation", "on holiday", "on mission", "on duty travel",
        "will be away", "will be out", "will be back", "be back on", "be back in", "back in the office", "until my return",
        "upon my return", "on my return", "when i return", "i will return", "i shall return", "returning on", "limited access to",
        "no access to", "in urgent cases", "urgent matters", "for urgent", "if urgent", "in my absence", "during my absence",
        "during this period", "in case of emergency", "please contact my", "automatic reply", "automatic response", "auto-reply",
        "automatically generated", "i am currently", "je suis absent", "je suis absente", "je suis actuellement", "je suis en congé",
        "je suis en congés", "je suis en mission", "je suis en vacances", "je suis en déplacement", "en congé jusqu", "absent jusqu",
        "absente jusqu", "de retour le", "mon retour", "en mon absence", "pendant mon absence", "en cas d'urgence", "pour toute urgence",
        "réponse automatique", "message automatique", "hors du bureau", "absent du bureau", "absente du bureau", "serai absent",
        "serai absente", "serai de retour", "estoy fuera", "fuera de la oficina", "fuera de oficina", "estoy de vacaciones",
        "estoy ausente", "me encuentro fuera", "me encuentro de", "me encontraré", "estaré fuera", "estaré ausente", "de vacaciones hasta",
        "a mi regreso", "mi regreso", "regreso el", "en mi ausencia", "durante mi ausencia", "en caso de urgencia", "en casos urgentes",
        "para asuntos urgentes", "si es urgente", "respuesta automática", "mensaje automático", "estou fora", "estou ausente",
        "estou de férias", "fora do escritório", "estarei ausente", "na minha ausência", "em caso de urgência", "meu regresso",
        "meu retorno", "resposta automática", "encontro-me ausente", "encontro-me de", "encontro-me em",
        "encontro-me fora", "estou de licença", "estarei de licença", "estou de baixa", "estou em missão de serviço", "estarei em missão",
        "fora do gabinete", "fora do serviço", "ausente do serviço", "estarei fora", "estarei de volta", "de volta a", "regressarei",
        "regresso a", "regresso no dia", "durante a minha ausência", "para assuntos urgentes", "em caso de emergência",
        "mensagem automática", "nicht im büro", "im urlaub", "abwesend", "nicht erreichbar", "wieder erreichbar", "in dringenden",
        "automatische antwort", "sono in ferie", "sono assente", "fuori ufficio", "in mia assenza", "per urgenze", "ik ben afwezig",
        "niet aanwezig", "in dringende gevallen", "tijdens mijn afwezigheid", "jag är på", "tillbaka den", "na urlopie", "poza biurem",
        "w pilnych sprawach", "izindeyim", "ofis dışında", "в отпуске", "в командировке", "вне офиса", "меня не будет",
        "буду отсутствовать", "по срочным вопросам", "автоматический ответ", "у відпустці", "в невідкладних", "في إجازة", "خارج المكتب",
        "غير متواجد", "في مهمة", "عند عودتي", "للأمور العاجلة", "للحالات الطارئة", "رد تلقائي", "الرد التلقائي", "سأكون في إجازة",
        "سأكون غائب", "سأكون خارج", "سأعود", "سوف أعود", "لست في المكتب", "لست متواجد", "غير موجود في المكتب", "أثناء غيابي", "خلال غيابي",
        "في فترة غيابي", "للحالات العاجلة", "في الحالات العاجلة", "في الحالات الطارئة", "للضرورة", "أمر عاجل", "رد آلي", "الرد الآلي",
        "در مرخصی", "不在办公室", "不在辦公室", "正在休假", "休假中", "外出", "出差", "自动回复", "自動回覆", "自动答复", "如有急事", "如有紧急", "紧急事宜", "我将于", "不在しております", "休暇",
        "부재중", "휴가", "nghỉ phép", "không có mặt", "sedang cuti", "sedang berada di luar", "बिदामा", "अवकाशमा", "छुट्टी पर", "niko likizo",
        "likizoni", "በእረፍት"
    );

    /// <summary>Words of a receipt that programs give to whoever writes.</summary>
    // csharpier-ignore
    private static readonly string[] Receipts = Folded(
        "your request was received", "your request has been received", "your message has been received", "your email has been received",
        "your e-mail has been received", "has been created", "has been logged", "has been registered", "ticket number", "case number",
        "do not reply to this", "please do not reply", "we will get back to you", "votre demande a été", "votre message a été",
        "nous avons bien reçu", "a bien été enregistrée", "numéro de ticket", "ne pas répondre à ce", "su solicitud ha sido",
        "su mensaje ha sido", "hemos recibido su", "número de ticket", "no responda a este"
    );

    public static bool Says(string words) => words.Length is > 0 and <= Longest && !Answers(words) && Any(words, Phrases);

    public static bool IsReceipt(string words) => words.Length is > 0 and <= Longest && Any(words, Receipts);

    private static bool Any(string words, string[] phrases)
    {
        string folded = CleanText.Fold(words.ReplaceLineEndings(" "));
        return Array.Exists(phrases, phrase => folded.Contains(phrase, StringComparison.Ordinal));
    }

    /// <summary>A line with a code and a figure, or a command. The form is not known here, so what looks like one counts.</summary>
    private static bool Answers(string words) => words.Split('\n').Any(line => ReplyReader.LooksLikeAnswer(line));

    private static string[] Folded(params string[] words) => [.. words.Select(CleanText.Fold).Distinct()];
}
