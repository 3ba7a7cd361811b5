using System.Globalization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Registers;

/// <summary>What is said about a line that cannot be taken over.</summary>
internal static class RegisterWords
{
    public static readonly Text EmptyFile = new("The file is empty.", "Le fichier est vide.", "El archivo está vacío.");
    public static readonly Text NoLines = new(
        "There is no line below the headings: it would empty the register. Nothing was changed; say so once more if you mean it.",
        "Il n'y a aucune ligne sous les en-têtes : cela viderait le registre. Rien n'a été modifié ; confirmez si c'est voulu.",
        "No hay ninguna línea debajo de los encabezados: vaciaría el registro. No se cambió nada; confírmelo si es lo que quiere."
    );
    public static readonly Text OffTheScale = new(
        "A score lies between 0 and 100.",
        "Un score se situe entre 0 et 100.",
        "Una puntuación está entre 0 y 100."
    );
    public static readonly Text Quotes = new(
        "A quotation mark is not closed, or stands within a value: double it, and put the value in quotation marks.",
        "Un guillemet n'est pas fermé ou se trouve dans une valeur : doublez-le et mettez la valeur entre guillemets.",
        "Una comilla no está cerrada o está dentro de un valor: duplíquela y ponga el valor entre comillas."
    );
    public static readonly Text HeadingTwice = new("Stands twice.", "Figure deux fois.", "Figura dos veces.");
    public static readonly Text HeadingMissing = new("Is missing.", "Manque.", "Falta.");
    public static readonly Text EmptyValue = new("Is empty.", "Est vide.", "Está vacío.");
    public static readonly Text NoRespondents = new(
        "A score needs at least one respondent.",
        "Un score demande au moins un répondant.",
        "Una puntuación necesita al menos un encuestado."
    );
    public static readonly Text MeanOutside = new(
        "The mean lies outside its interval: low ≤ mean ≤ high.",
        "La moyenne est hors de son intervalle : low ≤ mean ≤ high.",
        "La media está fuera de su intervalo: low ≤ mean ≤ high."
    );

    public static Text UnknownHeading(string known) =>
        new($"Not known; known are {known}.", $"Inconnu ; sont connus {known}.", $"Desconocido; se conocen {known}.");

    public static Text TooManyValues(int values, int headings) =>
        new(
            Invariant($"{values} values, but {headings} headings: a value that holds the separator needs quotation marks."),
            Invariant($"{values} valeurs pour {headings} en-têtes : une valeur qui contient le séparateur demande des guillemets."),
            Invariant($"{values} valores, pero {headings} encabezados: un valor que contiene el separador necesita comillas.")
        );

    public static Text ValueWithoutHeading(string value) =>
        new(
            $"“{value}” stands in a column without a heading.",
            $"« {value} » se trouve dans une colonne sans en-tête.",
            $"«{value}» está en una columna sin encabezado."
        );

    public static Text DayOutside(string day, string first, string last) =>
        new(
            $"{day} lies outside {first} to {last}. Is it of another calendar? Write the Gregorian day.",
            $"{day} n'est pas compris entre {first} et {last}. Est-ce un autre calendrier ? Écrivez la date grégorienne.",
            $"{day} no está entre {first} y {last}. ¿Es de otro calendario? Escriba la fecha gregoriana."
        );

    public static Text TooManyLines(int most) =>
        new(Invariant($"More than {most} lines."), Invariant($"Plus de {most} lignes."), Invariant($"Más de {most} líneas."));

    public static Text TooLong(int length, int most) =>
        new(
            Invariant($"Has {length} characters; at most {most} fit."),
            Invariant($"Compte {length} caractères ; {most} au plus."),
            Invariant($"Tiene {length} caracteres; caben {most} como máximo.")
        );

    public static Text NotADay(string value) =>
        new(
            $"“{value}” is not a day; write year-month-day, such as 2025-03-31.",
            $"« {value} » n'est pas une date ; écrivez année-mois-jour, comme 2025-03-31.",
            $"«{value}» no es una fecha; escriba año-mes-día, como 2025-03-31."
        );

    public static Text NotACount(string value) =>
        new(
            $"“{value}” is not a whole number of 0 or more.",
            $"« {value} » n'est pas un nombre entier positif ou nul.",
            $"«{value}» no es un número entero de 0 o más."
        );

    public static Text NotANumber(string value) =>
        new($"“{value}” is not a number.", $"« {value} » n'est pas un nombre.", $"«{value}» no es un número.");

    public static Text NoneOf(string value, string choices) =>
        new($"“{value}” is none of {choices}.", $"« {value} » n'est aucun de {choices}.", $"«{value}» no es ninguno de {choices}.");

    public static Text EndsFirst(string end, string start) =>
        new(
            $"Ends on {end}, before it starts on {start}.",
            $"Se termine le {end}, avant de commencer le {start}.",
            $"Termina el {end}, antes de empezar el {start}."
        );

    public static Text UnknownAdministration(string code) =>
        new(
            $"“{code}” is no administration of the programme; write its two-letter code.",
            $"« {code} » n'est pas une administration du programme ; écrivez son code à deux lettres.",
            $"«{code}» no es una administración del programa; escriba su código de dos letras."
        );

    public static Text SameEvent(int line) =>
        new(
            Invariant($"The same event and administration as line {line}."),
            Invariant($"Même activité et même administration que la ligne {line}."),
            Invariant($"El mismo evento y la misma administración que la línea {line}.")
        );

    public static Text YearOutside(string wave, int first, int last) =>
        new(
            Invariant($"“{wave}” is no wave of the programme: its year lies between {first} and {last}."),
            Invariant($"« {wave} » n'est pas une vague du programme : son année se situe entre {first} et {last}."),
            Invariant($"«{wave}» no es una ola del programa: su año está entre {first} y {last}.")
        );

    public static Text NoKeyFactor(int number) =>
        new(
            Invariant($"{number} is none of the ten key factors, 1 to 10."),
            Invariant($"{number} n'est aucun des dix facteurs clés, 1 à 10."),
            Invariant($"{number} no es ninguno de los diez factores clave, 1 a 10.")
        );

    public static Text SameScore(int line) =>
        new(
            Invariant($"The same wave, key factor and group as line {line}."),
            Invariant($"Même vague, même facteur clé et même groupe que la ligne {line}."),
            Invariant($"La misma ola, el mismo factor clave y el mismo grupo que la línea {line}.")
        );

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
