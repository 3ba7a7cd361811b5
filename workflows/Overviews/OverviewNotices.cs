using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Workflows.Overviews;

/// <summary>To officers: what waits for whom, the most urgent first.</summary>
public sealed record WeeklyOverview(IReadOnlyList<WaitingFor> Waiting, DateTimeOffset Now, Uri Page) : Notice
{
    /// <summary>The rest stands on the page.</summary>
    private const int Most = 40;

    public override Text3 Subject
    {
        get
        {
            int late = Waiting.Count(one => one.Due < Now);
            return new(
                $"What waits for whom: {Waiting.Count} open, {late} overdue",
                $"En attente de réponse : {Waiting.Count}, dont {late} en retard",
                $"En espera de respuesta: {Waiting.Count}, {late} con retraso"
            );
        }
    }

    public override Uri? Link => Page;

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            .. Waiting
                .Take(Most)
                .Select(one =>
                {
                    string people = one.People.Count == 0 ? "–" : string.Join(", ", one.People.Select(Placeholders.NameOf));
                    return new Text3(
                        $"{one.Subject.En}: {one.What.En}, by {dates(Language.En).Deadline(one.Due)} ({people})",
                        $"{one.Subject.Fr} : {one.What.Fr}, avant le {dates(Language.Fr).Deadline(one.Due)} ({people})",
                        $"{one.Subject.Es}: {one.What.Es}, antes del {dates(Language.Es).Deadline(one.Due)} ({people})"
                    );
                }),
        ];
}

/// <summary>One plan's report of a period that has fallen due.</summary>
/// <param name="Report">Null where none was opened.</param>
public sealed record CoverageLine(Text3 Administration, ReportingPeriod Period, ReportState? Report)
{
    public bool IsHandedIn =>
        Report is ReportState.Submitted or ReportState.Accepted or ReportState.Locked or ReportState.NilReturn or ReportState.Waived;
}

/// <summary>To the Secretariat: who has handed in for the periods that fell due, and who has not.</summary>
public sealed record PeriodCoverage(IReadOnlyList<CoverageLine> Lines, Uri Page) : Notice
{
    public override Text3 Subject
    {
        get
        {
            int handedIn = Lines.Count(line => line.IsHandedIn);
            return new(
                $"Coverage: reports handed in, {handedIn} of {Lines.Count}",
                $"Couverture : rapports remis, {handedIn} sur {Lines.Count}",
                $"Cobertura: informes entregados, {handedIn} de {Lines.Count}"
            );
        }
    }

    public override Uri? Link => Page;

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [.. Lines.OrderBy(line => line.IsHandedIn).Select(line => Of(line, dates))];

    /// <summary>Periods whose due date lies between the two. Pure.</summary>
    public static IEnumerable<CoverageLine> Since(IEnumerable<PlanOverview> plans, DateTimeOffset after, DateTimeOffset until) =>
        from plan in plans
        from period in plan.Record.Periods
        let report = plan.Reports.FirstOrDefault(one => one.Period.Key == period.Key)
        let due = report?.Period.Due ?? period.Due
        where due > after && due <= until && !(plan.Record.IsOver && report is null)
        select new CoverageLine(CountryNames.Of(plan.Record.Administration), period, report?.State);

    private static Text3 Of(CoverageLine line, Func<Language, DateWords> dates)
    {
        (string en, string fr, string es) = (
            dates(Language.En).Range(line.Period.Start, line.Period.End),
            dates(Language.Fr).Range(line.Period.Start, line.Period.End),
            dates(Language.Es).Range(line.Period.Start, line.Period.End)
        );
        return line.IsHandedIn
            ? new(
                $"{line.Administration.En}, {en}: handed in",
                $"{line.Administration.Fr}, {fr} : remis",
                $"{line.Administration.Es}, {es}: entregado"
            )
            : new(
                $"{line.Administration.En}, {en}: MISSING",
                $"{line.Administration.Fr}, {fr} : MANQUANT",
                $"{line.Administration.Es}, {es}: FALTA"
            );
    }
}
