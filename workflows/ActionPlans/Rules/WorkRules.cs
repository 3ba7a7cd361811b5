using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;
using static ACip.Workflows.ActionPlans.Rules.ResultRules;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Milestones, activities and risks.</summary>
internal static class WorkRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        new(
            "benchmark-serves-a-result",
            Severity.Error,
            new(
                "Every milestone belongs to a result of the plan.",
                "Chaque jalon relève d'un résultat du plan.",
                "Cada hito pertenece a un resultado del plan."
            ),
            at =>
                at.Plan.Benchmarks.Where(benchmark => !IsResult(at, benchmark.Result))
                    .Select(benchmark => $"benchmarks/{benchmark.Code}/result")
        ),
        new(
            "benchmark-within-plan",
            Severity.Error,
            new(
                "Milestones fall due within the plan.",
                "Les jalons arrivent à échéance pendant le plan.",
                "Los hitos vencen dentro del plazo del plan."
            ),
            at =>
                at.Plan.Benchmarks.Where(benchmark => benchmark.Due < at.Plan.Start || benchmark.Due > at.Plan.End)
                    .Select(benchmark => $"benchmarks/{benchmark.Code}/due")
        ),
        new(
            "benchmark-verifiable",
            Severity.Error,
            new("Every milestone says how it is verified.", "Chaque jalon dit comment on le vérifie.", "Cada hito dice cómo se verifica."),
            at =>
                at.Plan.Benchmarks.Where(benchmark => Blank(benchmark.MeansOfVerification))
                    .Select(benchmark => $"benchmarks/{benchmark.Code}/meansOfVerification")
        ),
        new(
            "benchmark-key-factor",
            Severity.Error,
            new(
                "Every milestone names one or more of the ten key factors.",
                "Chaque jalon cite un ou plusieurs des dix facteurs clés.",
                "Cada hito cita uno o más de los diez factores clave."
            ),
            at =>
                at.Plan.Benchmarks.Where(benchmark =>
                        benchmark.KeyFactors.Count == 0 || benchmark.KeyFactors.Any(number => KeyFactors.Find(number) is null)
                    )
                    .Select(benchmark => $"benchmarks/{benchmark.Code}/keyFactors")
        ),
        new(
            "benchmark-given",
            Severity.Warning,
            new("The plan has at least one milestone.", "Le plan a au moins un jalon.", "El plan tiene al menos un hito."),
            at => When(at.Plan.Benchmarks.Count == 0, "benchmarks")
        ),
        new(
            "activity-serves-a-result",
            Severity.Error,
            new(
                "Every activity belongs to a result of the plan.",
                "Chaque activité relève d'un résultat du plan.",
                "Cada actividad pertenece a un resultado del plan."
            ),
            at =>
                at.Plan.Activities.Where(activity => !IsResult(at, activity.Result))
                    .Select(activity => $"activities/{activity.Code}/result")
        ),
        new(
            "activity-within-plan",
            Severity.Error,
            new(
                "Activities have a title and take place within the plan, from an earlier to a later day.",
                "Les activités ont un titre et se déroulent pendant le plan, du premier au dernier jour.",
                "Las actividades tienen título y se realizan dentro del plan, del primer al último día."
            ),
            at =>
                at.Plan.Activities.Where(activity =>
                        Blank(activity.Title)
                        || activity.From > activity.Until
                        || activity.From < at.Plan.Start
                        || activity.Until > at.Plan.End
                    )
                    .Select(activity => $"activities/{activity.Code}/from")
        ),
        new(
            "risk-scale",
            Severity.Error,
            new(
                "Likelihood and impact of a risk are whole numbers from 1 to 5.",
                "La probabilité et l'impact d'un risque vont de 1 à 5.",
                "La probabilidad y el impacto de un riesgo van de 1 a 5."
            ),
            at =>
                at.Plan.Risks.Where(risk => risk.Likelihood is < 1 or > 5 || risk.Impact is < 1 or > 5)
                    .Select(risk => $"risks/{risk.Code}/likelihood")
        ),
        new(
            "risk-answered",
            Severity.Error,
            new(
                "Every risk is stated, has a mitigation and an owner.",
                "Chaque risque est énoncé, a une mesure d'atténuation et un responsable.",
                "Cada riesgo está enunciado y tiene mitigación y responsable."
            ),
            at =>
                at.Plan.Risks.Where(risk => Blank(risk.Statement) || Blank(risk.Mitigation) || Blank(risk.Owner))
                    .Select(risk => $"risks/{risk.Code}/mitigation")
        ),
        new(
            "risk-given",
            Severity.Warning,
            new("The plan names at least one risk.", "Le plan cite au moins un risque.", "El plan nombra al menos un riesgo."),
            at => When(at.Plan.Risks.Count == 0, "risks")
        ),
    ];

    private static bool IsResult(CheckedPlan at, string code) => at.Plan.Results.Any(result => result.Code == code);
}
