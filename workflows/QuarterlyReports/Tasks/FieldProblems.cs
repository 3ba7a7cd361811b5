using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>What stands beside a field that could not be taken.</summary>
internal static class FieldProblems
{
    public static Text3 ValueAndReason { get; } =
        new(
            "There is a value and a reason why there is none. Keep one of them.",
            "Il y a une valeur et une raison de son absence. Gardez l'une des deux.",
            "Hay un valor y un motivo de su ausencia. Deje uno de los dos."
        );

    public static Text3 TotalMissing { get; } =
        new(
            "Write the total here, not only its groups.",
            "Écrivez ici le total, et pas seulement ses groupes.",
            "Escriba aquí el total, no solo sus grupos."
        );

    public static Text3 Unanswered { get; } =
        new(
            "Give a value, or say why there is none.",
            "Donnez une valeur, ou dites pourquoi il n'y en a pas.",
            "Indique un valor, o diga por qué no lo hay."
        );

    public static Text3 NilReason { get; } =
        new("Say why there is nothing to report.", "Dites pourquoi il n'y a rien à signaler.", "Diga por qué no hay nada que informar.");

    public static Text3 TooLong { get; } =
        new(
            $"This text is too long: at most {TextBounds.Narrative} characters, {TextBounds.Reason} for a reason.",
            $"Ce texte est trop long : au plus {TextBounds.Narrative} caractères, {TextBounds.Reason} pour un motif.",
            $"Este texto es demasiado largo: como máximo {TextBounds.Narrative} caracteres, {TextBounds.Reason} para un motivo."
        );

    public static Text3 ReasonInWords { get; } =
        new(
            "Say in a few words why there is no value.",
            "Dites en quelques mots pourquoi il n'y a pas de valeur.",
            "Diga en pocas palabras por qué no hay valor."
        );

    public static Text3 NilWithFigures { get; } =
        new(
            "There are figures above. Hand them in, or take them out if there is nothing to report at all.",
            "Il y a des chiffres ci-dessus. Soumettez-les, ou retirez-les s'il n'y a rien du tout à signaler.",
            "Hay cifras más arriba. Entréguelas, o quítelas si no hay nada en absoluto que informar."
        );

    public static Text3 Of(NotUnderstoodReason reason) =>
        reason switch
        {
            NotUnderstoodReason.TooLong => TooLong,
            NotUnderstoodReason.AmbiguousNumber => new(
                "This number could mean two things. Write it without thousands separators, and a percentage with its % sign.",
                "Ce nombre peut se lire de deux façons. Écrivez-le sans séparateur de milliers, et un pourcentage avec le signe %.",
                "Este número puede leerse de dos maneras. Escríbalo sin separador de miles, y un porcentaje con su signo %."
            ),
            NotUnderstoodReason.Range => new(
                "One exact number is expected, not a range or an estimate.",
                "Un seul nombre exact est attendu, ni fourchette ni estimation.",
                "Se espera un solo número exacto, no un intervalo ni una estimación."
            ),
            NotUnderstoodReason.WrongUnit => new(
                "The unit is not the one shown. Write the number without a unit.",
                "L'unité n'est pas celle indiquée. Écrivez le nombre sans unité.",
                "La unidad no es la indicada. Escriba el número sin unidad."
            ),
            NotUnderstoodReason.NotARatio => new(
                "Write the part and the whole, as 45/120. The whole is more than 0, and a percentage beside them must be theirs.",
                "Écrivez la partie et le tout, comme 45/120. Le tout est supérieur à 0, et un pourcentage à côté doit leur correspondre.",
                "Escriba la parte y el total, como 45/120. El total es mayor que 0, y un porcentaje al lado debe corresponderles."
            ),
            NotUnderstoodReason.NotYesOrNo => new(
                "Choose yes or no; a day only goes with yes.",
                "Choisissez oui ou non ; un jour ne va qu'avec oui.",
                "Elija sí o no; un día solo va con sí."
            ),
            NotUnderstoodReason.NotADate or NotUnderstoodReason.AmbiguousDate => new(
                "Write the day as 2026-12-31.",
                "Écrivez le jour comme 2026-12-31.",
                "Escriba el día como 2026-12-31."
            ),
            NotUnderstoodReason.DayOutside => new(
                "This day lies before the plan began or after the period. If it is of another calendar, write the Gregorian day.",
                "Ce jour est antérieur au plan ou postérieur à la période. S'il est d'un autre calendrier, écrivez la date grégorienne.",
                "Este día es anterior al plan o posterior al período. Si es de otro calendario, escriba la fecha gregoriana."
            ),
            NotUnderstoodReason.ReasonMissing => Unanswered,
            NotUnderstoodReason.TextMissing => new("Write a few words.", "Écrivez quelques mots.", "Escriba unas palabras."),
            NotUnderstoodReason.WrongCharacters => new(
                "Some characters were damaged. Write it again.",
                "Des caractères ont été abîmés. Écrivez-le de nouveau.",
                "Algunos caracteres se dañaron. Escríbalo de nuevo."
            ),
            _ => new("A number alone is expected.", "Un nombre seul est attendu.", "Se espera solo un número."),
        };
}
