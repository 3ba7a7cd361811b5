using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing;

/// <summary>The sentences that say how to write what was not understood.</summary>
internal static class AskingBack
{
    public static Text3 Sentence(NotUnderstoodReason reason, string? code)
    {
        string c = code ?? "B3";
        return reason switch
        {
            NotUnderstoodReason.AmbiguousNumber => new(
                $"This number could mean two things. Write it without thousands separators, for instance {c}: 1234 or {c}: 0.5",
                $"Ce nombre peut se lire de deux façons. Écrivez-le sans séparateur de milliers, par exemple {c} : 1234 ou {c} : 0,5",
                $"Este número puede leerse de dos maneras. Escríbalo sin separador de miles, por ejemplo {c}: 1234 o {c}: 0,5"
            ),
            NotUnderstoodReason.NotANumber => new(
                $"A number alone is expected, for instance {c}: 45; or {c}: n/a and the reason.",
                $"Un nombre seul est attendu, par exemple {c} : 45 ; ou {c} : n/d et la raison.",
                $"Se espera solo un número, por ejemplo {c}: 45; o {c}: n/d y el motivo."
            ),
            NotUnderstoodReason.Range => new(
                $"One exact number is expected, not a range or an estimate, for instance {c}: 45",
                $"Un seul nombre exact est attendu, ni fourchette ni estimation, par exemple {c} : 45",
                $"Se espera un solo número exacto, no un intervalo ni una estimación, por ejemplo {c}: 45"
            ),
            NotUnderstoodReason.NotARatio => new(
                $"Two counts are expected, the part and the whole, for instance {c}: 45/120. The whole is more than 0, and a percentage beside them must be theirs.",
                $"Deux effectifs sont attendus, la partie et le tout, par exemple {c} : 45/120. Le tout est supérieur à 0, et un pourcentage à côté doit leur correspondre.",
                $"Se esperan dos recuentos, la parte y el total, por ejemplo {c}: 45/120. El total es mayor que 0, y un porcentaje al lado debe corresponderles."
            ),
            NotUnderstoodReason.WrongUnit => new(
                "The unit is not the one of the form. Write the number in the unit of the form, or without a unit.",
                "L'unité n'est pas celle du formulaire. Écrivez le nombre dans l'unité du formulaire, ou sans unité.",
                "La unidad no es la del formulario. Escriba el número en la unidad del formulario, o sin unidad."
            ),
            NotUnderstoodReason.NotYesOrNo => new(
                $"Yes or no is expected, with a date if there is one, for instance {c}: yes 2026-10-12",
                $"Oui ou non est attendu, avec une date s'il y en a une, par exemple {c} : oui 12/10/2026",
                $"Se espera sí o no, con una fecha si la hay, por ejemplo {c}: sí 12/10/2026"
            ),
            NotUnderstoodReason.NotADate => new(
                $"A date is expected, for instance {c}: 2026-10-12 or {c}: 12 October 2026",
                $"Une date est attendue, par exemple {c} : 12/10/2026 ou {c} : 12 octobre 2026",
                $"Se espera una fecha, por ejemplo {c}: 12/10/2026 o {c}: 12 de octubre de 2026"
            ),
            NotUnderstoodReason.AmbiguousDate => new(
                $"This date could mean two days. Write the month as a word, for instance {c}: 12 October 2026",
                $"Cette date peut désigner deux jours. Écrivez le mois en lettres, par exemple {c} : 12 octobre 2026",
                $"Esta fecha puede ser dos días distintos. Escriba el mes con letras, por ejemplo {c}: 12 de octubre de 2026"
            ),
            NotUnderstoodReason.ReasonMissing => new(
                "Please say why, after a colon, for instance NIL: no activity this quarter, or B3: n/a survey not finished",
                "Veuillez dire pourquoi, par exemple NÉANT : aucune activité ce trimestre, ou B3 : n/d enquête en cours",
                "Diga el motivo, por ejemplo NADA: sin actividades este trimestre, o B3: n/d encuesta en curso"
            ),
            NotUnderstoodReason.TextMissing => new(
                "Please write your text after the colon, for instance QUESTION: may we report in tonnes?",
                "Veuillez écrire votre texte après les deux-points, par exemple QUESTION : pouvons-nous compter en tonnes ?",
                "Escriba su texto después de los dos puntos, por ejemplo PREGUNTA: ¿podemos informar en toneladas?"
            ),
            NotUnderstoodReason.UnknownCode => new(
                "This code is not in the form. Use the codes of the form.",
                "Ce code ne figure pas dans le formulaire. Utilisez les codes du formulaire.",
                "Este código no figura en el formulario. Use los códigos del formulario."
            ),
            NotUnderstoodReason.NoCode => new(
                "Which item is this? Put its code in front, for instance B3: 45",
                "De quel point s'agit-il ? Mettez son code devant, par exemple B3 : 45",
                "¿De qué punto se trata? Ponga su código delante, por ejemplo B3: 45"
            ),
            NotUnderstoodReason.SaidTwice => new(
                $"Two different answers are given for {c}. Which one counts? Please write it once.",
                $"Deux réponses différentes sont données pour {c}. Laquelle compte ? Veuillez ne l'écrire qu'une fois.",
                $"Se dan dos respuestas distintas para {c}. ¿Cuál vale? Escríbala una sola vez."
            ),
            NotUnderstoodReason.CutLine => new(
                $"This line may have been cut by the mail program. Write it again on a short line, for instance {c}: 1234",
                $"Cette ligne a peut-être été coupée en route. Récrivez-la sur une ligne courte, par exemple {c} : 1234",
                $"Es posible que esta línea se haya cortado. Escríbala de nuevo en una línea corta, por ejemplo {c}: 1234"
            ),
            NotUnderstoodReason.WrongCharacters => new(
                "Some characters were damaged on the way. Please write the line again, without accents if need be.",
                "Des caractères ont été abîmés en route. Veuillez récrire la ligne, au besoin sans accents.",
                "Algunos caracteres se dañaron en el camino. Escriba la línea de nuevo, sin tildes si hace falta."
            ),
            NotUnderstoodReason.ThroughTheLink => new(
                $"The answer to {c} is confidential: please give it through the link only, never by mail.",
                $"La réponse à {c} est confidentielle : donnez-la uniquement par le lien, jamais par courriel.",
                $"La respuesta a {c} es confidencial: dela solo mediante el enlace, nunca por correo."
            ),
            NotUnderstoodReason.OutsideTheBrackets => new(
                $"Was this meant as an answer? Write it between the brackets, or on a line of your own: {c}: 45",
                $"Était-ce une réponse ? Écrivez-la entre les crochets, ou sur une ligne à vous : {c} : 45",
                $"¿Era una respuesta? Escríbala entre los corchetes, o en una línea suya: {c}: 45"
            ),
            NotUnderstoodReason.InTheWorkbook => new(
                "Correct the cell and send the workbook again, or write the figure on a line, for instance B3: 45",
                "Corrigez la cellule et renvoyez le classeur, ou écrivez le chiffre sur une ligne, par exemple B3 : 45",
                "Corrija la celda y envíe de nuevo el libro, o escriba la cifra en una línea, por ejemplo B3: 45"
            ),
            NotUnderstoodReason.TooLong => new(
                $"This text is too long: at most {TextBounds.Narrative} characters, {TextBounds.Reason} for a reason. Shorten it, or attach it as a file and write its gist.",
                $"Ce texte est trop long : au plus {TextBounds.Narrative} caractères, {TextBounds.Reason} pour un motif. Abrégez-le, ou joignez-le en fichier et écrivez-en l'essentiel.",
                $"Este texto es demasiado largo: como máximo {TextBounds.Narrative} caracteres, {TextBounds.Reason} para un motivo. Abrévielo, o adjúntelo como archivo y escriba lo esencial."
            ),
            NotUnderstoodReason.TwoCommands => new(
                "More than one command was found. Please send one command in a mail.",
                "Plus d'une commande a été trouvée. Veuillez n'en envoyer qu'une par courriel.",
                "Se encontró más de una orden. Envíe una sola por correo."
            ),
            NotUnderstoodReason.SeveralCodes => new(
                $"One answer stands for several items. Please write a line for each, for instance {c}: 45",
                $"Une seule réponse est donnée pour plusieurs points. Écrivez une ligne pour chacun, par exemple {c} : 45",
                $"Se da una sola respuesta para varios puntos. Escriba una línea para cada uno, por ejemplo {c}: 45"
            ),
            NotUnderstoodReason.InASentence => new(
                $"This names {c}, but was not taken as its answer. If it is one, write it on a line of its own: {c}: 45",
                $"Ceci mentionne {c}, mais n'a pas été pris comme réponse. Si c'en est une, écrivez-la sur une ligne à part : {c} : 45",
                $"Esto menciona {c}, pero no se tomó como respuesta. Si lo es, escríbala en una línea aparte: {c}: 45"
            ),
            NotUnderstoodReason.NilOrItem => new(
                $"Is there nothing to report at all? Then write NIL: and the reason, and no figure. Is it only about one item? Then write {c}: n/a and the reason.",
                $"N'y a-t-il rien du tout à déclarer ? Écrivez alors NÉANT : et la raison, sans aucun chiffre. Ne s'agit-il que d'un point ? Écrivez alors {c} : n/d et la raison.",
                $"¿No hay nada en absoluto que informar? Escriba entonces NADA: y el motivo, sin ninguna cifra. ¿Se trata solo de un punto? Escriba entonces {c}: n/d y el motivo."
            ),
            NotUnderstoodReason.DayOutside => new(
                $"This day lies before the plan began or after the period. If it is of another calendar, write the Gregorian day, for instance {c}: yes 2026-10-12",
                $"Ce jour est antérieur au plan ou postérieur à la période. S'il est d'un autre calendrier, écrivez la date grégorienne, par exemple {c} : oui 12/10/2026",
                $"Este día es anterior al plan o posterior al período. Si es de otro calendario, escriba la fecha gregoriana, por ejemplo {c}: sí 12/10/2026"
            ),
            NotUnderstoodReason.CommandInWords => new(
                "Was this meant as a command? It must stand alone on its line: SUBMIT to hand in; or NIL: and the reason, where there is nothing to report.",
                "Était-ce une commande ? Elle doit être seule sur sa ligne : SOUMETTRE pour remettre ; ou NÉANT : et la raison, s'il n'y a rien à déclarer.",
                "¿Era una orden? Debe estar sola en su línea: ENVIAR para entregar; o NADA: y el motivo, si no hay nada que informar."
            ),
            _ => new(
                $"This stands in what looks like a signature. Write it above your name, for instance {c}: 45",
                $"Ceci se trouve dans ce qui ressemble à une signature. Écrivez-le au-dessus de votre nom, par exemple {c} : 45",
                $"Esto está en lo que parece una firma. Escríbalo encima de su nombre, por ejemplo {c}: 45"
            ),
        };
    }
}
