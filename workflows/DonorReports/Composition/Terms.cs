using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;
using NarrativeSection = ACip.Workflows.DonorReports.Snapshots.NarrativeSection;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>The programme's closed lists in words.</summary>
internal static class Terms
{
    public static Text Of(ResultLevel level) =>
        level switch
        {
            ResultLevel.Ultimate => new("Ultimate outcome", "Résultat ultime", "Resultado final"),
            ResultLevel.Intermediate => new("Intermediate outcome", "Résultat intermédiaire", "Resultado intermedio"),
            ResultLevel.Immediate => new("Immediate outcome", "Résultat immédiat", "Resultado inmediato"),
            _ => new("Output", "Extrant", "Producto"),
        };

    public static Text Of(Principle principle) =>
        principle switch
        {
            Principle.CollectiveAction => new("Collective action", "Action collective", "Acción colectiva"),
            Principle.PerformanceMeasurement => new("Performance measurement", "Mesure de la performance", "Medición del desempeño"),
            _ => new("Data analysis", "Analyse de données", "Análisis de datos"),
        };

    public static Text Of(Synergy synergy) =>
        synergy switch
        {
            Synergy.Ccp => new(
                "Customs-Business cooperation (CCP)",
                "Coopération douane-entreprises (CCP)",
                "Cooperación aduana-empresas (CCP)"
            ),
            Synergy.Mercator => new("Mercator Programme", "Programme Mercator", "Programa Mercator"),
            Synergy.Rkc => new("Revised Kyoto Convention", "Convention de Kyoto révisée", "Convenio de Kioto Revisado"),
            _ => new(
                "WTO Trade Facilitation Agreement",
                "Accord de l'OMC sur la facilitation des échanges",
                "Acuerdo de la OMC sobre Facilitación del Comercio"
            ),
        };

    public static Text Of(CrossCuttingTheme theme) =>
        theme switch
        {
            CrossCuttingTheme.GenderEquality => new(
                "Women's rights and gender equality",
                "Droits des femmes et égalité des genres",
                "Derechos de las mujeres e igualdad de género"
            ),
            CrossCuttingTheme.HumanRights => new("Human rights", "Droits humains", "Derechos humanos"),
            _ => new("Climate and environment", "Climat et environnement", "Clima y medio ambiente"),
        };

    public static NarrativeSection SectionOf(CrossCuttingTheme theme) =>
        theme switch
        {
            CrossCuttingTheme.GenderEquality => NarrativeSection.GenderEquality,
            CrossCuttingTheme.HumanRights => NarrativeSection.HumanRights,
            _ => NarrativeSection.ClimateAndEnvironment,
        };

    public static Text Of(Progress progress) =>
        progress switch
        {
            Progress.TargetMet => new("Target met", "Cible atteinte", "Meta alcanzada"),
            Progress.TowardsTarget => new("On the way", "En progrès", "En avance"),
            Progress.NoProgress => new("No progress", "Sans progrès", "Sin progreso"),
            Progress.NoTarget => new("No target", "Sans cible", "Sin meta"),
            Progress.NotRated => new("Not rated", "Non noté", "Sin calificar"),
            Progress.Withheld => new("Not shown", "Non publié", "No publicado"),
            _ => new("No data", "Sans données", "Sin datos"),
        };

    /// <summary>Behind a number of indicators.</summary>
    public static Text Counted(Progress progress) =>
        progress switch
        {
            Progress.TargetMet => new(
                "{0} at or past the target of the period",
                "{0} à la cible de la période ou au-delà",
                "{0} en la meta del período o más allá"
            ),
            Progress.TowardsTarget => new("{0} on the way", "{0} en progrès", "{0} en avance"),
            Progress.NoProgress => new(
                "{0} without progress against the baseline",
                "{0} sans progrès par rapport à la référence",
                "{0} sin progreso respecto de la línea de base"
            ),
            Progress.NoTarget => new("{0} without a target", "{0} sans cible", "{0} sin meta"),
            Progress.NotRated => new(
                "{0} told in words or one by one",
                "{0} rapportés en texte ou un à un",
                "{0} informados en palabras o uno por uno"
            ),
            Progress.Withheld => new("{0} not shown", "{0} non publiés", "{0} no publicados"),
            _ => new("{0} without data", "{0} sans données", "{0} sin datos"),
        };

    public static Text Of(DeliveryKind kind) =>
        kind switch
        {
            DeliveryKind.InstrumentOrTool => new("Instruments and tools", "Instruments et outils", "Instrumentos y herramientas"),
            DeliveryKind.Workshop => new("Workshops", "Ateliers", "Talleres"),
            DeliveryKind.ELearning => new("E-learning", "Apprentissage en ligne", "Aprendizaje en línea"),
            DeliveryKind.CommunityOfPractice => new("Communities of practice", "Communautés de pratique", "Comunidades de práctica"),
            DeliveryKind.ExpertMission => new("Expert missions", "Missions d'experts", "Misiones de expertos"),
            _ => new("Coordinators' meetings", "Réunions des coordinateurs", "Reuniones de coordinadores"),
        };

    public static Text Of(GapReason reason) =>
        reason switch
        {
            GapReason.NoPlan => new("No action plan yet", "Pas encore de plan d'action", "Aún sin plan de acción"),
            GapReason.PlanNotApproved => new(
                "Action plan not approved yet",
                "Plan d'action pas encore approuvé",
                "Plan de acción aún no aprobado"
            ),
            GapReason.NotLinked => new(
                "No indicator linked to the agreement",
                "Aucun indicateur lié à l'accord",
                "Ningún indicador vinculado al acuerdo"
            ),
            GapReason.NotDue => new("Not due yet", "Pas encore exigible", "Aún no exigible"),
            GapReason.NotSubmitted => new("Not submitted", "Non remis", "No presentado"),
            GapReason.UnderReview => new("Still under review", "Encore en examen", "Aún en revisión"),
            GapReason.Returned => new("Sent back to the coordinator", "Renvoyé au coordinateur", "Devuelto al coordinador"),
            GapReason.NilReturn => new("Nil return", "Déclaration néant", "Declaración sin novedad"),
            GapReason.Waived => new("Waived", "Dispense", "Dispensado"),
            GapReason.Missed => new("Missed", "Manqué", "No cumplido"),
            GapReason.Unreadable => new(
                "A record could not be read; it is being looked into",
                "Un enregistrement est illisible ; il est en cours d'examen",
                "Un registro no se pudo leer; se está examinando"
            ),
            _ => new("Conflicting data", "Données contradictoires", "Datos contradictorios"),
        };

    public static Text Of(ReportState state) =>
        state switch
        {
            ReportState.NotDue => new("not due", "non exigible", "no exigible"),
            ReportState.Open => new("open", "ouvert", "abierto"),
            ReportState.Submitted => new("under review", "en examen", "en revisión"),
            ReportState.Returned => new("sent back", "renvoyé", "devuelto"),
            ReportState.Accepted or ReportState.Locked => new("accepted", "accepté", "aceptado"),
            ReportState.NilReturn => new("nil return", "néant", "sin novedad"),
            ReportState.Waived => new("waived", "dispense", "dispensado"),
            _ => new("missed", "manqué", "no cumplido"),
        };

    /// <returns>Null for a frequency that is none of <see cref="Frequencies"/>.</returns>
    public static Text? Frequency(string frequency) =>
        frequency switch
        {
            Frequencies.Quarterly => new("quarterly", "trimestrielle", "trimestral"),
            Frequencies.SemiAnnual => new("semi-annual", "semestrielle", "semestral"),
            Frequencies.Annual => new("annual", "annuelle", "anual"),
            _ => null,
        };

    public static Text? Dimension(string dimension) => dimension == "sex" ? new("Sex", "Sexe", "Sexo") : null;

    /// <summary>Groups of respondents, as the survey's files name them.</summary>
    public static Text? Respondents(string group) =>
        group switch
        {
            "officials" => new("customs officials", "agents des douanes", "funcionarios de aduanas"),
            "private-sector" => new("private sector", "secteur privé", "sector privado"),
            _ => null,
        };

    /// <summary>Groups that every plan may use; another group is printed as the plan names it.</summary>
    public static Text? Group(string group) =>
        group switch
        {
            "women" => Words.Women,
            "men" => Words.Men,
            "" => Phrases.NotBrokenDown,
            _ => null,
        };
}
