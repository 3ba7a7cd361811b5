using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>To whoever handed a plan in: it is approved, and this is when the first report is asked for.</summary>
/// <param name="Next">The first period that is reported on; empty for none.</param>
/// <param name="Waived">Past periods that are not.</param>
/// <param name="Reason">Of the approver; may be null.</param>
public sealed record PlanApproved(
    Text Administration,
    string Title,
    bool IsRevision,
    IReadOnlyList<ReportingPeriod> Next,
    IReadOnlyList<ReportingPeriod> Waived,
    string? Reason
) : Notice
{
    public override Text Subject =>
        new(
            $"Approved: {Administration.En}, action plan \"{Title}\"",
            $"Approuvé : {Administration.Fr}, plan d'action « {Title} »",
            $"Aprobado: {Administration.Es}, plan de acción «{Title}»"
        );

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates)
    {
        Text first = IsRevision
            ? new(
                "The revision of your action plan is approved. Thank you.",
                "La révision de votre plan d'action est approuvée. Merci.",
                "La revisión de su plan de acción está aprobada. Gracias."
            )
            : new(
                "Your action plan is approved. Thank you.",
                "Votre plan d'action est approuvé. Merci.",
                "Su plan de acción está aprobado. Gracias."
            );
        var all = new List<Text> { first };
        if (!string.IsNullOrWhiteSpace(Reason))
        {
            all.Add(new(Reason, Reason, Reason));
        }

        if (Waived.Count > 0)
        {
            string Ranges(Language language) => string.Join("; ", Waived.Select(period => dates(language).Range(period.Start, period.End)));
            all.Add(
                new(
                    $"No report is wanted for: {Ranges(Language.En)}.",
                    $"Aucun rapport n'est demandé pour : {Ranges(Language.Fr)}.",
                    $"No se pide informe para: {Ranges(Language.Es)}."
                )
            );
        }

        if (!IsRevision && Next is [var next, ..])
        {
            string Range(Language language) => dates(language).Range(next.Start, next.End);
            string Due(Language language) => dates(language).Deadline(next.Due);
            all.Add(
                new(
                    $"The first report covers {Range(Language.En)} and is due by {Due(Language.En)}. You will be asked for it by mail.",
                    $"Le premier rapport porte sur la période {Range(Language.Fr)} et est attendu au plus tard le {Due(Language.Fr)}. Il vous sera demandé par courriel.",
                    $"El primer informe abarca el período {Range(Language.Es)} y debe llegar a más tardar el {Due(Language.Es)}. Se le pedirá por correo."
                )
            );
        }

        return all;
    }
}
