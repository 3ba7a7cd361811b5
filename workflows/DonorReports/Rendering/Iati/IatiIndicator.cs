using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Rendering.Iati;

/// <summary>An indicator in IATI. What is missing or withheld has no <c>actual</c>; what is qualitative has one without a value, but with
/// words.</summary>
internal static class IatiIndicator
{
    /// <summary>Where the ten key factors are defined: vocabulary 99 is one of ours and has to say so.</summary>
    private const string Factors = "https://www.wcoomd.org/en/about-us/legal-instruments/declarations.aspx";

    public static void Write(MarkupText xml, SnapshotHead head, IndicatorFigure figure, Language language)
    {
        FrameworkIndicator indicator = figure.Indicator;
        xml.Raw(
            $"\n<indicator measure=\"{Writing.Plain((int)indicator.Measure)}\" ascending=\"{Flag(indicator.Ascending)}\" aggregation-status=\"{Flag(CellAggregation.AddsUp(indicator))}\"><title>"
        );
        IatiRendering.Worded(xml, indicator.Code, indicator.Statement, indicator.French);
        xml.Raw("</title>");
        if (!string.IsNullOrWhiteSpace(indicator.Unit))
        {
            xml.Raw("<description>");
            IatiRendering.Narrative(
                xml,
                $"{Texts.Unit.In(language)}: {head.Agreement.Framework.TermIn(indicator.Unit, language)}{(figure.Span is { } span ? $"; {span.Words.In(language)}" : "")}",
                language
            );
            xml.Raw("</description>");
        }

        foreach (int factor in figure.KeyFactors)
        {
            xml.Raw("<reference vocabulary=\"99\" code=\"").Text(CodeOf(head, factor)).Raw($"\" indicator-uri=\"{Factors}\"/>");
        }

        bool inWords = indicator.Measure == Measure.Qualitative;
        if (!inWords && indicator.Baseline is { } baseline)
        {
            xml.Raw($"<baseline year=\"{Writing.Plain(indicator.BaselineYear)}\" value=\"{Writing.Plain(baseline)}\"/>");
        }

        Earlier(xml, figure, inWords);
        Open(xml, head.Period);
        if (!inWords && figure.Target is { } target)
        {
            xml.Raw($"<target value=\"{Writing.Plain(target.Value)}\"><comment>");
            IatiRendering.Narrative(
                xml,
                Texts.TargetOn(target: Writing.Number(target.Value, language), day: Writing.Iso(target.By)).In(language),
                language
            );
            xml.Raw("</comment></target>");
        }

        if (inWords)
        {
            Answers(xml, figure, language);
        }
        else
        {
            Actual(xml, figure.Total, null, null, language, broken: figure.Trend[^1].Break);
            foreach (GroupFigure region in figure.ByRegion)
            {
                Actual(xml, region.Figure, "region", region.Group, language);
            }

            foreach (Breakdown breakdown in figure.Breakdowns)
            {
                foreach (GroupFigure group in breakdown.Groups)
                {
                    Actual(xml, group.Figure, breakdown.Dimension, group.Group.Length == 0 ? "not-broken-down" : group.Group, language);
                }
            }
        }

        xml.Raw("</period></indicator>");
    }

    private static void Earlier(MarkupText xml, IndicatorFigure figure, bool inWords)
    {
        foreach (TrendPoint point in figure.Trend.SkipLast(1))
        {
            Open(xml, point.Period);
            if (!inWords && point.Value is { } value)
            {
                xml.Raw($"<actual value=\"{Writing.Plain(value)}\"/>");
            }

            xml.Raw("</period>");
        }
    }

    private static void Open(MarkupText xml, DonorPeriod period) =>
        xml.Raw($"<period><period-start iso-date=\"{Writing.Iso(period.Start)}\"/><period-end iso-date=\"{Writing.Iso(period.End)}\"/>");

    private static void Actual(MarkupText xml, Figure figure, string? dimension, string? group, Language language, bool broken = false)
    {
        if (figure.Value is not { } value)
        {
            return;
        }

        xml.Raw($"<actual value=\"{Writing.Plain(value)}\">");
        if (dimension is not null)
        {
            xml.Raw("<dimension name=\"").Text(dimension).Raw("\" value=\"").Text(group!).Raw("\"/>");
        }

        xml.Raw("<comment>");
        IatiRendering.Narrative(
            xml,
            $"{Texts.Administrations.In(language)}: {Texts.NofM(part: Writing.Number(figure.Reported, language), whole: Writing.Number(figure.Linked, language)).In(language)}",
            language
        );
        if (figure.Counts is { } counts)
        {
            IatiRendering.Narrative(xml, Writing.Share(value, counts, language), language);
        }

        if (figure.UnweightedOf is not null)
        {
            IatiRendering.Narrative(xml, Texts.UnweightedNote.In(language), language);
        }

        if (broken)
        {
            IatiRendering.Narrative(xml, Texts.SeriesBroken.In(language), language);
        }

        xml.Raw("</comment></actual>");
    }

    private static void Answers(MarkupText xml, IndicatorFigure figure, Language language)
    {
        if (figure.Total.State != FigureState.Narrative)
        {
            return;
        }

        string counted =
            $"{Texts.Administrations.In(language)}: {Texts.NofM(part: Writing.Number(figure.Total.Reported, language), whole: Writing.Number(figure.Total.Linked, language)).In(language)}";
        xml.Raw("<actual><comment>");
        IatiRendering.Narrative(xml, counted, language);
        foreach (QualitativeAnswer answer in figure.Answers.Take(5))
        {
            IatiRendering.Narrative(xml, PrintableText.Short(answer.Text, 500), null);
        }

        xml.Raw("</comment></actual>");
    }

    private static string CodeOf(SnapshotHead head, int factor) =>
        head.KeyFactors.FirstOrDefault(one => one.Number == factor)?.Code ?? $"key-factor-{Writing.Plain(factor)}";

    private static string Flag(bool value) => value ? "1" : "0";
}
