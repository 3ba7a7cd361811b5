using System.Text.Json;
using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.DonorReports.Rendering.Json;

/// <summary>The figures as data: the same content and ids as the readable formats, and nothing that they withhold.</summary>
internal static class JsonRendering
{
    public static void Write(SnapshotHead head, FigureSet figures, Stream output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteBoolean("fictional", head.Fictional);
        json.WriteString("agreement", head.Agreement.OfficialNumber);
        json.WriteString("donor", head.Donor.Name);
        json.WriteString("start", Writing.Iso(head.Period.Start));
        json.WriteString("end", Writing.Iso(head.Period.End));
        json.WriteString("period", head.Period.Label);
        json.WriteString("asOf", Writing.Instant(head.AsOf));
        json.WriteStartArray("indicators");
        foreach (IndicatorFigure figure in figures.Indicators)
        {
            Write(json, figure, Templates.Of(head));
        }

        json.WriteEndArray();
        Write(json, "byLevel", figures.ByLevel);
        Write(json, "byKeyFactor", figures.ByKeyFactor);
        Write(json, "byPrinciple", figures.ByPrinciple);
        json.WriteStartArray("gaps");
        foreach (CoverageGap gap in head.Gaps)
        {
            json.WriteStartObject();
            json.WriteString("administration", gap.Administration.Value);
            WriteIfAny(json, "period", gap.Period?.Value);
            json.WriteString("reason", gap.Reason.ToString());
            WriteIfAny(json, "note", gap.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IndicatorFigure figure, ReportTemplate template)
    {
        json.WriteStartObject();
        json.WriteString("code", figure.Indicator.Code);
        json.WriteString("statement", PrintableText.Of(figure.Indicator.Statement));
        json.WriteString("result", figure.Result.Code);
        json.WriteString("level", figure.Result.Level.ToString());
        json.WriteString("unit", figure.Indicator.Unit);
        json.WriteString("measure", figure.Indicator.Measure.ToString());
        json.WriteString("aggregation", figure.Indicator.Aggregation.ToString());
        WriteIfAny(json, "span", figure.SpansDiffer ? "Mixed" : figure.Span?.ToString());
        json.WriteBoolean("ascending", figure.Indicator.Ascending);
        WriteIfAny(json, "baseline", figure.Indicator.Baseline);
        WriteIfAny(json, "target", figure.Target?.Value);
        if (figure.Target is { } target)
        {
            json.WriteString("targetBy", Writing.Iso(target.By));
        }

        WriteIfAny(json, "achievement", figure.Achievement);
        json.WriteString("progress", figure.Progress.ToString());
        WriteIfAny(json, "score", ScoreSections.Of(template, figure)?.Called.En);
        WriteFigures(json, figure);
        WriteTrend(json, figure.Trend);
        if (figure.Before.Count > 0)
        {
            WriteBefore(json, figure.Before);
        }

        json.WriteStartArray("missing");
        foreach (MissingValue missing in figure.Missing)
        {
            json.WriteStartObject();
            json.WriteString("administration", missing.Administration.Value);
            WriteIfAny(json, "reason", missing.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, IndicatorFigure figure)
    {
        string code = figure.Indicator.Code;
        json.WriteStartArray("figures");
        Write(json, $"{code}/total", figure.Total);
        foreach (GroupFigure region in figure.ByRegion)
        {
            Write(json, $"{code}/region:{region.Group}", region.Figure);
        }

        foreach (Breakdown breakdown in figure.Breakdowns)
        {
            foreach (GroupFigure group in breakdown.Groups)
            {
                Write(json, $"{code}/{breakdown.Dimension}:{group.Group}", group.Figure);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteTrend(Utf8JsonWriter json, IEnumerable<TrendPoint> trend)
    {
        json.WriteStartArray("trend");
        foreach (TrendPoint point in trend)
        {
            json.WriteStartObject();
            json.WriteString("end", Writing.Iso(point.Period.End));
            WriteIfAny(json, "value", point.Value);
            if (point.Break)
            {
                json.WriteBoolean("break", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBefore(Utf8JsonWriter json, IReadOnlyList<BeforeTheProgramme> before)
    {
        json.WriteStartArray("beforeTheProgramme");
        foreach (BeforeTheProgramme one in before)
        {
            json.WriteStartObject();
            json.WriteString("administration", one.Administration.Value);
            json.WriteString("item", one.Year.Item);
            json.WriteString("start", Writing.Iso(one.Year.Start));
            json.WriteString("end", Writing.Iso(one.Year.End));
            WriteIfAny(json, "value", one.Year.Value);
            json.WriteString("unit", one.Unit);
            json.WriteString("source", one.Year.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string id, Figure figure)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("state", figure.State.ToString());
        WriteIfAny(json, "value", figure.Value);
        WriteIfAny(json, "numerator", figure.Counts?.Numerator);
        WriteIfAny(json, "denominator", figure.Counts?.Denominator);
        WriteIfAny(json, "unweightedMeanOf", figure.UnweightedOf);
        if (figure.NotDueUntil is { } day)
        {
            json.WriteString("notDueUntil", Writing.Iso(day));
        }

        json.WriteNumber("reported", figure.Reported);
        json.WriteNumber("linked", figure.Linked);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Tally> tallies)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, tallies, SnapshotJson.Options);
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, SnapshotJson.Canonical(number));
        }
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, PrintableText.Of(value));
        }
    }
}
