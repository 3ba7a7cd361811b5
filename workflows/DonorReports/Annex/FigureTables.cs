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
    public static readonly Text Numerator = Texts.Numerator,
        Denominator = Texts.Denominator;

    public static AnnexTable Results(FigureSet figures, LogicModel framework, Language language) =>
        new(
            Texts.Results,
            [
                new("result", Texts.ExpectedResult, 12),
                new("level", Texts.Level, 16),
                new("indicator", Texts.Indicator, 12),
                new("statement", Texts.What, 50),
                new("unit", Texts.Unit),
                new("span", Texts.FiguresAreOf, 20),
                new("baseline", Texts.Baseline),
                new("target", Texts.Target),
                new("target_by", Texts.TargetBy, 12),
                new("actual", Texts.Actual),
                new("state", Texts.State),
                new("achieved_percent", Texts.AchievementHeading),
                new("progress", Texts.Progress, 16),
                new("reported", Texts.ReportedBy),
                new("linked", Texts.Of, 8),
                new("data_source", Texts.DataSource, 24),
                new("frequency", Texts.Frequency),
                new("responsible", Texts.Responsible, 20),
                new("minimum_cell", Texts.MinimumCell),
            ],
            figures.Indicators.Select(figure =>
                new AnnexValue[]
                {
                    figure.Result.Code,
                    figure.Result.Level.ToString(),
                    figure.Indicator.Code,
                    figure.Indicator.StatementIn(language),
                    framework.TermIn(figure.Indicator.Unit, language),
                    figure.SpansDiffer ? Texts.SpansDiffer.In(language) : figure.Span?.Words.In(language),
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
            Texts.FiguresByGroup,
            [
                new("figure", Texts.Figure, 24),
                new("indicator", Texts.Indicator, 12),
                new("group", Texts.Group, 20),
                new("value", Texts.Actual),
                new("numerator", Numerator),
                new("denominator", Denominator),
                new("unweighted_mean_of", Texts.UnweightedMeanOf),
                new("state", Texts.State),
                new("reported", Texts.ReportedBy),
                new("linked", Texts.Of, 8),
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

    public static AnnexTable Narratives(DonorSnapshot snapshot, FigureSet figures) =>
        new(
            Texts.TextsWord,
            [
                new("kind", Texts.Kind, 20),
                new("administration", Texts.Administration, 12),
                new("language", Texts.Language, 9),
                new("item", Texts.Indicator, 12),
                new("text", Texts.What, 80),
                new("response", Texts.Mitigation, 50),
                new("person", Texts.Person),
            ],
            TextRows(snapshot, figures)
        );

    public static AnnexTable Gaps(SnapshotHead head) =>
        new(
            Texts.Gaps,
            [
                new("administration", Texts.Administration, 12),
                new("plan", Texts.Plan),
                new("period", Texts.Period, 20),
                new("reason", Texts.Reason, 20),
                new("note", Texts.Note, 50),
            ],
            head.Gaps.Select(gap =>
                new AnnexValue[] { gap.Administration.Value, gap.Plan?.Value, gap.Period?.Value, gap.Reason.ToString(), gap.Note }
            )
        );

    public static AnnexTable Deliveries(SnapshotHead head) =>
        new(
            Texts.Deliveries,
            [
                new("kind", Texts.Kind, 20),
                new("title", Texts.What, 50),
                new("start", Texts.PeriodFrom, 12),
                new("end", Texts.To, 12),
                new("administration", Texts.Administration),
                new("women", Texts.Women, 9),
                new("men", Texts.Men, 9),
                new("not_stated", Texts.NotStated, 11),
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
            Texts.CIPS2,
            [
                new("wave", Texts.Wave),
                new("owner", Texts.Whose, 20),
                new("key_factor", Texts.KeyFactor),
                new("group", Texts.Group, 20),
                new("n", Texts.Respondents),
                new("mean", Texts.Mean),
                new("low", Texts.Low),
                new("high", Texts.High),
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
