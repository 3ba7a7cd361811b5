using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.Messaging.Letters;

/// <summary>The items that the sample mails ask for.</summary>
internal static class SampleItems
{
    public static FormItem[] Of(Language language)
    {
        string T(string en, string fr, string es) => Text.Of(en, fr, es).In(language);
        string label = T("Officers trained in integrity", "Agents formés à l'intégrité", "Funcionarios formados en integridad");
        string staff = T("officers", "agents", "funcionarios");
        string share = T(
            "Share of declarations checked by risk",
            "Part des déclarations contrôlées selon le risque",
            "Proporción de declaraciones controladas por riesgo"
        );
        // the plan is written in English, whoever reads
        return
        [
            new("B3", FormItemKind.Number, label, staff, ["women", "men"], 20, 60)
            {
                Context = new FormContext(
                    Last: new FormerValue(40, null, new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30)),
                    TargetBy: new DateOnly(2026, 12, 31)
                ),
            },
            new("B4", FormItemKind.Percentage, share, null, null, 10.5m),
            new("B9", FormItemKind.Number, SampleWords.Secret, Sensitive: true),
            new(
                "M1",
                FormItemKind.YesNo,
                T("A code of conduct is in force", "Un code de conduite est en vigueur", "Hay un código de conducta en vigor")
            )
            {
                Context = new FormContext(Due: new DateOnly(2026, 9, 30)),
            },
            new("M2", FormItemKind.YesNo, T("Risks are mapped", "Les risques sont cartographiés", "Los riesgos están cartografiados"))
            {
                Context = new FormContext(
                    Reached: new ReachedBefore(new DateOnly(2026, 3, 12), new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31))
                ),
            },
        ];
    }

    /// <summary>As they come back: with the earlier answers, the questioned one first.</summary>
    public static FormItem[] Filled(Language language)
    {
        FormItem[] items = Of(language);
        string why = Text.Of(
                "Is this since July or since January?",
                "Est-ce depuis juillet ou depuis janvier ?",
                "¿Es desde julio o desde enero?"
            )
            .In(language);
        return
        [
            items[0] with
            {
                Context = items[0].Context with
                {
                    Given = new ReplyFigure(
                        "B3",
                        45,
                        null,
                        null,
                        null,
                        null,
                        new Dictionary<string, decimal> { ["women"] = 20, ["men"] = 25 },
                        ""
                    ),
                    SentBackBecause = why,
                },
            },
            items[1] with
            {
                Context = new FormContext(
                    Given: new ReplyFigure("B4", 12.5m, null, null, null, null, new Dictionary<string, decimal>(), "")
                ),
            },
            .. items[2..],
        ];
    }
}
