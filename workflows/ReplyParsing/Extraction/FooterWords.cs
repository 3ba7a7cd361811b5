namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>What phones, programs and legal departments add below a mail. All folded.</summary>
internal static class FooterWords
{
    /// <summary>Beginnings of "Sent from my…" that refer to the sender's own device; a few words of any kind may follow.</summary>
    // csharpier-ignore
    public static readonly string[] SentFromMy = Folded(
        "sent from my ", "sent via my ", "sent by my ", "envoyé de mon ", "envoyé depuis mon ", "envoyé à partir de mon ",
        "envoyé via mon ", "envoyé par mon ", "enviado desde mi ", "enviado de mi ", "enviado do meu ", "enviado a partir do meu ",
        "enviada do meu ", "von meinem ", "gesendet von meinem ", "gesendet von meiner ", "von unterwegs gesendet", "inviato dal mio ",
        "inviato da mio ", "verzonden vanaf mijn ", "verstuurd vanaf mijn ", "verzonden met mijn ", "skickat från min ",
        "skickat fran min ", "sendt fra min ", "sendt fra mitt ", "wysłane z mojego ", "wysłano z mojego ", "отправлено с моего ",
        "надіслано з мого ", "відправлено з мого ", "发自我的", "寄自我的", "從我的", "传自我的", "傳送自我的", "enviat des del meu ", "trimis de pe ",
        "odesláno z mého ", "odoslané z môjho ", "lähetetty ", "küldve ", "στάλθηκε από το ", "נשלח מה", "أرسلت من ", "أُرسلت من ",
        "مرسل من ", "تم الإرسال من ", "أرسل من ", "发自", "iphoneから送信", "나의 "
    );

    /// <summary>Beginnings that must be followed by the name of a device or program.</summary>
    // csharpier-ignore
    public static readonly string[] SentFrom = Folded(
        "sent from ", "from my ", "sent via ", "sent with ", "sent using ", "sent on ", "get outlook for ", "download outlook for ",
        "envoyé de ", "envoyé depuis ", "envoyé à partir ", "envoyé avec ", "envoyé via ", "envoyé par ", "envoyé sur ", "envoyé d'",
        "expédié de ", "télécharger outlook ", "téléchargez outlook ", "obtenir outlook ", "obtenez outlook ", "provenance",
        "enviado desde ", "enviado de ", "enviado con ", "enviado por ", "enviado do ", "enviado da ", "enviado via ", "enviado a través ",
        "enviado pelo ", "obtener outlook ", "obtenga outlook ", "descargar outlook ", "obter o outlook ", "obter outlook ",
        "baixar outlook ", "gesendet ", "outlook für ", "holen sie sich outlook ", "laden sie outlook ", "diese nachricht wurde von mein",
        "inviato da ", "inviato dal", "inviato con ", "scarica outlook ", "ottieni outlook ", "verzonden ", "verstuurd ", "outlook voor ",
        "download outlook ", "skickat från ", "skickat via ", "hämta outlook ", "skaffa outlook ", "sendt fra ", "sendt via ",
        "hent outlook ", "last ned outlook ", "få outlook ", "wysłane z ", "wysłano z ", "pobierz outlook ", "pobierz program outlook ",
        "отправлено с ", "отправлено из ", "послано ", "загрузить outlook ", "скачать outlook ", "получить outlook ", "надіслано з ",
        "відправлено з ", "завантажити outlook ", "отримати outlook ", "获取 outlook", "获取适用于", "下载 outlook", "取得 outlook", "取得適用於",
        "下載 outlook", "الحصول على outlook", "احصل على outlook", "تنزيل outlook", "yahoo mail", "enviat ", "gönderildi", "odesláno ",
        "trimis ", "poslano ", "this message was sent from ", "this email was sent from ", "sent securely", "message envoyé ",
        "mensaje enviado ", "mensagem enviada ", "envoyé grâce "
    );

    // csharpier-ignore
    public static readonly string[] Devices = Folded(
        "iphone", "ipad", "ipod", "android", "samsung", "galaxy", "blackberry", "nokia", "huawei", "honor", "xiaomi", "redmi", "poco",
        "oppo", "tecno", "infinix", "itel", "vivo", "htc", "sony", "xperia", "motorola", "lg", "oneplus", "pixel", "windows", "outlook",
        "yahoo", "gmail", "mobile", "mobil", "smartphone", "phone", "téléphone", "telephone", "teléfono", "telefono", "telefone", "telefon",
        "tablet", "tablette", "celular", "móvil", "handy", "sparrow", "thunderbird", "proton", "mailbird", "spark", "airmail", "k-9", "aol",
        "zimbra", "mail.ru", "яндекс", "yandex", "почт", "телефон", "смартфон", "verizon", "t-mobile", "at&t", "orange", "wireless",
        "mailspring", "mailbox", "cell", "fairemail", "bluemail", "canary", "superhuman", "tutanota", "tuta", "zoho", "gmx", "web.de",
        "hotmail", "mac", "ios", "mail app", "email app", "手机", "手機", "هاتف", "الهاتف", "جهاز", "مصر", "jolla", "librem", "apple mail",
        "e-mail app", "courrier", "correo", "workspace", "icloud"
    );

    /// <summary>Each of these alone identifies a footer at the end of a mail.</summary>
    // csharpier-ignore
    public static readonly string[] Sure = Folded(
        "confidentiality notice", "confidentiality note", "legal disclaimer", "email disclaimer", "avis de confidentialité",
        "clause de confidentialité", "aviso legal", "aviso de confidencialidad", "aviso de confidencialidade", "nota de confidencialidad",
        "vertraulichkeitshinweis", "avviso di riservatezza", "think before you print", "please consider the environment",
        "consider the environment before", "pensez à l'environnement", "pensez a l'environnement", "avant d'imprimer", "antes de imprimir",
        "piense en el medio ambiente", "virus-free", "libre de virus", "sans virus", "garanti sans virus", "este e-mail foi verificado",
        "has been scanned", "a été vérifié par", "ha sido verificado", "checked by avast", "virenfrei", "the intended recipient",
        "intended recipient(s)", "if you have received this", "if you received this", "si vous avez reçu ce",
        "si vous n'êtes pas le destinataire", "si ha recibido este", "si usted no es el destinatario", "se você recebeu esta",
        "wenn sie nicht der richtige adressat", "if you are not the", "you received this message because you are subscribed",
        "to unsubscribe from this", "reply to this email directly", "view it on github", "confidential and intended", "solely for the use",
        "unsubscribe", "se désabonner", "este mensaje y cualquier", "este mensaje y sus", "ce message et toutes les pièces",
        "ce message et ses pièces", "ce message électronique et", "diese e-mail enthält vertrauliche", "questo messaggio è",
        "настоящее сообщение", "данное сообщение содержит", "本邮件及其附件", "本電子郵件", "هذه الرسالة وأي"
    );

    /// <summary>Two of these in one long last paragraph identify a footer.</summary>
    // csharpier-ignore
    public static readonly string[] Hints = Folded(
        "confidential", "confidentiel", "confidencial", "vertraulich", "riservat", "privileged", "recipient", "destinataire",
        "destinatario", "destinatário", "empfänger", "this e-mail", "this email", "this message", "ce message", "ce courriel", "cet e-mail",
        "este mensaje", "este correo", "esta mensagem", "diese e-mail", "questo messaggio", "dit bericht", "detta meddelande",
        "denne e-post", "in error", "par erreur", "por error", "por engano", "irrtümlich", "per errore", "attachments", "pièces jointes",
        "archivos adjuntos", "do not necessarily", "liability", "responsabilité", "responsabilidad", "prohibited", "interdite", "prohibid",
        "disclos", "divulg", "конфиденциальн", "конфіденційн", "mailing list", "liste de diffusion", "lista de distribución", "delete it",
        "supprimer", "eliminarlo"
    );

    /// <summary>True for one line such as "Sent from my iPhone" or "Get Outlook for Android"; false for prose that begins alike.</summary>
    public static bool IsSentFrom(string folded)
    {
        if (folded.Length > 300)
        {
            return false;
        }

        ReadOnlySpan<char> line = folded
            .Replace("[", "", StringComparison.Ordinal)
            .Replace("]", " ", StringComparison.Ordinal)
            .AsSpan()
            .Trim(" *_-–—()<>\"\t|");
        int address = line.IndexOf("http", StringComparison.Ordinal);
        line = address > 3 ? line[..address].TrimEnd(" (<") : line;
        int sorry = Math.Max(
            line.IndexOf("please excuse"),
            Math.Max(line.IndexOf("excuse"), Math.Max(line.IndexOf("merci d'excuser"), line.IndexOf("disculp")))
        );
        line = sorry > 10 ? line[..sorry].TrimEnd(" ,.;-") : line;
        if (line.Length is 0 or > 160)
        {
            return false;
        }

        // a program without a name in the list still links to itself
        bool device = AnyWord(line, Devices) || (address > 3 && StartsWithAny(line, SentFrom) && line.Count(' ') < 5);
        // a link behind the name of the program does not count as words
        int link = line.IndexOfAny("<([");
        ReadOnlySpan<char> words = link > 0 ? line[..link] : line;
        int count = words.Count(' ') + 1;
        if (count <= 12 && StartsWithAny(line, SentFromMy) && !words.Contains(',') && (device || count <= 8))
        {
            return true;
        }

        if (device && count <= 12 && !words.Contains(',') && StartsWithAny(line, SentFrom))
        {
            return true;
        }

        return device
            && count <= 8
            && (
                words.EndsWith("gesendet")
                || words.EndsWith("gonderildi")
                || words.EndsWith("傳送")
                || words.EndsWith("发送")
                || words.EndsWith("から送信")
                || words.EndsWith("에서 보냄")
                || words.EndsWith("downloaden")
                || words.EndsWith("herunterladen")
                || words.EndsWith("envoye")
                || words.EndsWith("보냄")
                || words.EndsWith("发送的")
            );
    }

    public static bool IsDisclaimer(string folded)
    {
        if (Any(folded, Sure) || folded.Trim(' ', '*', ':', '_') is "disclaimer" or "avertissement" or "avis legal" or "aviso legal")
        {
            return true;
        }

        int hints = 0;
        foreach (string hint in Hints)
        {
            hints += folded.Contains(hint, StringComparison.Ordinal) ? 1 : 0;
        }

        return hints >= 3 && folded.Length >= 150;
    }

    private static bool Any(ReadOnlySpan<char> line, string[] words)
    {
        foreach (string word in words)
        {
            if (line.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // names in Latin letters are whole words ("pixel", not "pixels"); in other scripts they take endings and joins
    private static bool AnyWord(ReadOnlySpan<char> line, string[] words)
    {
        foreach (string word in words)
        {
            int at = line.IndexOf(word, StringComparison.Ordinal);
            if (
                at >= 0
                && (
                    word[0] >= '\u0370'
                    || (
                        (at == 0 || !char.IsAsciiLetter(line[at - 1]))
                        && (at + word.Length == line.Length || !char.IsAsciiLetter(line[at + word.Length]))
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] words)
    {
        foreach (string word in words)
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Folded(params string[] words) => words.Select(CleanText.Fold).Distinct().ToArray();
}
