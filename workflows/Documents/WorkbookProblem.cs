using ACip.Workflows.Languages;

namespace ACip.Workflows.Documents;

/// <summary>What a workbook gave, and what was wrong with it. Whatever people send, reading answers with this and never throws.</summary>
/// <param name="Content">Null where the workbook as a whole could not be used.</param>
/// <param name="Problems">Empty if all was well. With content present, each names a cell whose value was not taken.</param>
public sealed record ParsedWorkbook<T>(T? Content, IReadOnlyList<WorkbookProblem> Problems)
    where T : class;

/// <param name="Rule">Slug of what is wrong, from <see cref="WorkbookProblems"/>.</param>
/// <param name="Sheet">Name on the tab; null where the whole file is meant.</param>
/// <param name="Cell">Such as G7; null where the whole sheet is meant.</param>
/// <param name="Found">What stands there, shortened; null if nothing does.</param>
public sealed record WorkbookProblem(string Rule, string? Sheet = null, string? Cell = null, string? Found = null)
{
    public string In(Language language)
    {
        string place = (Sheet, Cell) switch
        {
            (null, _) => "",
            (_, null) => $"{Sheet}: ",
            _ => $"{Sheet}!{Cell}: ",
        };
        return place + WorkbookProblems.Words[Rule].In(language) + (Found is null ? "" : $" [{Found}]");
    }
}

/// <summary>Everything that can be wrong, in the words of the answer.</summary>
public static class WorkbookProblems
{
    public const string NotAWorkbook = "not-a-workbook";
    public const string Protected = "protected-file";
    public const string TooLarge = "too-large";
    public const string ZipBomb = "zip-bomb";
    public const string Macros = "macros";
    public const string ExternalLink = "external-link";
    public const string Embedded = "embedded-object";
    public const string NotOurs = "not-our-form";
    public const string AnotherForm = "another-form";
    public const string Stale = "stale-form";
    public const string SheetMissing = "sheet-missing";
    public const string SheetUnknown = "sheet-unknown";
    public const string HeadingChanged = "heading-changed";
    public const string LockedChanged = "locked-cell-changed";
    public const string Merged = "merged-cells";
    public const string OutsideForm = "outside-the-form";
    public const string Formula = "formula";
    public const string ErrorValue = "error-value";
    public const string NotANumber = "not-a-number";
    public const string Ambiguous = "ambiguous-number";
    public const string OutOfRange = "out-of-range";
    public const string PercentSign = "unexpected-percent";
    public const string NotADate = "not-a-date";
    public const string NotAChoice = "not-a-choice";
    public const string NotAList = "not-a-list";
    public const string TooLong = "too-long";
    public const string CodeMissing = "code-missing";
    public const string CodeUnknown = "code-unknown";
    public const string ValueAndReason = "value-and-reason";
    public const string NotARatio = "not-a-ratio";
    public const string NoReason = "reason-missing";
    public const string Sensitive = "sensitive-by-link-only";

    public static IReadOnlyDictionary<string, Text3> Words { get; } =
        new Dictionary<string, Text3>
        {
            [NotAWorkbook] = new(
                "This is not an Excel workbook that can be opened.",
                "Ce n'est pas un classeur Excel lisible.",
                "No es un libro de Excel que se pueda abrir."
            ),
            [Protected] = new(
                "The file is protected by a password; save it without one.",
                "Le fichier est protégé par un mot de passe ; enregistrez-le sans mot de passe.",
                "El archivo tiene contraseña; guárdelo sin ella."
            ),
            [TooLarge] = new(
                "The file is larger than our form can be.",
                "Le fichier est plus gros que notre formulaire ne peut l'être.",
                "El archivo es mayor de lo que puede ser nuestro formulario."
            ),
            [ZipBomb] = new(
                "The file unpacks to far more than our form holds; it was not opened.",
                "Le fichier décompressé dépasse de loin notre formulaire ; il n'a pas été ouvert.",
                "Descomprimido, el archivo supera con mucho nuestro formulario; no se abrió."
            ),
            [Macros] = new(
                "The file contains macros; save it as .xlsx without macros.",
                "Le fichier contient des macros ; enregistrez-le en .xlsx sans macros.",
                "El archivo contiene macros; guárdelo como .xlsx sin macros."
            ),
            [ExternalLink] = new(
                "The file refers to other files; remove the links.",
                "Le fichier renvoie à d'autres fichiers ; supprimez les liaisons.",
                "El archivo remite a otros archivos; elimine los vínculos."
            ),
            [Embedded] = new(
                "The file contains embedded objects or controls; remove them.",
                "Le fichier contient des objets ou contrôles incorporés ; supprimez-les.",
                "El archivo contiene objetos o controles incrustados; elimínelos."
            ),
            [NotOurs] = new(
                "This workbook is not our form, or its hidden sheet is gone; fill in the one that was sent.",
                "Ce classeur n'est pas notre formulaire, ou sa feuille cachée a disparu ; remplissez celui qui a été envoyé.",
                "Este libro no es nuestro formulario o le falta su hoja oculta; rellene el que se envió."
            ),
            [AnotherForm] = new(
                "This is the form of another plan or another kind.",
                "C'est le formulaire d'un autre plan ou d'un autre type.",
                "Es el formulario de otro plan o de otro tipo."
            ),
            [Stale] = new(
                "This form is out of date; please use the latest one.",
                "Ce formulaire est périmé ; veuillez utiliser le plus récent.",
                "Este formulario ya no es vigente; use el más reciente."
            ),
            [SheetMissing] = new(
                "The sheet is gone or was renamed.",
                "La feuille a disparu ou a été renommée.",
                "La hoja falta o cambió de nombre."
            ),
            [SheetUnknown] = new(
                "This sheet is not part of the form; remove it.",
                "Cette feuille ne fait pas partie du formulaire ; supprimez-la.",
                "Esta hoja no forma parte del formulario; elimínela."
            ),
            [HeadingChanged] = new(
                "The heading was changed or moved.",
                "L'en-tête a été modifié ou déplacé.",
                "El encabezado se cambió o se movió."
            ),
            [LockedChanged] = new(
                "This cell belongs to the form and was changed or moved.",
                "Cette cellule appartient au formulaire et a été modifiée ou déplacée.",
                "Esta celda pertenece al formulario y se cambió o se movió."
            ),
            [Merged] = new(
                "Cells were merged; split them again.",
                "Des cellules ont été fusionnées ; scindez-les.",
                "Se combinaron celdas; sepárelas."
            ),
            [OutsideForm] = new(
                "Something stands outside the form.",
                "Il y a une saisie hors du formulaire.",
                "Hay algo fuera del formulario."
            ),
            [Formula] = new(
                "A formula is not read; type the value.",
                "Une formule n'est pas lue ; saisissez la valeur.",
                "No se leen fórmulas; escriba el valor."
            ),
            [ErrorValue] = new("The cell shows an error.", "La cellule affiche une erreur.", "La celda muestra un error."),
            [NotANumber] = new("This is not a number.", "Ce n'est pas un nombre.", "No es un número."),
            [Ambiguous] = new(
                "This number could mean two things; type it as a number, without thousands separators.",
                "Ce nombre peut se lire de deux façons ; saisissez-le comme nombre, sans séparateur de milliers.",
                "Este número puede significar dos cosas; escríbalo como número, sin separador de miles."
            ),
            [OutOfRange] = new("The value is out of range.", "La valeur est hors des limites.", "El valor está fuera de los límites."),
            [PercentSign] = new(
                "A percentage stands where a number with another unit is asked.",
                "Un pourcentage figure là où un nombre d'une autre unité est demandé.",
                "Hay un porcentaje donde se pide un número con otra unidad."
            ),
            [NotADate] = new(
                "This is not a date; type it as 2026-12-31.",
                "Ce n'est pas une date ; saisissez-la comme 2026-12-31.",
                "No es una fecha; escríbala como 2026-12-31."
            ),
            [NotAChoice] = new("Choose one of the list.", "Choisissez un élément de la liste.", "Elija un elemento de la lista."),
            [NotAList] = new(
                "The list is not written as the heading shows.",
                "La liste n'est pas écrite comme le montre l'en-tête.",
                "La lista no está escrita como muestra el encabezado."
            ),
            [TooLong] = new("The text is too long.", "Le texte est trop long.", "El texto es demasiado largo."),
            [CodeMissing] = new("The row has no code.", "La ligne n'a pas de code.", "La fila no tiene código."),
            [CodeUnknown] = new("No indicator has this code.", "Aucun indicateur ne porte ce code.", "Ningún indicador tiene este código."),
            [NotARatio] = new(
                "A share needs both of its counts, the whole above 0, and a percentage beside them must be theirs.",
                "Une part demande ses deux effectifs, le tout supérieur à 0, et un pourcentage à côté doit leur correspondre.",
                "Una proporción necesita sus dos recuentos, el total mayor que 0, y un porcentaje al lado debe corresponderles."
            ),
            [ValueAndReason] = new(
                "There is a value and a reason why there is none; keep one of them.",
                "Il y a une valeur et une raison de son absence ; gardez l'une des deux.",
                "Hay un valor y un motivo de su ausencia; deje uno de los dos."
            ),
            [NoReason] = new(
                "Say in a few words why there is no value.",
                "Dites en quelques mots pourquoi il n'y a pas de valeur.",
                "Diga en pocas palabras por qué no hay valor."
            ),
            [Sensitive] = new(
                "This figure is sensitive: give it behind the link only. It was not read.",
                "Ce chiffre est sensible : donnez-le uniquement par le lien. Il n'a pas été lu.",
                "Esta cifra es sensible: indíquela solo mediante el enlace. No se leyó."
            ),
        };
}
