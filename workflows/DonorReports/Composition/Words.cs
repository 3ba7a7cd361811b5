using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Headings and titles. {0}, {1} … stand for values.</summary>
internal static class Words
{
    public static readonly Text FictionalMark = new(
        "FICTIONAL SAMPLE DATA",
        "DONNÉES D'EXEMPLE FICTIVES — FICTIONAL SAMPLE DATA",
        "DATOS DE MUESTRA FICTICIOS — FICTIONAL SAMPLE DATA"
    );
    public static readonly Text Contents = new("Contents", "Sommaire", "Contenido");
    public static readonly Text Notes = new("Notes", "Notes", "Notas");
    public static readonly Text Page = new("Page", "Page", "Página");

    public static readonly Text NoradTitle = new(
        "Progress report to Norad",
        "Rapport d'avancement à l'intention de Norad",
        "Informe de progreso para Norad"
    );
    public static readonly Text CanadaTitle = new(
        "Performance report to Global Affairs Canada",
        "Rapport sur le rendement à l'intention d'Affaires mondiales Canada",
        "Informe de desempeño para Asuntos Mundiales Canadá"
    );
    public static readonly Text NeutralTitle = new(
        "Results report to {0}",
        "Rapport sur les résultats à l'intention de {0}",
        "Informe de resultados para {0}"
    );
    public static readonly Text Subtitle = new("{0}, {1} to {2}", "{0}, du {1} au {2}", "{0}, del {1} al {2}");

    public static readonly Text AboutReport = new("About this report", "À propos de ce rapport", "Acerca de este informe");
    public static readonly Text Summary = new("Summary", "Résumé", "Resumen");
    public static readonly Text LogicModel = new("Logic model", "Modèle logique", "Modelo lógico");
    public static readonly Text Pmf = new(
        "Performance measurement framework",
        "Cadre de mesure du rendement",
        "Marco de medición del desempeño"
    );
    public static readonly Text Results = new(
        "Results compared with the framework",
        "Résultats comparés au cadre",
        "Resultados comparados con el marco"
    );
    public static readonly Text ResultsByLevel = new("Results by level", "Résultats par niveau", "Resultados por nivel");
    public static readonly Text KeyFactors = new(
        "Results by key factor of the Revised Arusha Declaration",
        "Résultats par facteur clé de la Déclaration d'Arusha révisée",
        "Resultados por factor clave de la Declaración de Arusha Revisada"
    );
    public static readonly Text Principles = new("Working principles", "Principes de travail", "Principios de trabajo");
    public static readonly Text Multilateral = new("Multilateral component", "Volet multilatéral", "Componente multilateral");
    public static readonly Text Whose = new("Whose", "De qui", "De quién");
    public static readonly Text WholeProgramme = new("the programme", "le programme", "el programa");
    public static readonly Text Cips = new(
        "Customs Integrity Perception Survey",
        "Enquête sur la perception de l'éthique en douane (CIPS)",
        "Encuesta de percepción de la integridad aduanera (CIPS)"
    );
    public static readonly Text Deviations = new("Deviations", "Écarts", "Desviaciones");
    public static readonly Text Risks = new("Risks", "Risques", "Riesgos");
    public static readonly Text Lessons = new("Lessons learned", "Enseignements tirés", "Lecciones aprendidas");
    public static readonly Text Synergies = new("Synergies", "Synergies", "Sinergias");
    public static readonly Text CrossCutting = new("Cross-cutting themes", "Thèmes transversaux", "Temas transversales");
    public static readonly Text Gender = new("Gender-disaggregated figures", "Chiffres ventilés par sexe", "Cifras desglosadas por sexo");
    public static readonly Text Coverage = new(
        "Coverage and data quality",
        "Couverture et qualité des données",
        "Cobertura y calidad de los datos"
    );
    public static readonly Text Restatements = new("Restated values", "Valeurs révisées", "Valores revisados");
    public static readonly Text Finance = new("Financial annex", "Annexe financière", "Anexo financiero");
    public static readonly Text Signature = new("Signature", "Signature", "Firma");
    public static readonly Text Lineage = new("How to check this report", "Comment vérifier ce rapport", "Cómo verificar este informe");
    public static readonly Text ResultsAnnex = new(
        "Annex: results by group",
        "Annexe : résultats par groupe",
        "Anexo: resultados por grupo"
    );

    public static readonly Text Donor = new("Donor", "Bailleur", "Donante");
    public static readonly Text Agreement = new("Agreement", "Accord", "Acuerdo");
    public static readonly Text Period = new("Period", "Période", "Período");
    public static readonly Text Framework = new("Framework", "Cadre", "Marco");
    public static readonly Text FrameworkEdition = new(
        "Edition {0}, approved {1}",
        "Édition {0}, approuvée le {1}",
        "Edición {0}, aprobada el {1}"
    );
    public static readonly Text FrameworkEditionOnly = new("Edition {0}", "Édition {0}", "Edición {0}");
    public static readonly Text AsOf = new("Accepted until", "Accepté jusqu'au", "Aceptado hasta");
    public static readonly Text PublishedBy = new("Reported by", "Établi par", "Presentado por");
    public static readonly Text Funded = new("Administrations funded", "Administrations financées", "Administraciones financiadas");
    public static readonly Text Replaces = new("Replaces", "Remplace", "Sustituye a");

    public static readonly Text Item = new("Item", "Rubrique", "Rubro");
    public static readonly Text Details = new("Details", "Détail", "Detalle");
    public static readonly Text AllAdministrations = new(
        "All administrations",
        "Toutes les administrations",
        "Todas las administraciones"
    );
    public static readonly Text Programme = new("Programme", "Programme", "Programa");
    public static readonly Text What = new("What", "Objet", "Qué");
    public static readonly Text Result = new("Expected result", "Résultat escompté", "Resultado esperado");
    public static readonly Text Level = new("Level", "Niveau", "Nivel");
    public static readonly Text Indicator = new("Indicator", "Indicateur", "Indicador");
    public static readonly Text Unit = new("Unit", "Unité", "Unidad");
    public static readonly Text Baseline = new("Baseline", "Référence", "Línea de base");
    public static readonly Text Target = new("Target", "Cible", "Meta");
    public static readonly Text TargetOn = new("{0} by {1}", "{0} au {1}", "{0} al {1}");
    public static readonly Text Actual = new("Actual", "Réel", "Real");
    public static readonly Text AchievementHeading = new("Achieved", "Atteinte", "Logro");
    public static readonly Text Trend = new("Trend", "Tendance", "Tendencia");
    public static readonly Text From = new("Reported by", "Communiqué par", "Informado por");
    public static readonly Text DataSource = new("Data source", "Source des données", "Fuente de datos");
    public static readonly Text Frequency = new("Frequency", "Fréquence", "Frecuencia");
    public static readonly Text Responsible = new("Responsible", "Responsable", "Responsable");
    public static readonly Text Group = new("Group", "Groupe", "Grupo");
    public static readonly Text KeyFactor = new("Key factor", "Facteur clé", "Factor clave");
    public static readonly Text Principle = new("Principle", "Principe", "Principio");
    public static readonly Text Indicators = new("Indicators", "Indicateurs", "Indicadores");
    public static readonly Text Administration = new("Administration", "Administration", "Administración");
    public static readonly Text Administrations = new("Administrations", "Administrations", "Administraciones");
    public static readonly Text Region = new("Region", "Région", "Región");
    public static readonly Text Reason = new("Reason", "Motif", "Motivo");
    public static readonly Text Before = new("Before", "Avant", "Antes");
    public static readonly Text Now = new("Now", "Maintenant", "Ahora");
    public static readonly Text Women = new("Women", "Femmes", "Mujeres");
    public static readonly Text Men = new("Men", "Hommes", "Hombres");
    public static readonly Text NotStated = new("Not stated", "Non précisé", "No indicado");
    public static readonly Text Events = new("Events", "Activités", "Eventos");
    public static readonly Text Participants = new("Participants", "Participants", "Participantes");
    public static readonly Text Kind = new("Kind", "Type", "Tipo");
    public static readonly Text Risk = new("Risk", "Risque", "Riesgo");
    public static readonly Text Likelihood = new("Likelihood", "Probabilité", "Probabilidad");
    public static readonly Text Impact = new("Impact", "Impact", "Impacto");
    public static readonly Text Mitigation = new("Mitigation", "Atténuation", "Mitigación");
    public static readonly Text Owner = new("Owner", "Responsable", "Responsable");
    public static readonly Text Wave = new("Wave", "Vague", "Ola");
    public static readonly Text Respondents = new("Respondents", "Répondants", "Encuestados");
    public static readonly Text Movement = new("Movement", "Évolution", "Movimiento");
    public static readonly Text Reports = new("Reports accepted", "Rapports acceptés", "Informes aceptados");
    public static readonly Text Values = new("Values", "Valeurs", "Valores");
    public static readonly Text WithEvidence = new("With evidence", "Avec preuves", "Con pruebas");
    public static readonly Text Benchmarks = new("Benchmarks reached", "Jalons atteints", "Hitos alcanzados");
    public static readonly Text Document = new("Document", "Document", "Documento");
}
