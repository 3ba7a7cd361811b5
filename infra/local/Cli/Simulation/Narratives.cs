using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Local.Cli.Simulation;

/// <summary>What a coordinator writes beside the figures: for each section of the report one of a few sentences, as the seed
/// says.</summary>
internal sealed class Narratives(Actors actors)
{
    private static readonly (string Section, double Share, Text[] Said)[] Sections =
    [
        (
            "N1",
            0.9,
            [
                Spoken.Of(
                    "The new declaration system went live at two border posts and officers were briefed on it.",
                    "Le nouveau système de déclaration a été mis en service dans deux postes frontières et les agents y ont été formés.",
                    "El nuevo sistema de declaración entró en servicio en dos puestos fronterizos y se informó a los funcionarios."
                ),
                Spoken.Of(
                    "The code of conduct was discussed in every regional office; signed copies are on file.",
                    "Le code de conduite a été discuté dans chaque bureau régional ; les exemplaires signés sont archivés.",
                    "El código de conducta se discutió en cada oficina regional; las copias firmadas están archivadas."
                ),
                Spoken.Of(
                    "Complaint forms are now on the website, and each complaint gets a number on the day it arrives.",
                    "Les formulaires de plainte sont désormais en ligne et chaque plainte reçoit un numéro le jour même.",
                    "Los formularios de queja están en el sitio web y cada queja recibe un número el mismo día."
                ),
            ]
        ),
        (
            "N2",
            0.4,
            [
                Spoken.Of(
                    "Customs, brokers and two chambers of commerce met to agree which steps invite undue requests.",
                    "La douane, les commissionnaires et deux chambres de commerce ont identifié ensemble les étapes propices aux demandes indues.",
                    "La aduana, los agentes y dos cámaras de comercio acordaron qué trámites invitan a peticiones indebidas."
                ),
            ]
        ),
        (
            "N3",
            0.4,
            [
                Spoken.Of(
                    "Supervisors now see clearance times per post each month and explain the outliers.",
                    "Les responsables voient chaque mois les délais de dédouanement par poste et expliquent les écarts.",
                    "Los supervisores ven cada mes los tiempos de despacho por puesto y explican las desviaciones."
                ),
            ]
        ),
        (
            "N4",
            0.3,
            [
                Spoken.Of(
                    "A comparison of declared and assessed values pointed to three tariff lines for a closer look.",
                    "La comparaison des valeurs déclarées et retenues a désigné trois lignes tarifaires à examiner.",
                    "La comparación de valores declarados y determinados señaló tres líneas arancelarias para revisar."
                ),
            ]
        ),
        (
            "N5",
            0.35,
            [
                Spoken.Of(
                    "Training was postponed by a month because the hall was needed for an election; it is rescheduled.",
                    "La formation a été reportée d'un mois, la salle ayant été réquisitionnée pour une élection ; une nouvelle date est fixée.",
                    "La capacitación se aplazó un mes porque la sala se usó para una elección; ya tiene nueva fecha."
                ),
                Spoken.Of(
                    "Connectivity at remote posts is weak, so figures come in late; a monthly collection by telephone has begun.",
                    "La connexion des postes éloignés est faible et les chiffres arrivent tard ; une collecte mensuelle par téléphone a commencé.",
                    "La conexión de los puestos remotos es débil y las cifras llegan tarde; empezó una recogida mensual por teléfono."
                ),
            ]
        ),
        (
            "N6",
            0.3,
            [
                Spoken.Of(
                    "A short briefing at the start of a shift changes more than a day in a classroom.",
                    "Un bref échange en début de service change davantage qu'une journée en salle.",
                    "Una charla breve al empezar el turno cambia más que un día en el aula."
                ),
            ]
        ),
        (
            "N7",
            0.3,
            [
                Spoken.Of(
                    "The national trade facilitation committee took up the publication of fees (WTO TFA, article 1).",
                    "Le comité national de facilitation des échanges a repris la publication des redevances (AFE de l'OMC, article premier).",
                    "El comité nacional de facilitación retomó la publicación de tasas (AFC de la OMC, artículo 1)."
                ),
            ]
        ),
        (
            "N8",
            0.3,
            [
                Spoken.Of(
                    "Women make up a third of those trained; posts at the border are still mostly held by men.",
                    "Les femmes représentent un tiers des personnes formées ; les postes à la frontière restent surtout tenus par des hommes.",
                    "Las mujeres son un tercio de las personas capacitadas; los puestos fronterizos siguen ocupados sobre todo por hombres."
                ),
            ]
        ),
        (
            "N9",
            0.9,
            [
                Spoken.Of(
                    "Next quarter: internal audit of the complaint register.",
                    "Trimestre prochain : audit interne du registre des plaintes.",
                    "Próximo trimestre: auditoría interna del registro de quejas."
                ),
            ]
        ),
    ];

    /// <returns>Lines such as "N1: …", each one paragraph.</returns>
    public IEnumerable<string> Lines(PlanId plan, string period, Language language) =>
        from section in Sections
        where actors.Draw("says", plan.Value, period, section.Section) < section.Share
        select $"{section.Section}: {section.Said[actors.Between(0, section.Said.Length - 1, "words", plan.Value, period, section.Section)].In(language)}";
}
