using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>How the questions read.</summary>
internal static class PlausibilityWords
{
    public static ReportQuestion PercentOutOfRange(string item, decimal value) =>
        new(
            "percent-range",
            item,
            Figures.In3(
                n => $"{item} is a percentage, and {n(value)} is not between 0 and 100. Is it right?",
                n => $"{item} est un pourcentage, et {n(value)} n'est pas compris entre 0 et 100. Est-ce exact ?",
                n => $"{item} es un porcentaje, y {n(value)} no está entre 0 y 100. ¿Es correcto?"
            )
        );

    public static ReportQuestion FractionForPercent(string item, decimal value) =>
        new(
            "wrong-unit",
            item,
            Figures.In3(
                n => $"{item} is a percentage. Does {n(value)} mean {n(value)} % or {n(value * 100)} %?",
                n => $"{item} est un pourcentage. {n(value)} signifie-t-il {n(value)} % ou {n(value * 100)} % ?",
                n => $"{item} es un porcentaje. ¿{n(value)} significa {n(value)} % o {n(value * 100)} %?"
            )
        );

    public static ReportQuestion CountsDiffer(string item, string dimension, Ratio sum, Ratio total) =>
        new(
            "groups-sum",
            item,
            new(
                $"The groups of {item} ({dimension}) make {sum.In(Language.En)}, and the whole is {total.In(Language.En)}. Is it right?",
                $"Les groupes de {item} ({dimension}) font {sum.In(Language.Fr)}, et l'ensemble est {total.In(Language.Fr)}. Est-ce exact ?",
                $"Los grupos de {item} ({dimension}) suman {sum.In(Language.Es)}, y el conjunto es {total.In(Language.Es)}. ¿Es correcto?"
            )
        );

    public static ReportQuestion Negative(string item, decimal value) =>
        new(
            "negative",
            item,
            Figures.In3(
                n => $"{item} is {n(value)}, less than nothing. Is it right?",
                n => $"{item} vaut {n(value)}, moins que zéro. Est-ce exact ?",
                n => $"{item} es {n(value)}, menos que cero. ¿Es correcto?"
            )
        );

    public static ReportQuestion CumulativeFalls(string item, decimal value, decimal last) =>
        new(
            "cumulative-falls",
            item,
            Figures.In3(
                n => $"{item} counts everything so far. It was {n(last)} and would now be {n(value)}. Is it right?",
                n => $"{item} est un cumul. Il était de {n(last)} et serait maintenant de {n(value)}. Est-ce exact ?",
                n => $"{item} es un acumulado. Era {n(last)} y ahora sería {n(value)}. ¿Es correcto?"
            )
        );

    public static ReportQuestion Jump(string item, decimal value, decimal last) =>
        new(
            "jump",
            item,
            Figures.In3(
                n => $"{item} is {n(value)}; the last value was {n(last)}. This is further apart than before. Is it right?",
                n =>
                    $"{item} vaut {n(value)} ; la dernière valeur était {n(last)}. L'écart est plus grand que par le passé. Est-ce exact ?",
                n => $"{item} es {n(value)}; el último valor era {n(last)}. La diferencia es mayor que antes. ¿Es correcto?"
            )
        );

    public static ReportQuestion GroupsDiffer(string item, string dimension, decimal sum, decimal total) =>
        new(
            "groups-sum",
            item,
            Figures.In3(
                n => $"The groups of {item} ({dimension}) add up to {n(sum)}, but its value is {n(total)}. Which is right?",
                n => $"La somme des groupes de {item} ({dimension}) est de {n(sum)}, mais sa valeur est {n(total)}. Laquelle est exacte ?",
                n => $"Los grupos de {item} ({dimension}) suman {n(sum)}, pero su valor es {n(total)}. ¿Cuál es correcto?"
            )
        );

    public static ReportQuestion NoLongerReached(string item) =>
        new(
            "no-longer-reached",
            item,
            new(
                $"{item} was reported as reached before. Is it no longer?",
                $"{item} avait été déclaré atteint. Ne l'est-il plus ?",
                $"{item} ya figuraba como alcanzado. ¿Ha dejado de estarlo?"
            )
        );
}
