using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>Introductions and headers of programs and languages that the lists of words know little or nothing of: never the sender's
/// words, marked or not.</summary>
public sealed class ManyLanguagesTests
{
    private const string Own = "B3: 52 %\n\nAna";
    private const string Earlier = "Please report B3: 45 % before Friday.\nAnother line of ours.";

    // csharpier-ignore
    private static readonly string[] Introductions =
    [
        "2026년 11월 20일 (금) 오후 3:12, Eva Sol <eva@x.example>님이 작성:", "2026年11月20日(金) 15:12 Eva Sol <eva@x.example>:",
        "Eva Sol <eva@x.example>, 20 Kas 2026 Cum, 15:12 tarihinde şunu yazdı:",
        "pá 20. 11. 2026 v 15:12 odesílatel Eva Sol <eva@x.example> napsal:",
        "Eva Sol <eva@x.example> ezt írta (időpont: 2026. nov. 20., P, 15:12):",
        "Den fre. 20. nov. 2026 kl. 15.12 skrev Eva Sol <eva@x.example>:",
        "pe 20. marrask. 2026 klo 15.12 Eva Sol (eva@x.example) kirjoitti:",
        "În vin., 20 nov. 2026 la 15:12, Eva Sol <eva@x.example> a scris:",
        "Στις Παρ 20 Νοε 2026 στις 3:12 μ.μ., ο χρήστης Eva Sol <eva@x.example> έγραψε:",
        "\u202Bבתאריך יום ו׳, 20 בנוב׳ 2026 ב-15:12 מאת \u202AEva Sol\u202C\u200F <\u202Aeva@x.example\u202C\u200F>:\u202C",
        "Vào Th 6, 20 thg 11, 2026 vào lúc 15:12 Eva Sol <eva@x.example> đã viết:",
        "Pada Jum, 20 Nov 2026 pukul 15.12 Eva Sol <eva@x.example> menulis:",
        "На пт, 20.11.2026 г. в 15:12 Eva Sol <eva@x.example> написа:", "pet, 20. stu 2026. u 15:12 Eva Sol <eva@x.example> napisao je:",
        "pi 20. 11. 2026 o 15:12 Eva Sol <eva@x.example> napísal(a):", "2026-11-20, pn, 15:12 Eva Sol <eva@x.example> rašė:",
        "piektd., 2026. g. 20. nov., plkst. 15:12 — lietotājs Eva Sol (<eva@x.example>) rakstīja:",
        "Kuupäev R, 20. november 2026 kell 15:12 kirjutas Eva Sol <eva@x.example>:",
        "El dv., 20 de nov. 2026, 15:12, Eva Sol <eva@x.example> va escriure:",
        "در تاریخ جمعه ۲۰ نوامبر ۲۰۲۶، ۱۵:۱۲ Eva Sol <eva@x.example> نوشت:",
        "शुक्र, 20 नव॰ 2026 को 3:12 pm को Eva Sol <eva@x.example> ने लिखा:",
        "ในวันที่ ศ. 20 พ.ย. 2026 เวลา 15:12 Eva Sol <eva@x.example> เขียนว่า:",
        "пет, 20. нов 2026. у 15:12 Eva Sol <eva@x.example> је написао/ла:",
        "V pet., 20. nov. 2026 ob 15:12 je oseba Eva Sol <eva@x.example> napisala:",
        "Þann fös., 20. nóv. 2026 kl. 15:12 skrifaði Eva Sol <eva@x.example>:",
        "Mnamo Ijumaa, 20 Nov 2026, 15:12 Eva Sol <eva@x.example> aliandika:",
        "እ.ኤ.አ. ዓርብ፣ ኖቬም 20 ቀን 2026 በ15:12 ላይ Eva Sol <eva@x.example> እንዲህ ጽፏል፦", "20 नोभेम्बर 2026, 15:12 मा Eva Sol ले लेखे:",
        "Em sex., 20 de nov. de 2026 às 15:12, Eva Sol <eva@x.example> escreveu:",
        "On 20 Nov 2026, at 15:12, Eva Sol\n<eva@x.example> wrote:", "On 20.11.26 15:12, Eva Sol wrote:",
        "Am 20.11.26 um 15:12 schrieb Eva Sol:", "Le ven. 20 nov. 2026 à 15:12, Eva Sol a écrit :",
        "Le vendredi 20 novembre 2026 à 15:12:33 UTC+1, Eva Sol <eva@x.example> a écrit :",
        "----- Mail original -----\nDe: \"Eva Sol\" <eva@x.example>\nÀ: \"Bo\" <bo@y.org>\nEnvoyé: Vendredi 20 Novembre 2026 15:12:33\nObjet: Rapport",
        "Sent with Proton Mail secure email.\n\nOn Friday, November 20th, 2026 at 15:12, Eva Sol <eva@x.example> wrote:",
        "Eva Sol <eva@x.example> wrote on November 20, 2026:",
        "Gesendet: Freitag, 20. November 2026 um 15:12 Uhr\nVon: \"Eva Sol\" <eva@x.example>\nAn: bo@y.org\nBetreff: Report",
        "* Eva Sol <eva@x.example> [2026-11-20 15:12]:", "Eva Sol <eva@x.example> writes:",
        "On Fri, Nov 20, 2026 at 03:12:00PM +0100, Eva Sol wrote:", "On 20 Nov 2026, 15:12 +0100, Eva Sol <eva@x.example>, wrote:",
        ">>> Eva Sol <eva@x.example> 11/20/2026 3:12 PM >>>",
        "From:\tEva Sol/HQ/Customs\nTo:\tBo/HQ/Customs@Customs\nDate:\t20/11/2026 15:12\nSubject:\tReport",
        "De :\tEva Sol <eva@x.example>\nA :\tbo@y.org\nDate :\t20/11/2026 15:12\nObjet :\tRapport",
        "------------------ 原始邮件 ------------------\n发件人: \"Eva Sol\" <eva@x.example>;\n发送时间: 2026年11月20日(星期五) 下午3:12\n收件人: \"Bo\"<bo@y.org>;\n主题: Report",
        "At 2026-11-20 15:12:33, \"Eva Sol\" <eva@x.example> wrote:", "在 2026-11-20 15:12:33，\"Eva Sol\" <eva@x.example> 写道：",
        "Пятница, 20 ноября 2026, 15:12 +03:00 от Eva Sol <eva@x.example>:", "20.11.2026, 15:12, \"Eva Sol\" <eva@x.example>:",
        "Quoting Eva Sol <eva@x.example>:", "Quoting \"Sol, Eva\" <eva@x.example>:", "Zitat von Eva Sol <eva@x.example>:",
        "Citando a Eva Sol <eva@x.example>:", "Mensaje citado por Eva Sol <eva@x.example>:", "Citation de Eva Sol <eva@x.example> :",
        "Citazione Eva Sol <eva@x.example>:", "Цитирую Eva Sol <eva@x.example>:", "Lainaus Eva Sol <eva@x.example>:",
        "Idézet Eva Sol <eva@x.example>:", "Eva Sol <eva@x.example>:", "Forwarded by Eva Sol/Customs on 20/11/2026 15:12",
        "Forwarded by Eva Sol/HQ/Customs on 11/20/2026 03:12 PM", "Transféré par Eva Sol/Douanes le 20/11/2026 15:12",
        "Reenviado por Eva Sol/Aduanas el 20/11/2026 15:12", "Weitergeleitet von Eva Sol/Zoll am 20.11.2026 15:12",
        "Encaminhado por Eva Sol/Alfandega em 20/11/2026 15:12", "Sent by Eva Sol on 20 November 2026 15:12",
        "----- Forwarded by Eva Sol/Customs on 20/11/2026 15:12 -----",
        "-----Original Message-----\nFrom: \"Eva Sol\"<eva@x.example>\nTo: \"Bo\"<bo@y.org>;\nCc:\nSent: 2026-11-20 (금) 15:12:33 (GMT+09:00)\nSubject: Report",
    ];

    private static readonly (string From, string Sent, string To, string Subject, string Date)[] Headers =
    [
        ("差出人", "送信日時", "宛先", "件名", "2026年11月20日 15:12"),
        ("보낸 사람", "보낸 날짜", "받는 사람", "제목", "2026년 11월 20일 금요일 오후 3:12"),
        ("Kimden", "Gönderildi", "Kime", "Konu", "20 Kasım 2026 Cuma 15:12"),
        ("Od", "Odesláno", "Komu", "Předmět", "pátek 20. listopadu 2026 15:12"),
        ("Feladó", "Elküldve", "Címzett", "Tárgy", "2026. november 20., péntek 15:12"),
        ("Fra", "Sendt", "Til", "Emne", "20 Nov 2026 15:12"),
        ("Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe", "20 Nov 2026 15:12"),
        ("De la", "Trimis", "Către", "Subiect", "20 Nov 2026 15:12"),
        ("Από", "Αποστολή", "Προς", "Θέμα", "20 Nov 2026 15:12"),
        ("מאת", "נשלח", "אל", "נושא", "20 Nov 2026 15:12"),
        ("Từ", "Đã gửi", "Tới", "Chủ đề", "20 Nov 2026 15:12"),
        ("จาก", "ส่งเมื่อ", "ถึง", "เรื่อง", "20 Nov 2026 15:12"),
        ("От", "Изпратено", "До", "Относно", "20 Nov 2026 15:12"),
        ("Šalje", "Poslano", "Prima", "Predmet", "20 Nov 2026 15:12"),
        ("Od", "Odoslané", "Komu", "Predmet", "20 Nov 2026 15:12"),
        ("Nuo", "Išsiųsta", "Kam", "Tema", "20 Nov 2026 15:12"),
        ("Saatja", "Saadetud", "Adressaat", "Teema", "20 Nov 2026 15:12"),
        ("De", "Enviat", "Per a", "Tema", "20 Nov 2026 15:12"),
        ("از", "ارسال شده", "به", "موضوع", "20 Nov 2026 15:12"),
        ("Dari", "Dikirim", "Kepada", "Subjek", "20 Nov 2026 15:12"),
        ("Od", "Poslano", "Za", "Zadeva", "20 Nov 2026 15:12"),
        ("ከ", "የተላከው", "ለ", "ርዕሰ ጉዳይ", "ዓርብ፣ ኖቬምበር 20, 2026 15:12"),
        ("ካብ", "ዝተላእከሉ", "ናብ", "ጉዳይ", "20 Nov 2026 15:12"),
        ("प्रेषक", "पठाइएको", "प्रति", "विषय", "शुक्रबार, नोभेम्बर २०, २०२६ १५:१२"),
        ("प्रेषक", "मिति", "लाई", "विषय", "२०८३ मंसिर ५ १५:१२"),
        ("จาก", "ส่ง", "ถึง", "เรื่อง", "20 พฤศจิกายน 2569 15:12"),
        ("Kutoka", "Ilitumwa", "Kwa", "Mada", "20 Novemba 2026 15:12"),
        ("ვისგან", "გაგზავნილია", "ვის", "თემა", "20 ნოემბერი 2026 15:12"),
        ("Ումից", "Ուղարկված", "Ում", "Թեմա", "20 Նոյեմբեր 2026 15:12"),
        ("Kimdən", "Göndərildi", "Kimə", "Mövzu", "20 noyabr 2026 15:12"),
        ("Хэнээс", "Илгээсэн", "Хэнд", "Гарчиг", "2026 оны 11 сарын 20 15:12"),
        ("ពី", "បានផ្ញើ", "ទៅ", "ប្រធានបទ", "20 វិច្ឆិកា 2026 15:12"),
        ("منجانب", "بھیجا گیا", "بنام", "موضوع", "20 نومبر 2026 15:12"),
        ("X", "Y", "Z", "W", "20 Nov 2026 15:12"), // a language that nobody listed, with labels of one letter
    ];

    public static TheoryData<string> Introduced => [.. Introductions];

    public static TheoryData<string, string, string, string, string> Headed
    {
        get
        {
            var cases = new TheoryData<string, string, string, string, string>();
            foreach ((string from, string sent, string to, string subject, string date) in Headers)
            {
                cases.Add(from, sent, to, subject, date);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Introduced))]
    public void What_an_introduction_introduces_is_the_earlier_mail(string introduction)
    {
        Assert.Equal(
            Own,
            ReplyText.Of($"{Own}\n\n{introduction}\n> {Earlier.Replace("\n", "\n> ", StringComparison.Ordinal)}\n", null).Text
        );
        Assert.Equal(Own, ReplyText.Of($"{Own}\n\n{introduction}\n\n{Earlier}\n", null).Text);
    }

    [Theory]
    [MemberData(nameof(Headed))]
    public void What_stands_below_headers_is_the_earlier_mail(string from, string sent, string to, string subject, string date)
    {
        foreach (string rule in new[] { "", "________________________________\n" })
        {
            foreach (string bold in new[] { "", "*" })
            {
                string headers =
                    $"{bold}{from}:{bold} Eva Sol <eva@x.example>\n{bold}{sent}:{bold} {date}\n{bold}{to}:{bold} Ana <ana@y.example>\n{bold}{subject}:{bold} Report B3";
                Assert.Equal(Own, ReplyText.Of($"{Own}\n\n{rule}{headers}\n\n{Earlier}\n", null).Text);
            }
        }
    }

    [Theory]
    [InlineData("On Monday we counted again and wrote:\nthe figure is 52 %\nB3: 52 %")]
    [InlineData("From: our regional office we got\nB3: 52 %\nthanks")]
    [InlineData("Date: 20/11/2026\nB3: 52 %\nSubject: none")]
    [InlineData("Forwarded by courier last week.\nB3: 52 %")]
    [InlineData("Sent by our regional office on 20/11/2026 15:12.\nB3: 52 %")]
    [InlineData("A: 4\nB: 5\nC: 6\nB3: 52 %")]
    [InlineData("Please ask our regional office, that is Eva Sol <eva@x.example>:\nB3: 52 %")]
    public void Words_that_only_begin_like_headers_stay_the_senders(string words) => Assert.Equal(words, ReplyText.Of(words, null).Text);
}
