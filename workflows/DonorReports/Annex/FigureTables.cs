using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Annex;

/// <summary>The figures of the report as rows of data.</summary>
internal static class FigureTables
{
    public static readonly Text3 Numerator = new("Numerator", "Numérateur", "Numerador"),
        Denominator = new("Denominator", "Dénominateur", "Denominador");

    public static AnnexTable Results(FigureSet figures, LogicModel framework, Language language) =>
        new(
            new Text3("Results", "Résultats", "Resultados"),
            [
                new("result", Words.Result, 12),
                new("level", Words.Level, 16),
                new("indicator", Words.Indicator, 12),
                new("statement", Words.What, 50),
                new("unit", Words.Unit),
                new("span", new("Figures are of", "Les chiffres portent sur", "Las cifras son de"), 20),
                new("baseline", Words.Baseline),
                new("target", Words.Target),
                new("target_by", new("Target by", "Cible au", "Meta al"), 12),
                new("actual", Words.Actual),
                new("state", new("State", "État", "Estado")),
                new("achieved_percent", Words.AchievementHeading),
                new("progress", new("Progress", "Progrès", "Progreso"), 16),
                new("reported", new("Reported by", "Communiqué par", "Informado por")),
                new("linked", new("Of", "Sur", "De"), 8),
                new("data_source", Words.DataSource, 24),
                new("frequency", Words.Frequency),
                new("responsible", Words.Responsible, 20),
                new("minimum_cell", new("Minimum cell", "Cellule minimale", "Celda mínima")),
            ],
            figures.Indicators.Select(figure =>
                new AnnexValue[]
                {
                    figure.Result.Code,
                    figure.Result.Level.ToString(),
                    figure.Indicator.Code,
                    figure.Indicator.StatementIn(language),
                    framework.TermIn(figure.Indicator.Unit, language),
                    figure.SpansDiffer ? Phrases.SpansDiffer.In(language) : figure.Span?.Words.In(language),
                    figure.Indicator.Baseline,
                    figure.Target?.Value,
                    figure.Target is { } target ? target.By : AnnexValue.Nothing,
                    figure.Total.Value,
                    figure.Total.State.ToString(),
                    figure.Achievement,
                    figure.Progress.ToString(),
                    figure.Total.Reported,
                    figure.Total.Linked,
                    framework.TermIn(figure.Indicator.DataSource, language),
                    figure.Indicator.Frequency,
                    framework.TermIn(figure.Indicator.Responsible, language),
                    figure.MinimumCell,
                }
            )
        );

    public static AnnexTable Figures(FigureSet figures) =>
        new(
            new Text3("Figures by group", "Chiffres par groupe", "Cifras por grupo"),
            [
                new("figure", new("Figure", "Chiffre", "Cifra"), 24),
                new("indicator", Words.Indicator, 12),
                new("group", Words.Group, 20),
                new("value", Words.Actual),
                new("numerator", Numerator),
                new("denominator", Denominator),
                new("unweighted_mean_of", new("Unweighted mean of", "Moyenne non pondérée de", "Media no ponderada de")),
                new("state", new("State", "État", "Estado")),
                new("reported", new("Reported by", "Communiqué par", "Informado por")),
                new("linked", new("Of", "Sur", "De"), 8),
            ],
            figures.Indicators.SelectMany(figure =>
            {
                string code = figure.Indicator.Code;
                return new[] { Row("total", figure.Total) }
                    .Concat(figure.ByRegion.Select(region => Row($"region:{region.Group}", region.Figure)))
                    .Concat(
                        figure.Breakdowns.SelectMany(breakdown =>
                            breakdown.Groups.Select(group => Row($"{breakdown.Dimension}:{group.Group}", group.Figure))
                        )
                    );

                AnnexValue[] Row(string group, Figure one) =>
                    [
                        $"{code}/{group}",
                        code,
                        group,
                        one.Value,
                        one.Counts?.Numerator,
                        one.Counts?.Denominator,
                        (decimal?)one.UnweightedOf,
                        one.State.ToString(),
                        one.Reported,
                        one.Linked,
                    ];
            })
        );

    public static AnnexTable Texts(DonorSnapshot snapshot, FigureSet figures) =>
        new(
            new Text3("Texts", "Textes", "Textos"),
            [
                new("kind", Words.Kind, 20),
                new("administration", Words.Administration, 12),
                new("language", new("Language", "Langue", "Idioma"), 9),
                new("item", Words.Indicator, 12),
                new("text", Words.What, 80),
                new("response", Words.Mitigation, 50),
                new("person", new("Person", "Personne", "Persona")),
            ],
            TextRows(snapshot, figures)
        );

    public static AnnexTable Gaps(SnapshotHead head) =>
        new(
            new Text3("Gaps", "Lacunes", "Lagunas"),
            [
                new("administration", Words.Administration, 12),
                new("plan", new("Plan", "Plan", "Plan")),
                new("period", Words.Period, 20),
                new("reason", Words.Reason, 20),
                new("note", new("Note", "Note", "Nota"), 50),
            ],
            head.Gaps.Select(gap =>
                new AnnexValue[] { gap.Administration.Value, gap.Plan?.Value, gap.Period?.Value, gap.Reason.ToString(), gap.Note }
            )
        );

    public static AnnexTable Deliveries(SnapshotHead head) =>
        new(
            new Text3("Deliveries", "Activités", "Actividades"),
            [
                new("kind", Words.Kind, 20),
                new("title", Words.What, 50),
                new("start", new("From", "Du", "Del"), 12),
                new("end", new("To", "Au", "Al"), 12),
                new("administration", Words.Administration),
                new("women", Words.Women, 9),
                new("men", Words.Men, 9),
                new("not_stated", Words.NotStated, 11),
            ],
            head.Deliveries.Where(row => head.Period.Holds(row.End))
                .Select(row =>
                    new AnnexValue[]
                    {
                        row.Kind.ToString(),
                        row.Title,
                        row.Start,
                        row.End,
                        row.Administration?.Value,
                        row.Women,
                        row.Men,
                        row.NotStated,
                    }
                )
        );

    public static AnnexTable Cips(SnapshotHead head) =>
        new(
            new Text3("CIPS", "CIPS", "CIPS"),
            [
                new("wave", Words.Wave),
                new("owner", Words.Whose, 20),
                new("key_factor", Words.KeyFactor),
                new("group", Words.Group, 20),
                new("n", Words.Respondents),
                new("mean", new("Mean", "Moyenne", "Media")),
                new("low", new("Low", "Borne basse", "Inferior")),
                new("high", new("High", "Borne haute", "Superior")),
            ],
            head.Cips.Select(score =>
                score.N < Surveys.CipsMovement.FewestRespondents
                    ? new AnnexValue[]
                    {
                        score.Wave,
                        score.Owner ?? "programme",
                        score.KeyFactor,
                        score.Group,
                        score.N,
                        AnnexValue.Nothing,
                        AnnexValue.Nothing,
                        AnnexValue.Nothing,
                    }
                    : [score.Wave, score.Owner ?? "programme", score.KeyFactor, score.Group, score.N, score.Mean, score.Low, score.High]
            )
        );

    private static IEnumerable<AnnexValue[]> TextRows(DonorSnapshot snapshot, FigureSet figures)
    {
        SnapshotHead head = snapshot.Head;
        HashSet<AdministrationId> funded = [.. head.Administrations.Select(one => one.Id)];
        HashSet<string> withheld = [.. figures.Indicators.Where(figure => figure.MinimumCell > 1).Select(figure => figure.Indicator.Code)];
        IEnumerable<AnnexValue[]> Of(
            AdministrationId? from,
            IEnumerable<Narrative> narratives,
            IEnumerable<Deviation> deviations,
            IEnumerable<ActionPlans.Risk> risks
        ) =>
            narratives
                .Select(text =>
                    new AnnexValue[]
                    {
                        text.Section.ToString(),
                        (text.Administration ?? from)?.Value,
                        text.Language.ToString(),
                        AnnexValue.Nothing,
                        text.Text,
                        AnnexValue.Nothing,
                        text.By?.Value,
                    }
                )
                .Concat(
                    deviations.Select(deviation =>
                        new AnnexValue[]
                        {
                            "Deviation",
                            from?.Value,
                            deviation.Language.ToString(),
                            deviation.Item,
                            deviation.Text,
                            deviation.Response,
                            AnnexValue.Nothing,
                        }
                    )
                )
                .Concat(
                    risks.Select(risk =>
                        new AnnexValue[]
                        {
                            $"Risk {risk.Likelihood} × {risk.Impact}",
                            from?.Value,
                            AnnexValue.Nothing,
                            risk.Code,
                            risk.Statement,
                            risk.Mitigation,
                            AnnexValue.Nothing,
                        }
                    )
                );

        foreach (AnnexValue[] row in Of(null, head.Narratives, head.Deviations, head.Risks))
        {
            yield return row;
        }

        foreach (PlanExtract plan in snapshot.Plans.Where(plan => funded.Contains(plan.Administration)))
        {
            foreach (AnnexValue[] row in Of(plan.Administration, plan.Narratives, plan.Deviations, plan.Risks))
            {
                yield return row;
            }

            Dictionary<string, PlanValue> linked = PlanCalculator
                .Of(plan, head)
                .ToDictionary(value => value.Indicator.Code, StringComparer.OrdinalIgnoreCase);
            foreach (Restatement restatement in plan.Restatements)
            {
                if (linked.TryGetValue(restatement.New.Observation.Item, out PlanValue? value))
                {
                    string values =
                        withheld.Contains(value.Framework.Code) || value.Indicator.Sensitive
                            ? ""
                            : $"{Said(restatement.Old)} → {Said(restatement.New)}";
                    yield return
                    [
                        "Restatement",
                        plan.Administration.Value,
                        AnnexValue.Nothing,
                        value.Indicator.Code,
                        values,
                        restatement.Reason,
                        restatement.New.Observation.By.Value,
                    ];
                }
            }
        }
    }

    private static string Said(AcceptedObservation accepted) =>
        accepted.Observation.Value is { } value
            ? Writing.Plain(value)
            : accepted.Observation.MissingReason ?? accepted.Observation.Narrative ?? "";
}
