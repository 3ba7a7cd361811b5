using System.Collections.Frozen;

namespace ACip.Workflows.Surveys.Responses;

/// <summary>Words that can begin a sentence with a capital without being a name. Other capitalised words may be names and are
/// removed.</summary>
internal static class SentenceOpeners
{
    private static readonly FrozenSet<string> Known = Words(
        """
        ask captain colonel director inspector mr mrs ms officer prof a all also although an and any anything are as at because before but by can cannot clearance containers corruption could customs declarations delays despite do does each
        even every everybody everyone everything fees few for from give goods have he here how however i if in inspections integrity is it its just less many managers maybe more
        most much my never new no nobody none not nothing of officers officials often on one only other our overall payments people please procedures promotions rules salaries
        she should since so some somebody someone sometimes staff still stop thank thanks that the their there these they things this those to too traders training transfers
        transparency very was we were what when where which while who why with without yes you your
        directeur directrice inspecteur madame monsieur afin agents alors après au aucun aucune aussi autre aux avant avec beaucoup bien bon ce cela certains ces cet cette chaque chez comme comment corruption dans de depuis des
        donc douane du elle elles en encore est et formation grâce il ils je jamais jusqu la le les leur leurs lors lorsque mais merci mes moins mon même nos notre nous on opérateurs
        ou où par parce parfois pas pendant personne peu plus plusieurs pour pourquoi procédures quand que quelques qui quoi rien sa sans selon ses si son sont souvent sur tous tout
        toute toutes trop très un une vos votre vous éthique
        directora inspectora señor señora a además agentes ahora al algo alguien algunas algunos antes aquí así aunque aún bueno cada capacitación casi como con corrupción cuando cómo de debe deben del demasiado desde
        después donde durante el ella ellos en entre es esa ese eso esta estas este esto estos existe falta funcionarios gracias ha hace hacen hay la las lo los me mejor menos mi
        mientras mis mucha muchas mucho muchos muy más nada nadie ni ningún no nos nosotros nuestra nuestro nunca operadores para pero poco por porque procedimientos pues que quien
        qué se sería si siempre sin sobre solo son su sus sí también tampoco tanto todas todavía todo todos tres trámites tu un una uno usted ustedes varios ya yo
        """
    );

    private static readonly FrozenSet<string> BeforeApostrophe = Words(
        "c d j l m n s t qu don didn doesn isn aren won wasn couldn shouldn"
    );

    public static bool Holds(string word) =>
        !word.Contains(' ', StringComparison.Ordinal)
        && word.Split('\'', '’') switch
        {
            [var whole] => Known.Contains(whole),
            [var begin, [var next, ..]] => char.IsLower(next) && (BeforeApostrophe.Contains(begin) || Known.Contains(begin)),
            _ => false,
        };

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
