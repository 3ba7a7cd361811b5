using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Workflows.Overviews;

/// <summary>To a coordinator: how their own plan stands, at one look.</summary>
/// <param name="Accepted">Reports accepted so far.</param>
/// <param name="Due">Reports whose day has come so far.</param>
/// <param name="Open">What is asked of the administration now.</param>
/// <param name="Next">The next period that is to be reported on; null where none is left.</param>
public sealed record PlanStatusNotice(
    Text3 Administration,
    string Plan,
    PlanState State,
    int Accepted,
    int Due,
    int Open,
    ReportingPeriod? Next
) : Notice
{
    public override Text3 Subject =>
        new($"At one look: {Administration.En}", $"En un coup d'œil : {Administration.Fr}", $"De un vistazo: {Administration.Es}");

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            new(
                $"{Plan}: {Of(State).En}. Reports accepted: {Accepted} of {Due} that have fallen due.",
                $"{Plan} : {Of(State).Fr}. Rapports acceptés : {Accepted} sur {Due} arrivés à échéance.",
                $"{Plan}: {Of(State).Es}. Informes aceptados: {Accepted} de {Due} vencidos."
            ),
            Open == 0
                ? new("Nothing waits for you.", "Rien ne vous attend.", "Nada le espera.")
                : new(
                    $"Waiting for you: {Open}. Each has a mail of its own.",
                    $"En attente de votre part : {Open}. Chaque demande a son propre courriel.",
                    $"En espera de usted: {Open}. Cada solicitud tiene su propio correo."
                ),
            .. Next is { } next
                ? new[]
                {
                    new Text3(
                        $"Next report: {dates(Language.En).Range(next.Start, next.End)}, due on {dates(Language.En).Deadline(next.Due)}.",
                        $"Prochain rapport : {dates(Language.Fr).Range(next.Start, next.End)}, à remettre avant le {dates(Language.Fr).Deadline(next.Due)}.",
                        $"Próximo informe: {dates(Language.Es).Range(next.Start, next.End)}, hasta el {dates(Language.Es).Deadline(next.Due)}."
                    ),
                }
                : [],
        ];

    /// <summary>Pure.</summary>
    public static PlanStatusNotice Of(PlanOverview plan, Text3 administration, DateTimeOffset now) =>
        new(
            administration,
            plan.Record.Title,
            plan.Record.State,
            plan.Reports.Count(report => report.State is ReportState.Accepted or ReportState.Locked or ReportState.NilReturn),
            plan.Record.Periods.Count(period => period.Due <= now),
            plan.Open.Count(task => task.AsksCoordinator),
            plan.Record.Periods.Where(period => period.Due > now).MinBy(period => period.Due)
        );

    private static Text3 Of(PlanState state) =>
        state switch
        {
            PlanState.Active => new("under way", "en cours", "en marcha"),
            PlanState.UnderRevision => new("being revised", "en révision", "en revisión"),
            PlanState.Submitted => new(
                "handed in, waits for approval",
                "soumis, en attente d'approbation",
                "presentado, a la espera de aprobación"
            ),
            PlanState.Suspended => new("suspended", "suspendu", "suspendido"),
            PlanState.Approved => new("approved", "approuvé", "aprobado"),
            _ => new("being drafted", "en rédaction", "en redacción"),
        };
}
