using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Onboarding.Donors;

/// <summary>To a donor's contact: what was entered, and when reports come.</summary>
public sealed record DonorWelcome(IReadOnlyList<GrantAgreement> Agreements) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text3 Subject =>
        new("Your agreement with the A-CIP Programme", "Votre convention avec le Programme A-CIP", "Su convenio con el Programa A-CIP");

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            .. Agreements.SelectMany(agreement => Of(agreement, dates)),
            new(
                "Each report comes to this address as a link that is yours alone. Its figures are accepted ones only, and each can be traced to its source.",
                "Chaque rapport arrive à cette adresse sous forme de lien personnel. Ses chiffres sont tous acceptés, et chacun peut être retracé jusqu'à sa source.",
                "Cada informe llega a esta dirección como un enlace personal. Sus cifras son todas aceptadas, y cada una puede rastrearse hasta su fuente."
            ),
        ];

    private static IEnumerable<Text3> Of(GrantAgreement agreement, Func<Language, DateWords> dates)
    {
        DateOnly end = agreement.Schedule.FirstPeriodStart.AddMonths(agreement.Schedule.MonthsPerPeriod).AddDays(-1),
            due = end.AddDays(agreement.Schedule.DaysToDeliver);
        yield return new(
            $"{agreement.Title} ({agreement.OfficialNumber}): {dates(Language.En).Range(agreement.Start, agreement.End)}.",
            $"{agreement.Title} ({agreement.OfficialNumber}) : {dates(Language.Fr).Range(agreement.Start, agreement.End)}.",
            $"{agreement.Title} ({agreement.OfficialNumber}): {dates(Language.Es).Range(agreement.Start, agreement.End)}."
        );
        yield return new(
            $"Your framework: {agreement.Framework.Results.Count} results, {agreement.Framework.Indicators.Count} indicators. The first report covers the time up to {dates(Language.En).Day(end)} and comes by {dates(Language.En).Day(due)}; then one every {agreement.Schedule.MonthsPerPeriod} months.",
            $"Votre cadre : {agreement.Framework.Results.Count} résultats, {agreement.Framework.Indicators.Count} indicateurs. Le premier rapport couvre la période jusqu'au {dates(Language.Fr).Day(end)} et arrive avant le {dates(Language.Fr).Day(due)} ; ensuite, un tous les {agreement.Schedule.MonthsPerPeriod} mois.",
            $"Su marco: {agreement.Framework.Results.Count} resultados, {agreement.Framework.Indicators.Count} indicadores. El primer informe abarca hasta el {dates(Language.Es).Day(end)} y llega antes del {dates(Language.Es).Day(due)}; después, uno cada {agreement.Schedule.MonthsPerPeriod} meses."
        );
    }
}

/// <summary>To a donor's readers: it ends, and what still comes.</summary>
public sealed record DonorFarewell(DateOnly LastDay) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text3 Subject =>
        new(
            "The end of your agreement with the A-CIP Programme",
            "La fin de votre convention avec le Programme A-CIP",
            "El fin de su convenio con el Programa A-CIP"
        );

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            new(
                $"Your agreement ends on {dates(Language.En).Day(LastDay)}. The report on the time until then still comes to you, and you can read all earlier ones.",
                $"Votre convention prend fin le {dates(Language.Fr).Day(LastDay)}. Le rapport sur la période qui précède vous parviendra encore, et vous pouvez lire tous les précédents.",
                $"Su convenio termina el {dates(Language.Es).Day(LastDay)}. El informe sobre el tiempo hasta entonces aún le llegará, y puede leer todos los anteriores."
            ),
        ];
}
