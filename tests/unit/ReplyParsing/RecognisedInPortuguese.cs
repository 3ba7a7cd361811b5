using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>What people who write Portuguese may send, in Mozambique and elsewhere.</summary>
internal static class RecognisedInPortuguese
{
    public static IReadOnlyList<RecognisedCase> All { get; } =
    [
        Case("Command", "ENVIAR", "Submit"),
        Case("Command", "Submeter", "Submit"),
        Case("Command", "«ENVIAR»", "Submit"),
        Case("Command", "Enviado", "asked back: CommandInWords"),
        Case("Command", "NADA: nenhuma actividade neste trimestre", "Nil(nenhuma actividade neste trimestre)"),
        Case("Command", "Nada a comunicar: formação adiada", "Nil(formação adiada)"),
        Case("Command", "NADA", "asked back: ReasonMissing"),
        Case("Command", "NADA: não disponível", "asked back: ReasonMissing"),
        Case("Command", "PERGUNTA: podemos comunicar em toneladas?", "Question(podemos comunicar em toneladas?)"),
        Case("Command", "Questão: até quando?", "Question(até quando?)"),
        Case("Command", "Comentário: os dados são provisórios", "Question(os dados são provisórios)"),
        Case("Command", "CORRIGIR", "Correct"),
        Case("Percentage", "B3: 45 %", "B3 = 45"),
        Case("Percentage", "B3: 45,5%", "B3 = 45.5"),
        Case("Percentage", "B3: 45 por cento", "B3 = 45"),
        Case("Percentage", "- B3 = 45,25 porcento.", "B3 = 45.25"),
        Case("Percentage", "B3: 0,45", "asked back B3: AmbiguousNumber"),
        Case("Number", "B5: 1234", "B5 = 1234"),
        Case("Number", "B5: 1.234", "asked back B5: AmbiguousNumber"),
        Case("Number", "B5: 1,234", "asked back B5: AmbiguousNumber"),
        Case("Number", "B5: 1.234,5", "B5 = 1234.5"),
        Case("Number", "B5: 1.234.567", "B5 = 1234567"),
        Case("Number", "B5: 1 234,5", "B5 = 1234.5"),
        Case("Number", "B5: 1234 (mulheres 734, homens 500)", "B5 = 1234 [men 500, women 734]"),
        Case("Number", "B5: mulheres 734, homens 500", "B5 = [men 500, women 734]"),
        Case("Range", "B5: 40 a 45", "asked back B5: Range"),
        Case("Range", "B5: entre 40 e 45", "asked back B5: Range"),
        Case("Range", "B5: cerca de 45", "asked back B5: Range"),
        Case("Range", "B5: mais de 45", "asked back B5: Range"),
        Case("Range", "B5: aproximadamente 45", "asked back B5: Range"),
        Case("Missing", "B3: n/d inquérito em curso", "B3 missing (inquérito em curso)"),
        Case("Missing", "B3: sem dados, inquérito em curso", "B3 missing (inquérito em curso)"),
        Case("Missing", "B3: não disponível (inquérito em curso)", "B3 missing (inquérito em curso)"),
        Case("Missing", "B3: não se aplica: projecto suspenso", "B3 missing (projecto suspenso)"),
        Case("Parts", "ATRIBUIR B3 e B5: amina@alfandegas.example", "Assigned(B3, B5: amina@alfandegas.example)"),
        Case("Missing", "B3: n/d", "asked back B3: ReasonMissing"),
        Case("Yes or no", "B4: sim", "B4 = yes"),
        Case("Yes or no", "B4: Sim, 12/10/2026", "B4 = yes 2026-10-12"),
        Case("Yes or no", "B4: alcançado a 12 de outubro de 2026", "B4 = yes 2026-10-12"),
        Case("Yes or no", "B4: não", "B4 = no"),
        Case("Yes or no", "B4: ainda não", "B4 = no"),
        Case("Yes or no", "B4: não atingido", "B4 = no"),
        Case("Yes or no", "B4: sim, mas só em parte", "asked back B4: NotYesOrNo"),
        Case("Date", "B6: 12/10/2026", "B6 = 2026-10-12"),
        Case("Date", "B6: 12 de Outubro de 2026", "B6 = 2026-10-12"),
        Case("Date", "B6: 1 de março de 2026", "B6 = 2026-03-01"),
        Case("Date", "B6: 1.º de maio de 2026", "B6 = 2026-05-01"),
        Case("Date", "B6: 3 dez. 2026", "B6 = 2026-12-03"),
        Case("Correction", "Correcção: B3: 47 %", "B3 = 47"),
        Case("Narrative", "B7: A formação correu bem; “muito útil”.", "B7 says A formação correu bem; \"muito útil\"."),
    ];

    private static RecognisedCase Case(string topic, string written, string understood) => new(topic, (Language)"pt", written, understood);
}
