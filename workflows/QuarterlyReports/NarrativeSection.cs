using ACip.Workflows.Languages;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>A part of the report in words. It is answered like a figure: an observation whose item is the section's code and whose
/// narrative is the text.</summary>
public sealed record NarrativeSection(string Code, Text Heading, bool Required)
{
    public static IReadOnlyList<NarrativeSection> All { get; } =
    [
        new("N1", new("Progress in the period", "Progrès accomplis au cours de la période", "Avances en el período"), Required: true),
        new("N2", new("Collective action", "Action collective", "Acción colectiva"), Required: false),
        new("N3", new("Performance measurement", "Mesure de la performance", "Medición del desempeño"), Required: false),
        new("N4", new("Data analysis", "Analyse de données", "Análisis de datos"), Required: false),
        new("N5", new("Challenges", "Difficultés", "Dificultades"), Required: false),
        new("N6", new("Lessons learned", "Enseignements tirés", "Lecciones aprendidas"), Required: false),
        new("N7", new("Parallel reforms", "Réformes parallèles", "Reformas paralelas"), Required: false),
        new("N8", new("Cross-cutting themes", "Thèmes transversaux", "Temas transversales"), Required: false),
        new("N9", new("Next steps", "Prochaines étapes", "Próximos pasos"), Required: true),
    ];
}
