using ACip.Workflows.Events;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Multilateral.Entries;

namespace ACip.Workflows.Multilateral.Delivery;

/// <summary>What is asked about an event: before it, who comes; after it, who came and what it was worth. Pure.</summary>
public static class DeliveryForms
{
    public const string Comes = "T1",
        WomenComing = "T2",
        MenComing = "T3",
        Wishes = "T4",
        WomenCame = "P1",
        MenCame = "P2",
        NotStated = "P3",
        Useful = "E1",
        WillUse = "E2",
        Improve = "E3",
        InUse = "U1";

    private const int BestMark = 5,
        MostPeople = 10_000;

    internal static ShortForm Registration(DeliveryEvent held, About.Matter about) =>
        new(
            about,
            new(
                $"Invitation: {held.Title}, {about.Administration.En}",
                $"Invitation : {held.Title}, {about.Administration.Fr}",
                $"Invitación: {held.Title}, {about.Administration.Es}"
            ),
            [
                ShortFormItem.YesNo(Comes, Takes(held.Kind)),
                ShortFormItem.Count(
                    WomenComing,
                    new("How many women will come", "Combien de femmes viendront", "Cuántas mujeres vendrán"),
                    most: MostPeople
                ),
                ShortFormItem.Count(
                    MenComing,
                    new("How many men will come", "Combien d'hommes viendront", "Cuántos hombres vendrán"),
                    most: MostPeople
                ),
                ShortFormItem.Words(
                    Wishes,
                    new(
                        "What you would like to take home, if you wish",
                        "Ce que vous souhaitez en retirer, si vous le voulez",
                        "Qué desea obtener, si quiere decirlo"
                    )
                ),
            ],
            Comes
        )
        {
            Says = dates =>
                [
                    new(
                        $"You are invited: {held.Title}, {dates(Language.En).Range(held.Start, held.End)}, {held.Place}.",
                        $"Vous êtes invités : {held.Title}, {dates(Language.Fr).Range(held.Start, held.End)}, {held.Place}.",
                        $"Están invitados: {held.Title}, {dates(Language.Es).Range(held.Start, held.End)}, {held.Place}."
                    ),
                    .. held.Terms is { } terms
                        ? new[]
                        {
                            new Text3($"Terms of reference: {terms}", $"Termes de référence : {terms}", $"Términos de referencia: {terms}"),
                        }
                        : [],
                ],
        };

    /// <param name="instrument">What the event brought; null for nothing that is taken up.</param>
    internal static ShortForm Attendance(DeliveryEvent held, About.Matter about, Instrument? instrument) =>
        new(
            about,
            new(
                $"Who took part: {held.Title}, {about.Administration.En}",
                $"Qui a participé : {held.Title}, {about.Administration.Fr}",
                $"Quién participó: {held.Title}, {about.Administration.Es}"
            ),
            [
                ShortFormItem.Count(
                    WomenCame,
                    new("How many women took part", "Combien de femmes ont participé", "Cuántas mujeres participaron"),
                    most: MostPeople
                ),
                ShortFormItem.Count(
                    MenCame,
                    new("How many men took part", "Combien d'hommes ont participé", "Cuántos hombres participaron"),
                    most: MostPeople
                ),
                ShortFormItem.Count(
                    NotStated,
                    new(
                        "How many others, whose sex was not recorded",
                        "Combien d'autres, dont le sexe n'a pas été noté",
                        "Cuántas personas más, cuyo sexo no se registró"
                    ),
                    required: false,
                    most: MostPeople
                ),
                ShortFormItem.Count(
                    Useful,
                    new(
                        "How useful it was, from 1 (not at all) to 5 (very)",
                        "Son utilité, de 1 (aucune) à 5 (très grande)",
                        "Su utilidad, de 1 (ninguna) a 5 (muy grande)"
                    ),
                    most: BestMark
                ),
                ShortFormItem.Words(WillUse, new("What you will use of it", "Ce que vous en utiliserez", "Qué utilizará de ello")),
                ShortFormItem.Words(Improve, new("What should be better", "Ce qui devrait être amélioré", "Qué debería mejorar")),
                .. instrument is null
                    ? Array.Empty<ShortFormItem>()
                    :
                    [
                        ShortFormItem.YesNo(
                            InUse,
                            new(
                                $"Does your administration use it now: {instrument.Title}",
                                $"Votre administration l'utilise-t-elle désormais : {instrument.Title}",
                                $"¿La utiliza ahora su administración?: {instrument.Title}"
                            )
                        ),
                    ],
            ]
        )
        {
            Says = dates =>
                [
                    new(
                        $"{held.Title} took place: {dates(Language.En).Range(held.Start, held.End)}, {held.Place}. Who of your administration took part, and what was it worth to you? If nobody did, write 0.",
                        $"{held.Title} a eu lieu : {dates(Language.Fr).Range(held.Start, held.End)}, {held.Place}. Qui de votre administration a participé, et qu'en avez-vous retiré ? Si personne n'a participé, écrivez 0.",
                        $"{held.Title} se celebró: {dates(Language.Es).Range(held.Start, held.End)}, {held.Place}. ¿Quién de su administración participó y qué le aportó? Si nadie participó, escriba 0."
                    ),
                ],
        };

    internal static About.Matter AboutIt(DeliveryEvent held, Text3 administration) =>
        new(administration, new Text3(held.Title, held.Title, held.Title));

    private static Text3 Takes(DeliveryKind kind) =>
        kind == DeliveryKind.ExpertMission
            ? new(
                "Does the mission suit you on these days",
                "La mission vous convient-elle à ces dates",
                "¿Le conviene la misión en esas fechas?"
            )
            : new("Does your administration take part", "Votre administration participe-t-elle", "¿Participa su administración?");
}
