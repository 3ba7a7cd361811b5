using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>What mail programs write around an earlier mail for people who work in Portuguese or Arabic: as they do in Lisbon and
/// São Paulo, in Amman, Beirut and Tunis.</summary>
public sealed class PortugueseAndArabicMailTests
{
    private const string InPortuguese = "B3: 52 %\n\nAna";
    private const string InArabic = "B3: ٥٢ ٪\n\nآنا";
    private const string Earlier = "Please report B3: 45 % before Friday.\nAnother line of ours.";

    // csharpier-ignore
    private static readonly string[] Introductions =
    [
        "Eva Sol <eva@x.example> escreveu (sexta, 20/11/2026 à(s) 15:12):",
        "Eva Sol <eva@x.example> escreveu no dia sexta, 20/11/2026 à(s) 15:12:",
        "A 20/11/2026, às 15:12, Eva Sol <eva@x.example> escreveu:", "No dia 20/11/2026, às 15:12, Eva Sol <eva@x.example> escreveu:",
        "No dia 20 de nov. de 2026, às 15:12, Eva Sol\n<eva@x.example> escreveu:",
        "Em 20 de nov. de 2026, à(s) 15:12, Eva Sol <eva@x.example> escreveu:", "Às 15:12 de 20/11/2026, Eva Sol escreveu:",
        "Em 20/11/2026 15:12, Eva Sol escreveu:", "A 2026-11-20 15:12, Eva Sol escreveu:",
        "Em sexta-feira, 20 de novembro de 2026 15:12:33 GMT+2, Eva Sol <eva@x.example> escreveu:", "Citando Eva Sol <eva@x.example>:",
        "---- Em sex, 20 nov 2026 15:12:33 +0200 Eva Sol <eva@x.example> escreveu ----", "Início da mensagem reencaminhada:",
        "----- Mensagem original -----", "---------- Mensagem encaminhada ----------", "-------- Mensagem reencaminhada --------",
        "Encaminhado por Eva Sol/Alfandegas em 20/11/2026 15:12", "Reencaminhado por Eva Sol/Alfandegas em 20/11/2026 15:12",
        "في الجمعة، 20 نوفمبر 2026 في 3:12 م تمت كتابة ما يلي بواسطة \u202AEva Sol\u202C\u200F <\u202Aeva@x.example\u202C\u200F>:",
        "في 20 نوفمبر، 2026 3:12 م، كتب \"Eva Sol\" <eva@x.example>:", "بتاريخ 20 نوفمبر، 2026 3:12 م، جاء من Eva Sol <eva@x.example>:",
        "في ٢٠\u200F/١١\u200F/٢٠٢٦، الساعة ٣:١٢ م، كتب/كتبت Eva Sol <eva@x.example>:",
        "في ٢٠ نوفمبر ٢٠٢٦، الساعة ٣:١٢ م، كتبت Eva Sol\n<eva@x.example>:",
        "كتب Eva Sol \u200F<eva@x.example> في ٢٠ نوفمبر ٢٠٢٦، الساعة ٣:١٢ م:", "في 20/11/2026 15:12، كتب Eva Sol:",
        "في ٢٠/١١/٢٠٢٦ ١٥:١٢، كتب Eva Sol:",
        "في الجمعة، 20 نوفمبر 2026 3:12:33 م غرينتش+2، كتب Eva Sol <eva@x.example>:",
        "في الجمعة 20 تشرين الثاني 2026 الساعة 15:12 كتب Eva Sol:",
        "يوم الجمعة 20 نوفمبر 2026 على الساعة 15:12، كتبت Eva Sol <eva@x.example>:", "اقتباس Eva Sol <eva@x.example>:",
        "بدء الرسالة المعاد توجيهها:", "-----الرسالة الأصلية-----", "----- رسالة أصلية -----", "---------- رسالة معاد توجيهها ---------",
        "---------- الرسالة المحولة ----------", "أعيد توجيهها من Eva Sol في 20/11/2026 15:12",
    ];

    private static readonly (string From, string Sent, string To, string Subject, string Date)[] Headers =
    [
        ("De", "Enviado", "Para", "Assunto", "20 de novembro de 2026 15:12"),
        ("De", "Enviada em", "Para", "Assunto", "sexta-feira, 20 de Novembro de 2026 15:12"),
        ("De", "Data", "Para", "Assunto", "20/11/2026 15:12"),
        ("De", "Enviado em", "Para", "Assunto", "sexta-feira, 20 de novembro de 2026 15:12"),
        ("Remetente", "Data de envio", "Destinatário", "Assunto", "20 nov. 2026 15:12"),
        ("من", "تاريخ الإرسال", "إلى", "الموضوع", "الجمعة، 20 نوفمبر 2026 03:12 م"),
        ("من", "أُرسلت", "إلى", "الموضوع", "٢٠ نوفمبر، ٢٠٢٦ ٠٣:١٢ م"),
        ("\u200Fمن", "\u200Fالتاريخ", "\u200Fإلى", "\u200Fالموضوع", "\u200F٢٠ تشرين الثاني ٢٠٢٦ ١٥:١٢"),
        ("المرسل", "التاريخ", "المرسل إليه", "الموضوع", "20 نوفمبر 2026 15:12"),
        ("من", "تم الإرسال", "إلى", "الموضوع", "الجمعة 20 نوفمبر 2026 15:12"),
    ];

    private static readonly string[] Footers =
    [
        "Enviado do meu iPhone",
        "Enviado a partir do meu smartphone Samsung Galaxy.",
        "Obter o Outlook para Android",
        "Enviado do Yahoo Mail no Android",
        "أُرسلت من الـ iPhone",
        "أرسلت من هاتفي",
        "الحصول على Outlook لـ Android",
        "تم الإرسال من هاتف Samsung Galaxy",
    ];

    public static TheoryData<string> Introduced => [.. Introductions];

    public static TheoryData<string> Below => [.. Footers];

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
        foreach (string own in new[] { InPortuguese, InArabic })
        {
            Assert.Equal(own, Read($"{own}\n\n{introduction}\n> {Earlier.Replace("\n", "\n> ", StringComparison.Ordinal)}\n"));
            Assert.Equal(own, Read($"{own}\n\n{introduction}\n\n{Earlier}\n"));
        }
    }

    [Theory]
    [MemberData(nameof(Headed))]
    public void What_stands_below_headers_is_the_earlier_mail(string from, string sent, string to, string subject, string date)
    {
        foreach (string rule in new[] { "", "________________________________\n" })
        {
            string headers = $"{from}: Eva Sol <eva@x.example>\n{sent}: {date}\n{to}: Ana <ana@y.example>\n{subject}: Report B3";
            Assert.Equal(InArabic, Read($"{InArabic}\n\n{rule}{headers}\n\n{Earlier}\n"));
        }
    }

    [Theory]
    [MemberData(nameof(Below))]
    public void What_a_telephone_writes_below_is_nobodys_word(string footer) => Assert.Equal("B3: 52 %", Read($"B3: 52 %\n\n{footer}\n"));

    [Theory]
    [InlineData("Na segunda-feira contámos de novo e escrevemos:\nB3: 52 %")]
    [InlineData("De: acordo com a delegação regional\nB3: 52 %\nobrigado")]
    [InlineData("Encaminhado por correio na semana passada.\nB3: 52 %")]
    [InlineData("في يوم الاثنين أعدنا العد:\nB3: ٥٢ ٪")]
    [InlineData("من: المكتب الإقليمي\nB3: ٥٢ ٪\nشكراً")]
    [InlineData("كتبنا إليكم في الأسبوع الماضي.\nB3: ٥٢ ٪")]
    public void Words_that_only_begin_alike_stay_the_senders(string words) => Assert.Equal(words, Read(words));

    private static string Read(string mail) => ReplyText.Of(mail, null).Text;
}
