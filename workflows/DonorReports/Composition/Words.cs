using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Headings and titles. {0}, {1} … stand for values.</summary>
internal static class Words
{
    public static readonly Text3 FictionalMark = new(
        "FICTIONAL SAMPLE DATA",
        "DONNÉES D'EXEMPLE FICTIVES — FICTIONAL SAMPLE DATA",
        "DATOS DE MUESTRA FICTICIOS — FICTIONAL SAMPLE DATA"
    );
    public static readonly Text3 Contents = new("Contents", "Sommaire", "Contenido");
    public static readonly Text3 Notes = new("Notes", "Notes", "Notas");
    public static readonly Text3 Page = new("Page", "Page", "Página");

    public static readonly Text3 NoradTitle = new(
        "Progress report to Norad",
        "Rapport d'avancement à l'intention de Norad",
        "Informe de progreso para Norad"
    );
    public static readonly Text3 CanadaTitle = new(
        "Performance report to Global Affairs Canada",
        "Rapport sur le rendement à l'intention d'Affaires mondiales Canada",
        "Informe de desempeño para Asuntos Mundiales Canadá"
    );
    public static readonly Text3 NeutralTitle = new(
        "Results report to {0}",
        "Rapport sur les résultats à l'intention de {0}",
        "Informe de resultados para {0}"
    );
    public static readonly Text3 Subtitle = new("{0}, {1} to {2}", "{0}, du {1} au {2}", "{0}, del {1} al {2}");

    public static readonly Text3 AboutReport = new("About this report", "À propos de ce rapport", "Acerca de este informe");
    public static readonly Text3 Summary = new("Summary", "Résumé", "Resumen");
    public static readonly Text3 LogicModel = new("Logic model", "Modèle logique", "Modelo lógico");
    public static readonly Text3 Pmf = new(
        "Performance measurement framework",
        "Cadre de mesure du rendement",
        "Marco de medición del desempeño"
    );
    public static readonly Text3 Results = new(
        "Results compared with the framework",
        "Résultats comparés au cadre",
        "Resultados comparados con el marco"
    );
    public static readonly Text3 ResultsByLevel = new("Results by level", "Résultats par niveau", "Resultados por nivel");
    public static readonly Text3 KeyFactors = new(
        "Results by key factor of the Revised Arusha Declaration",
        "Résultats par facteur clé de la Déclaration d'Arusha révisée",
        "Resultados por factor clave de la Declaración de Arusha Revisada"
    );
    public static readonly Text3 Principles = new("Working principles", "Principes de travail", "Principios de trabajo");
    public static readonly Text3 Multilateral = new("Multilateral component", "Volet multilatéral", "Componente multilateral");
    public static readonly Text3 Whose = new("Whose", "De qui", "De quién");
    public static readonly Text3 WholeProgramme = new("the programme", "le programme", "el programa");
    public static readonly Text3 Cips = new(
        "Customs Integrity Perception Survey",
        "Enquête sur la perception de l'éthique en douane (CIPS)",
        "Encuesta de percepción de la integridad aduanera (CIPS)"
    );
    public static readonly Text3 Deviations = new("Deviations", "Écarts", "Desviaciones");
    public static readonly Text3 Risks = new("Risks", "Risques", "Riesgos");
    public static readonly Text3 Lessons = new("Lessons learned", "Enseignements tirés", "Lecciones aprendidas");
    public static readonly Text3 Synergies = new("Synergies", "Synergies", "Sinergias");
    public static readonly Text3 CrossCutting = new("Cross-cutting themes", "Thèmes transversaux", "Temas transversales");
    public static readonly Text3 Gender = new("Gender-disaggregated figures", "Chiffres ventilés par sexe", "Cifras desglosadas por sexo");
    public static readonly Text3 Coverage = new(
        "Coverage and data quality",
        "Couverture et qualité des données",
        "Cobertura y calidad de los datos"
    );
    public static readonly Text3 Restatements = new("Restated values", "Valeurs révisées", "Valores revisados");
    public static readonly Text3 Finance = new("Financial annex", "Annexe financière", "Anexo financiero");
    public static readonly Text3 Signature = new("Signature", "Signature", "Firma");
    public static readonly Text3 Lineage = new("How to check this report", "Comment vérifier ce rapport", "Cómo verificar este informe");
    public static readonly Text3 ResultsAnnex = new(
        "Annex: results by group",
        "Annexe : résultats par groupe",
        "Anexo: resultados por grupo"
    );

    public static readonly Text3 Donor = new("Donor", "Bailleur", "Donante");
    public static readonly Text3 Agreement = new("Agreement", "Accord", "Acuerdo");
    public static readonly Text3 Period = new("Period", "Période", "Período");
    public static readonly Text3 Framework = new("Framework", "Cadre", "Marco");
    public static readonly Text3 FrameworkEdition = new(
        "Edition {0}, approved {1}",
        "Édition {0}, approuvée le {1}",
        "Edición {0}, aprobada el {1}"
    );
    public static readonly Text3 FrameworkEditionOnly = new("Edition {0}", "Édition {0}", "Edición {0}");
    public static readonly Text3 AsOf = new("Accepted until", "Accepté jusqu'au", "Aceptado hasta");
    public static readonly Text3 PublishedBy = new("Reported by", "Établi par", "Presentado por");
    public static readonly Text3 Funded = new("Administrations funded", "Administrations financées", "Administraciones financiadas");
    public static readonly Text3 Replaces = new("Replaces", "Remplace", "Sustituye a");

    public static readonly Text3 Item = new("Item", "Rubrique", "Rubro");
    public static readonly Text3 Details = new("Details", "Détail", "Detalle");
    public static readonly Text3 AllAdministrations = new(
        "All administrations",
        "Toutes les administrations",
        "Todas las administraciones"
    );
    public static readonly Text3 Programme = new("Programme", "Programme", "Programa");
    public static readonly Text3 What = new("What", "Objet", "Qué");
    public static readonly Text3 Result = new("Expected result", "Résultat escompté", "Resultado esperado");
    public static readonly Text3 Level = new("Level", "Niveau", "Nivel");
    public static readonly Text3 Indicator = new("Indicator", "Indicateur", "Indicador");
    public static readonly Text3 Unit = new("Unit", "Unité", "Unidad");
    public static readonly Text3 Baseline = new("Baseline", "Référence", "Línea de base");
    public static readonly Text3 Target = new("Target", "Cible", "Meta");
    public static readonly Text3 TargetOn = new("{0} by {1}", "{0} au {1}", "{0} al {1}");
    public static readonly Text3 Actual = new("Actual", "Réel", "Real");
    public static readonly Text3 AchievementHeading = new("Achieved", "Atteinte", "Logro");
    public static readonly Text3 Trend = new("Trend", "Tendance", "Tendencia");
    public static readonly Text3 From = new("Reported by", "Communiqué par", "Informado por");
    public static readonly Text3 DataSource = new("Data source", "Source des données", "Fuente de datos");
    public static readonly Text3 Frequency = new("Frequency", "Fréquence", "Frecuencia");
    public static readonly Text3 Responsible = new("Responsible", "Responsable", "Responsable");
    public static readonly Text3 Group = new("Group", "Groupe", "Grupo");
    public static readonly Text3 KeyFactor = new("Key factor", "Facteur clé", "Factor clave");
    public static readonly Text3 Principle = new("Principle", "Principe", "Principio");
    public static readonly Text3 Indicators = new("Indicators", "Indicateurs", "Indicadores");
    public static readonly Text3 Administration = new("Administration", "Administration", "Administración");
    public static readonly Text3 Administrations = new("Administrations", "Administrations", "Administraciones");
    public static readonly Text3 Region = new("Region", "Région", "Región");
    public static readonly Text3 Reason = new("Reason", "Motif", "Motivo");
    public static readonly Text3 Before = new("Before", "Avant", "Antes");
    public static readonly Text3 Now = new("Now", "Maintenant", "Ahora");
    public static readonly Text3 Women = new("Women", "Femmes", "Mujeres");
    public static readonly Text3 Men = new("Men", "Hommes", "Hombres");
    public static readonly Text3 NotStated = new("Not stated", "Non précisé", "No indicado");
    public static readonly Text3 Events = new("Events", "Activités", "Eventos");
    public static readonly Text3 Participants = new("Participants", "Participants", "Participantes");
    public static readonly Text3 Kind = new("Kind", "Type", "Tipo");
    public static readonly Text3 Risk = new("Risk", "Risque", "Riesgo");
    public static readonly Text3 Likelihood = new("Likelihood", "Probabilité", "Probabilidad");
    public static readonly Text3 Impact = new("Impact", "Impact", "Impacto");
    public static readonly Text3 Mitigation = new("Mitigation", "Atténuation", "Mitigación");
    public static readonly Text3 Owner = new("Owner", "Responsable", "Responsable");
    public static readonly Text3 Wave = new("Wave", "Vague", "Ola");
    public static readonly Text3 Respondents = new("Respondents", "Répondants", "Encuestados");
    public static readonly Text3 Movement = new("Movement", "Évolution", "Movimiento");
    public static readonly Text3 Reports = new("Reports accepted", "Rapports acceptés", "Informes aceptados");
    public static readonly Text3 Values = new("Values", "Valeurs", "Valores");
    public static readonly Text3 WithEvidence = new("With evidence", "Avec preuves", "Con pruebas");
    public static readonly Text3 Benchmarks = new("Benchmarks reached", "Jalons atteints", "Hitos alcanzados");
    public static readonly Text3 Document = new("Document", "Document", "Documento");
}
