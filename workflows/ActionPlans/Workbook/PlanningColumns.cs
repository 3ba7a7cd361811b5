using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Workbook;

/// <summary>Tabs and headings of the planning workbook.</summary>
internal static class PlanningColumns
{
    public static readonly Text3 Hint = new(
        "Fill in or change the yellow cells; empty rows at the end are for additions. Send the file back, or use the link. Formulas are not read.",
        "Remplissez ou modifiez les cellules jaunes ; les lignes vides à la fin servent aux ajouts. Renvoyez le fichier, ou utilisez le lien. Les formules ne sont pas lues.",
        "Rellene o cambie las celdas amarillas; las filas vacías al final son para añadir. Devuelva el archivo o use el enlace. No se leen fórmulas."
    );

    public static readonly Text3[] Tabs =
    [
        new("Plan", "Plan", "Plan"),
        new("Results", "Résultats", "Resultados"),
        new("Indicators", "Indicateurs", "Indicadores"),
        new("Targets", "Cibles", "Metas"),
        new("Milestones", "Jalons", "Hitos"),
        new("Activities", "Activités", "Actividades"),
        new("Risks", "Risques", "Riesgos"),
    ];

    private static readonly Text3 Code = new("Code", "Code", "Código");
    private static readonly Text3 Result = new("Result (code)", "Résultat (code)", "Resultado (código)");
    private static readonly Text3 Statement = new("Statement", "Énoncé", "Enunciado");
    private static readonly Text3 KeyFactorList = new("Key factors (4, 5)", "Facteurs clés (4, 5)", "Factores clave (4, 5)");

    public static readonly (Text3 Heading, double Width)[] Plan =
    [
        (new("Field", "Champ", "Campo"), 24),
        (new("Entry", "Valeur", "Valor"), 80),
    ];

    public static readonly Text3 Title = new("Title", "Titre", "Título");
    public static readonly Text3 Start = new("First day", "Premier jour", "Primer día");
    public static readonly Text3 End = new("Last day", "Dernier jour", "Último día");

    public static readonly (Text3 Heading, double Width)[] Results =
    [
        (Code, 8),
        (new("Level", "Niveau", "Nivel"), 24),
        (new("Serves (code)", "Sert (code)", "Contribuye a (código)"), 12),
        (Statement, 100),
    ];

    public static readonly (Text3 Heading, double Width)[] Indicators =
    [
        (Code, 8),
        (new("Revision", "Révision", "Revisión"), 9),
        (Result, 10),
        (Statement, 50),
        (new("Measure", "Mesure", "Medida"), 13),
        (new("Unit", "Unité", "Unidad"), 14),
        (new("Direction", "Sens", "Sentido"), 15),
        (new("Aggregation", "Agrégation", "Agregación"), 13),
        (new("Data source", "Source des données", "Fuente de datos"), 26),
        (new("Method", "Méthode", "Método"), 40),
        (new("Frequency", "Fréquence", "Frecuencia"), 13),
        (new("Responsible", "Responsable", "Responsable"), 22),
        (
            new(
                "Breakdown (sex: women, men; office: north, south)",
                "Ventilation (sex: women, men; office: north, south)",
                "Desglose (sex: women, men; office: north, south)"
            ),
            26
        ),
        (KeyFactorList, 12),
        (new("Principles (a; b)", "Principes (a; b)", "Principios (a; b)"), 24),
        (new("UNCAC articles (8.2; 15)", "Articles CNUCC (8.2; 15)", "Artículos CNUCC (8.2; 15)"), 14),
        (new("Synergies (CCP; Mercator; RKC; TFA)", "Synergies (CCP; Mercator; CKR; AFE)", "Sinergias (CCP; Mercator; CKR; AFC)"), 20),
        (new("Cross-cutting themes (a; b)", "Thèmes transversaux (a; b)", "Temas transversales (a; b)"), 24),
        (new("Parallel reforms", "Réformes parallèles", "Reformas paralelas"), 26),
        (new("Sensitive", "Sensible", "Sensible"), 10),
        (new("Baseline", "Référence", "Línea de base"), 11),
        (new("Baseline in words", "Référence en mots", "Línea de base en palabras"), 26),
        (new("Baseline date", "Date de référence", "Fecha de la línea de base"), 13),
        (new("Baseline source", "Source de la référence", "Fuente de la línea de base"), 24),
        (new("Reason for having no baseline", "Raison de l'absence de référence", "Motivo de la falta de línea de base"), 28),
        (new("Donor agreement", "Convention du bailleur", "Convenio del donante"), 18),
        (new("Donor indicator", "Indicateur du bailleur", "Indicador del donante"), 12),
        (new("Factor to the donor's unit", "Facteur vers l'unité du bailleur", "Factor a la unidad del donante"), 12),
        (new("Disclosure", "Diffusion", "Divulgación"), 18),
        (new("Why revised", "Motif de la révision", "Motivo de la revisión"), 24),
        (new("Revised from", "Révisé à partir du", "Revisado desde"), 13),
        (new("Factor old to new", "Facteur ancien-nouveau", "Factor antiguo-nuevo"), 12),
        (new("Figures are of", "Les chiffres portent sur", "Las cifras son de"), 20),
        (new("Share: what is counted", "Proportion : ce qui est compté", "Proporción: qué se cuenta"), 24),
        (new("Share: out of what", "Proportion : sur quel ensemble", "Proporción: sobre qué total"), 24),
        (new("Baseline, counted", "Référence, comptés", "Línea de base, contados"), 11),
        (new("Baseline, out of", "Référence, sur", "Línea de base, sobre"), 11),
    ];

    public static readonly (Text3 Heading, double Width)[] Targets =
    [
        (new("Indicator (code)", "Indicateur (code)", "Indicador (código)"), 12),
        (new("By", "Au", "A"), 13),
        (new("Target", "Cible", "Meta"), 14),
        (new("Target in words", "Cible en mots", "Meta en palabras"), 80),
        (new("Share: counted", "Proportion : comptés", "Proporción: contados"), 14),
        (new("Share: out of", "Proportion : sur", "Proporción: sobre"), 14),
    ];

    public static readonly (Text3 Heading, double Width)[] Benchmarks =
    [
        (Code, 8),
        (Result, 10),
        (Statement, 70),
        (new("Due", "Échéance", "Vence"), 13),
        (new("Means of verification", "Moyen de vérification", "Medio de verificación"), 46),
        (KeyFactorList, 14),
    ];

    public static readonly (Text3 Heading, double Width)[] Activities =
    [
        (Code, 8),
        (Result, 10),
        (Statement, 60),
        (new("From", "Du", "Desde"), 13),
        (new("Until", "Au", "Hasta"), 13),
        (new("Budget note", "Note budgétaire", "Nota presupuestaria"), 36),
        (new("Deliverable", "Livrable", "Entregable"), 36),
    ];

    public static readonly (Text3 Heading, double Width)[] Risks =
    [
        (Code, 8),
        (Statement, 60),
        (new("Likelihood 1–5", "Probabilité 1–5", "Probabilidad 1–5"), 12),
        (new("Impact 1–5", "Impact 1–5", "Impacto 1–5"), 12),
        (new("Mitigation", "Atténuation", "Mitigación"), 60),
        (new("Owner", "Responsable", "Responsable"), 26),
    ];
}
