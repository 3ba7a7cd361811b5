using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.ActionPlans.Drafting;

/// <summary>How a field of a plan's item is typed.</summary>
internal enum DraftFieldKind
{
    Line,
    Lines,
    Number,
    Whole,
    Day,
    YesNo,
    Choice,

    /// <summary>Any of the choices.</summary>
    Several,

    /// <summary>Texts with semicolons between them.</summary>
    Texts,

    /// <summary>Whole numbers with commas between them.</summary>
    Wholes,

    /// <summary><c>sex: women, men; office: north, south</c>.</summary>
    Dimensions,

    /// <summary>A line each: <c>2027-12-31: 45</c>, or words instead of the number, or counts: <c>2027-12-31: 45/120</c>.</summary>
    Targets,

    /// <summary>The counts of a share: <c>45/120</c>.</summary>
    Counts,
}

/// <summary>One field of the form: where it stands in the item, what it is called.</summary>
/// <param name="Path">Property of the item's JSON, <c>baseline/value</c> for one within an object.</param>
/// <param name="Optional">True: left empty it is null, or an empty list.</param>
/// <param name="Choices">Values and words; a choice only.</param>
internal sealed record DraftField(
    string Path,
    DraftFieldKind Kind,
    Text3 Label,
    bool Optional = false,
    Text3? Hint = null,
    IReadOnlyList<(string Value, Text3 Text)>? Choices = null
)
{
    public string Id => "f-" + Path.Replace('/', '-');
}

/// <summary>The fields of each section's items.</summary>
internal static class DraftFields
{
    private static readonly Text3 CodeWord = new("Code", "Code", "Código"),
        StatementWord = new("Statement", "Énoncé", "Enunciado"),
        ResultWord = new("Result that it serves", "Résultat servi", "Resultado al que sirve");
    private static readonly Text3 KeyFactorsWord =
            new(
                "Key factors of the Revised Arusha Declaration",
                "Facteurs clés de la Déclaration d'Arusha révisée",
                "Factores clave de la Declaración de Arusha revisada"
            ),
        KeyFactorsHint = new("Numbers 1 to 10, such as 4, 5", "Numéros de 1 à 10, comme 4, 5", "Números del 1 al 10, como 4, 5");
    private static readonly Text3 Semicolons = new(
        "Several: a semicolon between them",
        "Plusieurs : un point-virgule entre eux",
        "Varios: un punto y coma entre ellos"
    );

    public static Text3 NameOf(string section) =>
        section switch
        {
            DraftSections.Header => new("Title, dates and language", "Titre, dates et langue", "Título, fechas e idioma"),
            "results" => new("Results", "Résultats", "Resultados"),
            "indicators" => new("Indicators", "Indicateurs", "Indicadores"),
            "benchmarks" => new("Benchmarks", "Jalons", "Hitos"),
            "activities" => new("Activities", "Activités", "Actividades"),
            _ => new("Risks", "Risques", "Riesgos"),
        };

    public static IReadOnlyList<DraftField> Of(string section, ActionPlan plan) =>
        section switch
        {
            DraftSections.Header =>
            [
                new("title", DraftFieldKind.Line, new("Title", "Titre", "Título")),
                new("start", DraftFieldKind.Day, new("First day", "Premier jour", "Primer día")),
                new("end", DraftFieldKind.Day, new("Last day", "Dernier jour", "Último día")),
                new(
                    "language",
                    DraftFieldKind.Choice,
                    new("Language of the plan", "Langue du plan", "Idioma del plan"),
                    Choices: [("En", Same("English")), ("Fr", Same("Français")), ("Es", Same("Español"))]
                ),
            ],
            "results" =>
            [
                Code,
                new(
                    "level",
                    DraftFieldKind.Choice,
                    new("Level", "Niveau", "Nivel"),
                    Choices:
                    [
                        ("Ultimate", new("ultimate outcome", "résultat ultime", "resultado final")),
                        ("Intermediate", new("intermediate outcome", "résultat intermédiaire", "resultado intermedio")),
                        ("Immediate", new("immediate outcome", "résultat immédiat", "resultado inmediato")),
                        ("Output", new("output", "extrant", "producto")),
                    ]
                ),
                new(
                    "parent",
                    DraftFieldKind.Choice,
                    new("Serves the result", "Sert le résultat", "Sirve al resultado"),
                    true,
                    Choices: [("", new("(none: the topmost)", "(aucun : au sommet)", "(ninguno: el superior)")), .. Results(plan)]
                ),
                new("statement", DraftFieldKind.Lines, StatementWord),
            ],
            "indicators" => Indicator(plan),
            "benchmarks" =>
            [
                Code,
                new("result", DraftFieldKind.Choice, ResultWord, Choices: Results(plan)),
                new("statement", DraftFieldKind.Lines, StatementWord),
                new("due", DraftFieldKind.Day, new("Due", "Échéance", "Vence")),
                new(
                    "meansOfVerification",
                    DraftFieldKind.Lines,
                    new("Means of verification", "Moyen de vérification", "Medio de verificación")
                ),
                new("keyFactors", DraftFieldKind.Wholes, KeyFactorsWord, true, KeyFactorsHint),
            ],
            "activities" =>
            [
                Code,
                new("result", DraftFieldKind.Choice, ResultWord, Choices: Results(plan)),
                new("title", DraftFieldKind.Line, new("What is done", "Ce qui est fait", "Qué se hace")),
                new("from", DraftFieldKind.Day, new("From", "Du", "Desde")),
                new("until", DraftFieldKind.Day, new("Until", "Au", "Hasta")),
                new("budgetNote", DraftFieldKind.Lines, new("Budget note", "Note budgétaire", "Nota presupuestaria"), true),
                new("deliverable", DraftFieldKind.Lines, new("What is there afterwards", "Ce qui en résulte", "Qué queda después"), true),
            ],
            _ =>
            [
                Code,
                new("statement", DraftFieldKind.Lines, StatementWord),
                new(
                    "likelihood",
                    DraftFieldKind.Whole,
                    new(
                        "Likelihood, 1 (rare) to 5 (almost certain)",
                        "Probabilité, de 1 (rare) à 5 (presque certaine)",
                        "Probabilidad, de 1 (rara) a 5 (casi segura)"
                    )
                ),
                new(
                    "impact",
                    DraftFieldKind.Whole,
                    new(
                        "Impact, 1 (negligible) to 5 (severe)",
                        "Impact, de 1 (négligeable) à 5 (grave)",
                        "Impacto, de 1 (insignificante) a 5 (grave)"
                    )
                ),
                new("mitigation", DraftFieldKind.Lines, new("Mitigation", "Atténuation", "Mitigación")),
                new("owner", DraftFieldKind.Line, new("Owner", "Responsable", "Responsable")),
            ],
        };

    private static DraftField Code { get; } =
        new(
            "code",
            DraftFieldKind.Line,
            CodeWord,
            Hint: new(
                "A letter or more and a number, such as B3",
                "Une ou plusieurs lettres et un nombre, comme B3",
                "Una o más letras y un número, como B3"
            )
        );

    private static IReadOnlyList<DraftField> Indicator(ActionPlan plan) =>
        [
            Code,
            new(
                "result",
                DraftFieldKind.Choice,
                new("Result that it measures", "Résultat mesuré", "Resultado que mide"),
                Choices: Results(plan)
            ),
            new("statement", DraftFieldKind.Lines, StatementWord),
            new(
                "measure",
                DraftFieldKind.Choice,
                new("Measure", "Mesure", "Medida"),
                Choices:
                [
                    ("Unit", new("number", "nombre", "número")),
                    ("Percentage", new("percentage", "pourcentage", "porcentaje")),
                    ("Nominal", new("category", "catégorie", "categoría")),
                    ("Ordinal", new("step of a scale", "degré d'une échelle", "grado de una escala")),
                    ("Qualitative", new("in words", "en mots", "con palabras")),
                ]
            ),
            new("unit", DraftFieldKind.Line, new("Unit", "Unité", "Unidad")),
            new("ascending", DraftFieldKind.YesNo, new("More is better", "Plus est mieux", "Más es mejor")),
            new(
                "aggregation",
                DraftFieldKind.Choice,
                new("Over administrations", "Entre administrations", "Entre administraciones"),
                Choices:
                [
                    ("Sum", new("added up", "additionné", "se suma")),
                    ("Mean", new("averaged", "en moyenne", "se promedia")),
                    ("Latest", new("the latest counts", "le dernier compte", "cuenta el último")),
                    ("None", new("not aggregated", "non agrégé", "no se agrega")),
                ]
            ),
            new(
                "covers",
                DraftFieldKind.Choice,
                new("Its figures are of", "Ses chiffres portent sur", "Sus cifras son de"),
                true,
                Choices:
                [
                    ("", new("as the other terms imply", "selon les autres termes", "según los demás términos")),
                    ("Period", new("this period", "cette période", "este período")),
                    ("SinceStart", new("total since the start", "total depuis le début", "total desde el inicio")),
                ]
            ),
            new(
                "ratio/numerator",
                DraftFieldKind.Line,
                new("Of a share: what is counted", "Pour une proportion : ce qui est compté", "De una proporción: qué se cuenta"),
                true,
                new("Such as officers trained", "Comme agents formés", "Como funcionarios capacitados")
            ),
            new(
                "ratio/denominator",
                DraftFieldKind.Line,
                new("Of a share: out of what", "Pour une proportion : sur quel ensemble", "De una proporción: sobre qué total"),
                true,
                new("Such as officers in post", "Comme agents en poste", "Como funcionarios en activo")
            ),
            new("dataSource", DraftFieldKind.Line, new("Data source", "Source des données", "Fuente de datos")),
            new("method", DraftFieldKind.Lines, new("Method", "Méthode", "Método")),
            new(
                "frequency",
                DraftFieldKind.Choice,
                new("How often", "Fréquence", "Frecuencia"),
                Choices:
                [
                    ("quarterly", new("every quarter", "chaque trimestre", "cada trimestre")),
                    ("semi-annual", new("every half-year", "chaque semestre", "cada semestre")),
                    ("annual", new("every year", "chaque année", "cada año")),
                ]
            ),
            new("responsible", DraftFieldKind.Line, new("Responsible", "Responsable", "Responsable")),
            new(
                "dimensions",
                DraftFieldKind.Dimensions,
                new("Breakdown", "Ventilation", "Desglose"),
                true,
                new(
                    "Such as sex: women, men; office: north, south",
                    "Comme sex: women, men; office: north, south",
                    "Como sex: women, men; office: north, south"
                )
            ),
            new("baseline/value", DraftFieldKind.Number, new("Baseline", "Valeur de référence", "Línea de base"), true),
            new(
                "baseline/counts",
                DraftFieldKind.Counts,
                new("Baseline of a share, counted", "Référence d'une proportion, en effectifs", "Línea de base de una proporción, contada"),
                true,
                new("Such as 45/120", "Comme 45/120", "Como 45/120")
            ),
            new(
                "baseline/narrative",
                DraftFieldKind.Lines,
                new("Baseline in words", "Référence en mots", "Línea de base en palabras"),
                true
            ),
            new("baseline/on", DraftFieldKind.Day, new("Baseline, day", "Référence, jour", "Línea de base, día"), true),
            new("baseline/source", DraftFieldKind.Line, new("Baseline, source", "Référence, source", "Línea de base, fuente"), true),
            new(
                "baseline/missingReason",
                DraftFieldKind.Line,
                new("If there is no baseline: why", "Sans référence : pourquoi", "Si no hay línea de base: por qué"),
                true
            ),
            new(
                "targets",
                DraftFieldKind.Targets,
                new("Targets", "Cibles", "Metas"),
                true,
                new(
                    "A line each, such as 2027-12-31: 45, or 45/120 for a share, or words instead of the number",
                    "Une ligne chacune, comme 2027-12-31: 45, ou 45/120 pour une proportion, ou des mots au lieu du nombre",
                    "Una línea cada una, como 2027-12-31: 45, o 45/120 para una proporción, o palabras en lugar del número"
                )
            ),
            new("keyFactors", DraftFieldKind.Wholes, KeyFactorsWord, true, KeyFactorsHint),
            new(
                "markers/principles",
                DraftFieldKind.Several,
                new("Principles", "Principes", "Principios"),
                true,
                Choices:
                [
                    ("CollectiveAction", new("collective action", "action collective", "acción colectiva")),
                    ("PerformanceMeasurement", new("performance measurement", "mesure de la performance", "medición del desempeño")),
                    ("DataAnalysis", new("data analysis", "analyse des données", "análisis de datos")),
                ]
            ),
            new(
                "markers/uncacArticles",
                DraftFieldKind.Texts,
                new("UNCAC articles", "Articles de la CNUCC", "Artículos de la CNUCC"),
                true,
                Semicolons
            ),
            new(
                "markers/synergies",
                DraftFieldKind.Several,
                new("Synergies", "Synergies", "Sinergias"),
                true,
                Choices:
                [
                    (
                        "Ccp",
                        new("Container Control Programme", "Programme de contrôle des conteneurs", "Programa de Control de Contenedores")
                    ),
                    ("Mercator", Same("Mercator")),
                    ("Rkc", new("Revised Kyoto Convention", "Convention de Kyoto révisée", "Convenio de Kioto revisado")),
                    (
                        "Tfa",
                        new(
                            "WTO Trade Facilitation Agreement",
                            "Accord de l'OMC sur la facilitation des échanges",
                            "Acuerdo de la OMC sobre Facilitación del Comercio"
                        )
                    ),
                ]
            ),
            new(
                "markers/crossCutting",
                DraftFieldKind.Several,
                new("Cross-cutting themes", "Thèmes transversaux", "Temas transversales"),
                true,
                Choices:
                [
                    ("GenderEquality", new("gender equality", "égalité des genres", "igualdad de género")),
                    ("HumanRights", new("human rights", "droits humains", "derechos humanos")),
                    ("ClimateAndEnvironment", new("climate and environment", "climat et environnement", "clima y medio ambiente")),
                ]
            ),
            new(
                "markers/parallelReforms",
                DraftFieldKind.Lines,
                new("Parallel reforms", "Réformes parallèles", "Reformas paralelas"),
                true
            ),
            new(
                "sensitive",
                DraftFieldKind.YesNo,
                new("Sensitive: never in mail", "Sensible : jamais par courriel", "Sensible: nunca por correo")
            ),
            new(
                "disclosure",
                DraftFieldKind.Choice,
                new("Who may read accepted figures", "Qui peut lire les chiffres acceptés", "Quién puede leer las cifras aceptadas"),
                Choices:
                [
                    ("Programme", new("administration and Secretariat", "administration et Secrétariat", "administración y Secretaría")),
                    ("Donors", new("donors too", "aussi les bailleurs", "también los donantes")),
                    ("Public", new("anyone", "tout le monde", "cualquiera")),
                ]
            ),
            new(
                "measuredBy",
                DraftFieldKind.Line,
                new(
                    "Measured by a survey or self-assessment",
                    "Mesuré par une enquête ou une auto-évaluation",
                    "Medido por una encuesta o autoevaluación"
                ),
                true,
                new(
                    "Such as cips:3:officials, or pmm:K3; else empty",
                    "Comme cips:3:officials ou pmm:K3 ; sinon vide",
                    "Como cips:3:officials o pmm:K3; si no, vacío"
                )
            ),
            new(
                "donorLink/agreement",
                DraftFieldKind.Line,
                new("Feeds the agreement", "Alimente la convention", "Alimenta el convenio"),
                true
            ),
            new("donorLink/indicator", DraftFieldKind.Line, new("and its indicator", "et son indicateur", "y su indicador"), true),
            new(
                "donorLink/factor",
                DraftFieldKind.Number,
                new("Donor's value = this value ×", "Valeur du bailleur = cette valeur ×", "Valor del donante = este valor ×"),
                true
            ),
        ];

    private static IReadOnlyList<(string, Text3)> Results(ActionPlan plan) =>
        [
            .. plan.Results.Select(result =>
                (result.Code, Same($"{result.Code} {(result.Statement.Length > 60 ? result.Statement[..58] + "…" : result.Statement)}"))
            ),
        ];

    private static Text3 Same(string text) => new(text, text, text);
}
