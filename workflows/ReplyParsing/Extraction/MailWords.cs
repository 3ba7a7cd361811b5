using System.Collections.Frozen;

namespace ACip.Workflows.ReplyParsing.Extraction;

internal enum HeaderRole
{
    From,
    Sent,
    To,
    Copy,
    Subject,
    Other,
}

/// <summary>Words that mail programs write around an earlier mail, in their languages.</summary>
/// <remarks>All are compared folded (<see cref="CleanText.Fold(string)"/>).</remarks>
internal static class MailWords
{
    public static readonly FrozenDictionary<string, HeaderRole> HeaderLabels = Roles();

    /// <summary>Verbs of writing, as they stand in "On … X wrote:".</summary>
    // csharpier-ignore
    public static readonly string[] Verbs = Folded(
        "wrote", "writes", "has written", "a écrit", "écrit", "a ecrit", "ecrivait", "écrivait", "escribió", "escribio", "escribía",
        "ha escrito", "va escriure", "ha escrit", "escreveu", "schrieb", "schrieben", "geschrieben", "ha scritto", "scritto", "scrive",
        "schreef", "heeft geschreven", "geschreven", "skrev", "skreiv", "har skrevet", "har skrivit", "følgende", "napisał", "napisała",
        "napisał(a)", "napisał/a", "pisze", "kirjoitti", "napsal", "napsal(a)", "napsala", "napísal", "napísal(a)", "írta", "ezt írta",
        "yazdı", "şunu yazdı", "şunları yazdı", "έγραψε", "a scris", "je napisao", "je napisala", "написал", "написала", "написал(а)",
        "пишет", "писал", "писала", "пише", "написав", "написала", "написав(-ла)", "написа", "đã viết", "menulis", "rašė", "rakstīja",
        "kirjutas", "skrifaði", "schreift", "shkroi", "wrote the following", "scripsit"
    );

    /// <summary>Verbs of writing in scripts without word spaces, or where they join other words.</summary>
    // csharpier-ignore
    public static readonly string[] JoinedVerbs = Folded(
        "写道", "寫道", "写到", "寫到", "書きました", "のメッセージ", "작성", "님이", "כתב", "מאת", "كتب", "كتبت", "كتابة", "كتابه", "نوشت", "เขียน", "लिखा", "撰写",
        "撰寫", "写入"
    );

    /// <summary>Words that begin such a line, before a date.</summary>
    // csharpier-ignore
    public static readonly FrozenSet<string> Starters = Folded(
            "on", "le", "el", "em", "a", "am", "il", "in", "op", "den", "på", "dnia", "w", "dne", "dňa", "v", "ve", "at", "в", "у", "at",
            "le:", "du", "vom", "van", "kl", "το", "την", "στις", "la", "în", "vào", "pada", "dia", "missatge", "fecha", "data", "date",
            "в", "от", "від", "на", "during", "le,", "ma", "i", "tl", "zu", "um", "με", "ons", "am:", "o", "no"
        )
        .ToFrozenSet();

    /// <summary>Nouns in "----- Original Message -----" and its like.</summary>
    // csharpier-ignore
    public static readonly string[] MessageNouns = Folded(
        "message", "messages", "mail", "e-mail", "mensaje", "mensagem", "nachricht", "messaggio", "bericht", "meddelande", "melding",
        "meddelelse", "besked", "wiadomość", "wiadomo", "missatge", "сообщение", "сообщения", "письмо", "повідомлення", "лист", "邮件", "郵件",
        "メッセージ", "メール", "메일", "메시지", "رسالة", "الرسالة", "پیام", "viesti", "zpráva", "správa", "üzenet", "mesaj", "ileti", "μήνυμα",
        "הודעה", "poruka", "mesajul", "thư", "pesan", "correo", "courriel", "courrier", "memo", "original", "isalat", "ข้อความ", "съобщение"
    );

    /// <summary>Words beside that noun which say that it is an earlier mail.</summary>
    // csharpier-ignore
    public static readonly string[] EarlierWords = Folded(
        "original", "origine", "originale", "d'origine", "forward", "forwarded", "transféré", "transfere", "transmis", "réexpédié",
        "reexpedie", "réacheminé", "suivi", "reenviado", "remitido", "encaminhada", "encaminhado", "reencaminhada", "originaal", "ursprüng",
        "ursprung", "weitergeleitet", "originalnachricht", "inoltrato", "originale", "oorspronkelijk", "doorgestuurd", "vidarebefordrat",
        "videresendt", "videresendte", "opprinnelig", "oprindelig", "oryginaln", "przekazan", "przesłan", "исходн", "пересыл", "пересланн",
        "перенаправ", "оригинал", "оригінал", "вихідн", "переслан", "原", "转发", "轉寄", "转寄", "轉發", "أصل", "معاد", "محول", "موجهة",
        "alkuperäinen", "välitetty", "původní", "přeposlan", "pôvodn", "eredeti", "továbbított", "orijinal", "özgün", "iletilen", "αρχικό",
        "προωθημένο", "מקור", "המקורית", "הועבר", "izvorn", "proslijeđen", "originala", "転送", "원본", "전달", "reply", "previous", "quoted",
        "replied", "respond", "reenv", "asli", "gốc", "chuyển tiếp", "препратено", "ต้นฉบับ"
    );

    /// <summary>Whole lines that say that an earlier mail begins, without dashes (Apple Mail's and others').</summary>
    // csharpier-ignore
    public static readonly string[] ForwardLines = Folded(
        "begin forwarded message:", "début du message réexpédié", "début du message transféré", "début du message transmis",
        "message transféré", "inicio del mensaje reenviado", "inicio de mensaje reenviado", "início da mensagem reencaminhada",
        "início da mensagem encaminhada", "inicio da mensagem", "anfang der weitergeleiteten", "inizio messaggio inoltrato",
        "begin doorgestuurd bericht", "vidarebefordrat brev", "vidarebefordrat meddelande", "videresendt melding", "videresendt meddelelse",
        "start på videresendt", "begynnelse på videresendt", "начало переадресованного сообщения", "початок листа, що пересилається",
        "początek przekazywanej wiadomości", "początek przesyłanej dalej wiadomości", "以下是转发的邮件", "开始转发的邮件", "開始轉寄訊息", "下面是被转发的邮件",
        "بدء الرسالة المعاد توجيهها", "بداية الرسالة المعاد", "välitetty viesti alkaa", "începutul mesajului redirecționat", "転送されたメッセージ"
    );

    /// <summary>How webmail programs begin a line that ends in an address and a colon, above what they quote.</summary>
    // csharpier-ignore
    public static readonly string[] QuotingLines = Folded(
        "quoting ", "citing ", "quote from ", "zitat von ", "zitiere ", "citando ", "cita de ", "mensaje citado por ", "citation de ",
        "citant ", "en citant ", "message cité de ", "citerar ", "citat från ", "citat fra ", "citaat van ", "citeren ", "citazione ",
        "cito ", "cytat ", "cytowanie ", "цитирую ", "цитата ", "цитую ", "lainaus ", "idézet ", "alıntı ", "citace ", "citácia ", "citat ",
        "اقتباس ", "引用", "인용"
    );

    /// <summary>How a line begins that names who sent an earlier mail on, and when.</summary>
    // csharpier-ignore
    public static readonly string[] ForwardedByLines = Folded(
        "forwarded by ", "forwarded message from ", "sent by ", "original message from ", "message from ", "replied by ", "transféré par ",
        "transmis par ", "réexpédié par ", "renvoyé par ", "envoyé par ", "message de ", "message d'", "reenviado por ", "remitido por ",
        "enviado por ", "mensaje de ", "encaminhado por ", "encaminhada por ", "reencaminhado por ", "mensagem de ", "weitergeleitet von ",
        "weitergeleitet durch ", "gesendet von ", "nachricht von ", "inoltrato da ", "inviato da ", "messaggio da ", "doorgestuurd door ",
        "verzonden door ", "vidarebefordrat av ", "videresendt av ", "videresendt af ", "przesłane przez ", "przekazane przez ",
        "переслано ", "переадресовано ", "przeslal ", "iletilen ", "diteruskan oleh ", "تمت إعادة التوجيه ", "أعيد توجيهها من ", "转发人",
        "轉寄人"
    );

    /// <summary>Months and days, at least three letters, at the start of a date in words.</summary>
    // csharpier-ignore
    public static readonly string[] DateWords = Folded(
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
        "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "déc", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "ene", "abr",
        "ago", "dic", "mié", "jue", "vie", "sáb", "dom", "fev", "set", "out", "dez", "seg", "ter", "qua", "qui", "sex", "januar", "märz",
        "okt", "die", "mit", "don", "fre", "gen", "mag", "giu", "lug", "ott", "gio", "maa", "mei", "maj", "mån", "tis", "ons", "tor", "lör",
        "sön", "man", "tir", "lør", "søn", "pon", "wto", "śro", "czw", "pią", "sob", "nie", "sty", "lut", "kwi", "cze", "lip", "sie", "wrz",
        "paź", "lis", "gru", "янв", "фев", "мар", "апр", "мая", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек", "січ", "лют", "бер",
        "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "нд", "понед", "вторн",
        "среда", "четв", "пятн", "субб", "воскр", "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
        "نوفمبر", "ديسمبر", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"
    );

    // csharpier-ignore
    private static FrozenDictionary<string, HeaderRole> Roles()
    {
        Dictionary<string, HeaderRole> roles = [];
        Add(
            HeaderRole.From,
            "from", "de", "von", "da", "van", "från", "fran", "fra", "od", "от", "від", "发件人", "發件人", "寄件者", "寄件人", "من", "المرسل", "差出人",
            "送信者", "from address", "보낸 사람", "보낸사람", "발신", "gönderen", "kimden", "lähettäjä", "feladó", "από", "מאת", "expéditeur",
            "remitente", "remetente", "mittente", "absender", "afzender", "avsändare", "avsender", "afsender", "nadawca", "отправитель",
            "відправник", "odesílatel", "odosielateľ", "dari", "จาก", "từ", "de la", "nga", "saatja", "no", "nuo", "emetteur", "de part",
            "ከ", "ላኪ", "ካብ", "प्रेषक", "द्वारा", "बाट", "से", "থেকে", "প্রেরক", "kutoka", "kutoka kwa", "avy amin'i", "avy amin'ny", "ຈາກ",
            "ពី", "ვისგან", "გამგზავნი", "ումից", "kimdən", "кімнен", "kimdan", "хэнээс", "илгээгч", "од", "منجانب", "فرستنده", "mula kay",
            "mula sa", "ka socota"
        );
        Add(
            HeaderRole.Sent,
            "sent", "date", "sent on", "date sent", "sent at", "envoyé", "envoyé le", "envoyée", "date d'envoi", "enviado", "enviado el",
            "fecha", "fecha de envío", "enviada em", "enviado em", "enviada", "data", "data de envio", "gesendet", "gesendet am", "datum",
            "inviato", "inviato il", "data invio", "verzonden", "verstuurd", "skickat", "skickad", "sendt", "dato", "wysłano", "wysłane",
            "data wysłania", "отправлено", "дата", "дата отправки", "надіслано", "відправлено", "发送时间", "发送日期", "发送", "日期", "时间", "寄件日期",
            "傳送時間", "發送時間", "傳送日期", "時間", "تاريخ الإرسال", "أرسلت", "تم الإرسال", "التاريخ", "تاريخ", "الإرسال", "送信日時", "日時", "日付",
            "보낸 날짜", "날짜", "gönderildi", "gönderilme", "tarih", "lähetetty", "päivämäärä", "päiväys", "elküldve", "dátum", "στάλθηκε",
            "ημερομηνία", "נשלח", "תאריך", "odesláno", "odoslané", "trimis", "dikirim", "tanggal", "ngày", "изпратено", "poslano",
            "saadetud", "ที่ส่ง", "d'envoi", "የተላከው", "የተላከበት", "ቀን", "ዝተላእከሉ", "पठाइएको", "मिति", "भेजा गया", "दिनांक", "প্রেরিত", "তারিখ",
            "imetumwa", "ilitumwa", "tarehe", "daty", "nalefa", "ສົ່ງ", "ວັນທີ", "បានផ្ញើ", "កាលបរិច្ឆេទ", "გაგზავნილია", "თარიღი",
            "ուղարկված", "göndərildi", "жіберілді", "yuborildi", "илгээсэн", "испратено", "dërguar", "بھیجا گیا", "ارسال شده", "ipinadala",
            "petsa"
        );
        Add(
            HeaderRole.To,
            "to", "à", "a", "pour", "destinataire", "para", "an", "aan", "till", "til", "do", "кому", "收件人", "收件者", "إلى", "الى", "宛先",
            "받는 사람", "받는사람", "수신", "kime", "alıcı", "vastaanottaja", "címzett", "προς", "אל", "destinatario", "destinatário", "empfänger",
            "ontvanger", "mottagare", "mottaker", "modtager", "адресат", "получатель", "одержувач", "komu", "pre", "către", "kepada", "ถึง",
            "đến", "до", "prima", "saaja", "ለ", "ተቀባይ", "ናብ", "प्रति", "लाई", "प्राप्तकर्ता", "को", "প্রতি", "প্রাপক", "kwa", "ho an'i",
            "ho an'ny", "ຫາ", "ເຖິງ", "ទៅ", "ជូន", "ვის", "ում", "kimə", "кімге", "kimga", "хэнд", "për", "بنام", "به", "para kay"
        );
        Add(
            HeaderRole.Copy,
            "cc", "cci", "bcc", "copie", "copia", "copie à", "cópia", "kopie", "kopia", "kopi", "kopi til", "dw", "udw", "копия", "копія",
            "抄送", "副本", "密件抄送", "密送", "نسخة", "نسخة إلى", "ccn", "참조", "bilgi", "kopio", "másolat", "κοιν", "עותק", "כ", "cc'd",
            "copie carbone", "bk", "km"
        );
        Add(
            HeaderRole.Subject,
            "subject", "objet", "sujet", "asunto", "assunto", "betreff", "oggetto", "onderwerp", "ämne", "emne", "temat", "тема", "主题",
            "主旨", "標題", "标题", "主題", "الموضوع", "موضوع", "件名", "제목", "konu", "aihe", "tárgy", "θέμα", "נושא", "předmět", "predmet",
            "subiect", "subjek", "perihal", "chủ đề", "относно", "teema", "หัวเรื่อง", "assumpte", "re", "betr", "betrifft", "ርዕሰ ጉዳይ",
            "ርዕስ", "ጉዳዩ", "विषय", "বিষয়", "mada", "kichwa", "yah", "lohahevitra", "ຫົວຂໍ້", "ຫົວເລື່ອງ", "ប្រធានបទ", "თემა", "թեմա",
            "mövzu", "тақырып", "mavzu", "сэдэв", "гарчиг", "предмет", "subjekti", "paksa"
        );
        Add(
            HeaderRole.Other,
            "reply-to", "reply to", "répondre à", "responder a", "antwort an", "rispondi a", "importance", "priority", "priorité",
            "importancia", "importância", "wichtigkeit", "priorità", "attachments", "attachment", "pièces jointes", "pièce jointe",
            "datos adjuntos", "adjuntos", "anexos", "anlagen", "anhänge", "allegati", "bijlagen", "bilagor", "vedlegg", "załączniki",
            "вложения", "附件", "المرفقات", "sender", "organization", "newsgroups", "message-id", "x-mailer", "please respond to",
            "sensitivity", "vigtighed", "prioritet", "веб-сайт", "when", "where", "quand", "où", "mailed-by", "signed-by", "return-path",
            "delivered-to", "resent-from", "in-reply-to", "references", "user-agent", "mime-version", "content-type", "重要性"
        );
        return roles.ToFrozenDictionary();

        void Add(HeaderRole role, params string[] labels)
        {
            foreach (string label in labels)
            {
                roles.TryAdd(CleanText.Fold(label), role);
            }
        }
    }

    private static string[] Folded(params string[] words) => words.Select(CleanText.Fold).Distinct().ToArray();
}
