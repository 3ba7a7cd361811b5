using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.Surveys;

namespace ACip.Workflows.DonorReports.Annex;

/// <summary>The figures of the report as rows of data.</summary>
internal static class FigureTables
{
    public static readonly Text Numerator = Texts.Numerator,
        Denominator = Texts.Denominator;

    public static AnnexTable Results(FigureSet figures, SnapshotHead head, Language language)
    {
        LogicModel framework = head.Agreement.Framework;
        ReportTemplate template = Templates.Of(head);
        return new(
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
                    Terms.Of(figure.Result.Level, template).In(language),
                    figure.Indicator.Code,
                    figure.Indicator.StatementIn(language),
                    framework.TermIn(figure.Indicator.Unit, language),
                    figure.SpansDiffer ? Texts.SpansDiffer.In(language) : figure.Span?.Words.In(language),
                    figure.Indicator.Baseline,
                    figure.Target?.Value,
                    figure.Target is { } target ? target.By : AnnexValue.Nothing,
                    figure.Total.Value,
                    Terms.Of(figure.Total.State).In(language),
                    figure.Achievement,
                    Terms.Of(figure.Progress).In(language),
                    figure.Total.Reported,
                    figure.Total.Linked,
                    framework.TermIn(figure.Indicator.DataSource, language),
                    Terms.Frequency(figure.Indicator.Frequency)?.In(language) ?? framework.TermIn(figure.Indicator.Frequency, language),
                    framework.TermIn(figure.Indicator.Responsible, language),
                    figure.MinimumCell,
                }
            )
        );
    }

    public static AnnexTable Figures(FigureSet figures, Language language) =>
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
                return new[] { Row("total", Texts.AllAdministrations.In(language), figure.Total) }
                    .Concat(
                        figure.ByRegion.Select(region =>
                            Row($"region:{region.Group}", $"{Texts.Region.In(language)} {region.Group}", region.Figure)
                        )
                    )
                    .Concat(
                        figure.Breakdowns.SelectMany(breakdown =>
                            breakdown.Groups.Select(group =>
                                Row(
                                    $"{breakdown.Dimension}:{group.Group}",
                                    $"{Terms.Dimension(breakdown.Dimension)?.In(language) ?? breakdown.Dimension}{language.Culture.FirmColon} {Terms.Group(group.Group)?.In(language) ?? group.Group}",
                                    group.Figure
                                )
                            )
                        )
                    );

                AnnexValue[] Row(string id, string group, Figure one) =>
                    [
                        $"{code}/{id}",
                        code,
                        group,
                        one.Value,
                        one.Counts?.Numerator,
                        one.Counts?.Denominator,
                        (decimal?)one.UnweightedOf,
                        Terms.Of(one.State).In(language),
                        one.Reported,
                        one.Linked,
                    ];
            })
        );

    public static AnnexTable Gaps(SnapshotHead head, Language language) =>
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
                new AnnexValue[]
                {
                    gap.Administration.Value,
                    gap.Plan?.Value,
                    gap.Period?.Value,
                    Terms.Of(gap.Reason).In(language),
                    gap.Note,
                }
            )
        );

    public static AnnexTable Deliveries(SnapshotHead head, Language language) =>
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
                        Terms.Of(row.Kind).In(language),
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

    /// <summary>What a score of several administrations is called.</summary>
    public static Text Together(CipsScore score) => score.OfAgreement ? Texts.AdministrationsOfAgreementTogether : Texts.WholeProgrammeWide;

    public static AnnexTable Cips(SnapshotHead head, Language language) =>
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
                score.N < CipsMovement.FewestRespondents
                    ? new AnnexValue[]
                    {
                        score.Wave,
                        score.Owner ?? Together(score).In(language),
                        score.KeyFactor,
                        Respondents(score.Group, language),
                        score.N,
                        AnnexValue.Nothing,
                        AnnexValue.Nothing,
                        AnnexValue.Nothing,
                    }
                    :
                    [
                        score.Wave,
                        score.Owner ?? Together(score).In(language),
                        score.KeyFactor,
                        Respondents(score.Group, language),
                        score.N,
                        score.Mean,
                        score.Low,
                        score.High,
                    ]
            )
        );

    private static string Respondents(string group, Language language) => Terms.Respondents(group)?.In(language) ?? group;
}
