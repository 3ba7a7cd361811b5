using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>What people who write Arabic may send: with and without vowel signs, in both kinds of digits, with the months of the Levant and
/// of the Maghreb.</summary>
internal static class RecognisedInArabic
{
    public static IReadOnlyList<RecognisedCase> All { get; } =
    [
        Case("Command", "إرسال", "Submit"),
        Case("Command", "ارسال", "Submit"),
        Case("Command", "إِرْسَال", "Submit"),
        Case("Command", "إرســـال", "Submit"),
        Case("Command", "«إرسال»", "Submit"),
        Case("Command", "\u200Fإرسال.", "Submit"),
        Case("Command", "أرسلنا التقرير", "asked back: CommandInWords"),
        Case("Command", "سنبدأ إرسال الملفات غداً", "kept: سنبدأ إرسال الملفات غداً"),
        Case("Command", "لا شيء: لم يُنفَّذ أي نشاط هذا الفصل", "Nil(لم يُنفَّذ أي نشاط هذا الفصل)"),
        Case("Command", "لا شيء", "asked back: ReasonMissing"),
        Case("Command", "لا شيء: لا يوجد", "asked back: ReasonMissing"),
        Case("Command", "سؤال: هل يمكننا الإبلاغ بالأطنان؟", "Question(هل يمكننا الإبلاغ بالأطنان؟)"),
        Case("Command", "استفسار: متى الموعد النهائي؟", "Question(متى الموعد النهائي؟)"),
        Case("Command", "تصحيح", "Correct"),
        Case("Percentage", "B3: 45 %", "B3 = 45"),
        Case("Percentage", "B3: ٤٥٪", "B3 = 45"),
        Case("Percentage", "B3: ٤٥٫٥ ٪", "B3 = 45.5"),
        Case("Percentage", "B3: ٤٥،٥ ٪", "B3 = 45.5"),
        Case("Percentage", "B3: 45 في المائة", "B3 = 45"),
        Case("Percentage", "B3: ٤٥ بالمئة.", "B3 = 45"),
        Case("Percentage", "\u2067B3\u2069: \u206645,5%\u2069", "B3 = 45.5"),
        Case("Percentage", "المؤشر B3: 45 %", "B3 = 45"),
        Case("Number", "B5: ١٢٣٤", "B5 = 1234"),
        Case("Number", "B5: ۱۲۳۴", "B5 = 1234"),
        Case("Number", "B5: ١٬٢٣٤٫٥", "B5 = 1234.5"),
        Case("Number", "B5: 1 234,5", "B5 = 1234.5"),
        Case("Number", "B5: 1,234", "asked back B5: AmbiguousNumber"),
        Case("Number", "B5: ١٢34", "asked back B5: AmbiguousNumber"),
        Case("Number", "B5: نساء ٧٣٤، رجال ٥٠٠", "B5 = [men 500, women 734]"),
        Case("Number", "B5: إناث 734، ذكور 500", "B5 = [men 500, women 734]"),
        Case("Range", "B5: ٤٠-٤٥", "asked back B5: Range"),
        Case("Range", "B5: 40 إلى 45", "asked back B5: Range"),
        Case("Range", "B5: بين ٤٠ و٤٥", "asked back B5: Range"),
        Case("Range", "B5: حوالي ٤٥", "asked back B5: Range"),
        Case("Range", "B5: أكثر من 45", "asked back B5: Range"),
        Case("Missing", "B3: غير متوفر، المسح لم ينته بعد", "B3 missing (المسح لم ينته بعد)"),
        Case("Missing", "B3: غير متاح: المسح جارٍ", "B3 missing (المسح جارٍ)"),
        Case("Missing", "B3: لا توجد بيانات؛ السجل نُقل", "B3 missing (السجل نُقل)"),
        Case("Parts", "تكليف B3، B5: amina@customs.example", "Assigned(B3, B5: amina@customs.example)"),
        Case("Missing", "B3: غير متوفر", "asked back B3: ReasonMissing"),
        Case("Yes or no", "B4: نعم", "B4 = yes"),
        Case("Yes or no", "B4: نعم، ١٢/١٠/٢٠٢٦", "B4 = yes 2026-10-12"),
        Case("Yes or no", "B4: تحقق في 12 أكتوبر 2026", "B4 = yes 2026-10-12"),
        Case("Yes or no", "B4: لا", "B4 = no"),
        Case("Yes or no", "B4: ليس بعد", "B4 = no"),
        Case("Yes or no", "B4: لم يتحقق", "B4 = no"),
        Case("Yes or no", "B4: نعم ولكن جزئياً", "asked back B4: NotYesOrNo"),
        Case("Date", "B6: ١٢/١٠/٢٠٢٦", "B6 = 2026-10-12"),
        Case("Date", "B6: 12/10/2026", "B6 = 2026-10-12"),
        Case("Date", "B6: ١٢ أكتوبر ٢٠٢٦", "B6 = 2026-10-12"),
        Case("Date", "B6: 12 تشرين الأول 2026", "B6 = 2026-10-12"),
        Case("Date", "B6: ٣ كانون الثاني ٢٠٢٧", "B6 = 2027-01-03"),
        Case("Date", "B6: 5 كانون الأول 2026", "B6 = 2026-12-05"),
        Case("Date", "B6: 12 أوت 2026", "B6 = 2026-08-12"),
        Case("Date", "B6: يوم ٧ جويلية ٢٠٢٦م", "B6 = 2026-07-07"),
        Case("Correction", "تصحيح: B3: ٤٧ ٪", "B3 = 47"),
        Case(
            "Narrative",
            "B7: سارت الدورة التدريبية سيراً حسناً، وأفادت الجميع.",
            "B7 says سارت الدورة التدريبية سيراً حسناً، وأفادت الجميع."
        ),
    ];

    private static RecognisedCase Case(string topic, string written, string understood) => new(topic, (Language)"ar", written, understood);
}
