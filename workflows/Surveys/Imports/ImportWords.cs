using ACip.Workflows.Languages;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>What is said about files of answers and their lines.</summary>
public static class ImportWords
{
    public static Text Of(string rule) =>
        rule switch
        {
            "register-quotes" => new("a quotation mark is not closed", "un guillemet n'est pas fermé", "una comilla no está cerrada"),
            "register-columns" => new(
                "it has more or fewer values than there are headings",
                "elle a plus ou moins de valeurs que d'en-têtes",
                "tiene más o menos valores que encabezados"
            ),
            "survey-answer" => new(
                "an answer is 1 to 5, or empty",
                "une réponse va de 1 à 5, ou est vide",
                "una respuesta va de 1 a 5, o está vacía"
            ),
            "survey-stratum" => new(
                "no such stratum in the sampling frame",
                "cette strate n'est pas dans la base de sondage",
                "ese estrato no está en el marco muestral"
            ),
            "survey-not-asked" => new(
                "this group is not asked that",
                "cette question n'est pas posée à ce groupe",
                "esa pregunta no se hace a ese grupo"
            ),
            "survey-no-answer" => new("nothing is answered", "aucune réponse", "ninguna respuesta"),
            "survey-file-damaged" => new("the file is damaged", "le fichier est endommagé", "el archivo está dañado"),
            "survey-file-empty" => new("the file is empty", "le fichier est vide", "el archivo está vacío"),
            "survey-file-heading-twice" => new("a heading stands twice", "un en-tête figure deux fois", "un encabezado figura dos veces"),
            "survey-file-group" => new(
                "without a column group the strata cannot be told apart",
                "sans colonne group, les strates ne se distinguent pas",
                "sin columna group no se distinguen los estratos"
            ),
            _ => new(
                "the first line needs headings: stratum and the codes of the questions",
                "la première ligne doit porter les en-têtes : stratum et les codes des questions",
                "la primera línea necesita encabezados: stratum y los códigos de las preguntas"
            ),
        };

    public static Text Converted(string from) =>
        from switch
        {
            AnswerFile.Workbook => new("read from a workbook", "lu dans un classeur", "leído de un libro"),
            AnswerFile.Utf16 => new("read as UTF-16", "lu en UTF-16", "leído como UTF-16"),
            _ => new("read as Windows-1252", "lu en Windows-1252", "leído como Windows-1252"),
        };
}
