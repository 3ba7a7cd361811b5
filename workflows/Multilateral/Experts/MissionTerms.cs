using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Multilateral.Delivery;

namespace ACip.Workflows.Multilateral.Experts;

/// <summary>To an expert of the pool: where to, when, and what for.</summary>
public sealed record MissionTerms(DeliveryEvent Mission, Text3 Administration) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text3 Subject =>
        new(
            $"Expert mission: {Mission.Title}, {Administration.En}",
            $"Mission d'expert : {Mission.Title}, {Administration.Fr}",
            $"Misión de experto: {Mission.Title}, {Administration.Es}"
        );

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            new(
                $"You are proposed for a mission to {Administration.En}: {dates(Language.En).Range(Mission.Start, Mission.End)}, {Mission.Place}.",
                $"Vous êtes proposé(e) pour une mission ({Administration.Fr}) : {dates(Language.Fr).Range(Mission.Start, Mission.End)}, {Mission.Place}.",
                $"Se le propone para una misión ({Administration.Es}): {dates(Language.Es).Range(Mission.Start, Mission.End)}, {Mission.Place}."
            ),
            new(
                $"Terms of reference: {Mission.Terms}",
                $"Termes de référence : {Mission.Terms}",
                $"Términos de referencia: {Mission.Terms}"
            ),
            new(
                "The administration is asked whether the days suit it, and afterwards what the mission was worth to it.",
                "L'administration est consultée sur les dates, puis sur ce que la mission lui a apporté.",
                "Se pregunta a la administración si le convienen las fechas y, después, qué le aportó la misión."
            ),
        ];
}
