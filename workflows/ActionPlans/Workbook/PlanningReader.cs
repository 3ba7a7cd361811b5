using ACip.Workflows.Documents;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Workbook;

/// <summary>Reads a completed planning workbook back into a plan. Arguments are in the order of the columns.</summary>
internal static class PlanningReader
{
    public static ActionPlan Read(FilledWorkbook filled, ActionPlan current, List<WorkbookProblem> problems)
    {
        ILookup<string, Target> targets = Lines(filled, 3, problems)
            .Select(line => (Code: Code(line, problems), Target: ToTarget(line)))
            .Where(row => row.Target is not null)
            .ToLookup(row => row.Code, row => row.Target!);
        List<Indicator> indicators = [.. Lines(filled, 2, problems).Select(line => ToIndicator(line, targets, current))];
        foreach (string stray in targets.Select(group => group.Key).Where(code => indicators.All(indicator => indicator.Code != code)))
        {
            problems.Add(new WorkbookProblem(WorkbookProblems.CodeUnknown, filled.Design.Sheets[3].Name, null, stray));
        }

        RowReader Header(int row)
        {
            var line = new RowReader(filled, 0, row, problems);
            line.Skip();
            return line;
        }

        return current with
        {
            Title = Header(0).Text(),
            Start = Header(1).Date() ?? current.Start,
            End = Header(2).Date() ?? current.End,
            Results =
            [
                .. Lines(filled, 1, problems)
                    .Select(line => new PlanResult(
                        line.Code(),
                        line.Choice(Choices.Levels) ?? ResultLevel.Output,
                        Filled(line.TextOrNull())?.Trim(),
                        line.Text()
                    )),
            ],
            Indicators = indicators,
            Benchmarks = [.. Lines(filled, 4, problems).Select(line => ToBenchmark(line, current))],
            Activities = [.. Lines(filled, 5, problems).Select(line => ToActivity(line, current))],
            Risks =
            [
                .. Lines(filled, 6, problems)
                    .Select(line => new Risk(line.Code(), line.Text(), line.Whole(0), line.Whole(0), line.Text(), line.Text())),
            ],
        };
    }

    private static Benchmark ToBenchmark(RowReader line, ActionPlan current) =>
        new(line.Code(), line.Code(), line.Text(), line.DateNeeded() ?? current.End, line.Text(), line.Numbers());

    private static PlannedActivity ToActivity(RowReader line, ActionPlan current) =>
        new(
            line.Code(),
            line.Code(),
            line.Text(),
            line.DateNeeded() ?? current.Start,
            line.DateNeeded() ?? current.End,
            Filled(line.TextOrNull()),
            Filled(line.TextOrNull())
        );

    private static IEnumerable<RowReader> Lines(FilledWorkbook filled, int sheet, List<WorkbookProblem> problems) =>
        Enumerable
            .Range(0, filled.Design.Sheets[sheet].Rows.Count)
            .Select(row => new RowReader(filled, sheet, row, problems))
            .Where(line => !line.IsBlank);

    private static string Code(RowReader line, List<WorkbookProblem> problems)
    {
        string code = line.Code();
        if (code.Length == 0)
        {
            line.Report(WorkbookProblems.CodeMissing, 1);
        }

        return code;
    }

    private static Target? ToTarget(RowReader line)
    {
        if (line.DateNeeded() is not { } by)
        {
            return null;
        }

        var target = new Target(by, line.Number(), Filled(line.TextOrNull()));
        return ToCounts(line) is { } counts ? target with { Value = target.Value ?? counts.Percent, Counts = counts } : target;
    }

    /// <summary>A blank cell decides nothing about who may read: what stands holds.</summary>
    private static Indicator ToIndicator(RowReader line, ILookup<string, Target> targets, ActionPlan current)
    {
        string code = line.Code();
        Indicator? stands = current.Indicators.FirstOrDefault(one => one.Code == code);
        var indicator = new Indicator(
            code,
            line.Whole(1),
            line.Code(),
            line.Text(),
            line.Choice(Choices.Measures) ?? Measure.Unit,
            line.Text(),
            line.Choice(Choices.Directions) ?? true,
            line.Choice(Choices.Aggregations) ?? Aggregation.None,
            line.Text(),
            line.Text(),
            line.Choice(Choices.FrequencyList) is { } frequency ? Frequency.All[frequency] : stands?.Frequency ?? new Frequency(""),
            line.Text(),
            ToDimensions(line),
            line.Numbers(),
            new Markers(
                line.Several(Choices.Principles),
                line.Words(),
                line.Several(Choices.Synergies),
                line.Several(Choices.Themes),
                Filled(line.TextOrNull())
            ),
            line.Choice(Choices.YesNo) ?? stands?.Sensitive ?? false,
            new Baseline(line.Number(), Filled(line.TextOrNull()), line.Date(), Filled(line.TextOrNull()), Filled(line.TextOrNull())),
            [.. targets[code]],
            ToDonorLink(line),
            line.Choice(Choices.Disclosures) ?? stands?.Disclosure ?? Disclosure.Donors,
            ToChange(line)
        )
        {
            Covers = line.Choice(Choices.Spans),
            Ratio = ToNames(line),
        };
        return ToCounts(line) is { } counts
            ? indicator with
            {
                Baseline = indicator.Baseline with { Value = indicator.Baseline.Value ?? counts.Percent, Counts = counts },
            }
            : indicator;
    }

    private static RatioNames? ToNames(RowReader line)
    {
        string numerator = line.Text(),
            denominator = line.Text();
        return numerator.Length == 0 && denominator.Length == 0 ? null : new RatioNames(numerator, denominator);
    }

    /// <summary>Invalid counts are reported by the plan's rules; here it is enough not to divide by them.</summary>
    private static Ratio? ToCounts(RowReader line)
    {
        decimal? numerator = line.Number(),
            denominator = line.Number();
        if (numerator is { } part && denominator is > 0)
        {
            return new Ratio(part, denominator.Value);
        }

        if (numerator is not null || denominator is not null)
        {
            line.Report(WorkbookProblems.NotARatio, 1);
        }

        return null;
    }

    private static List<Dimension> ToDimensions(RowReader line)
    {
        var dimensions = new List<Dimension>();
        foreach (string text in line.Words())
        {
            string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
            dimensions.Add(new Dimension(parts[0], parts.Length == 2 ? [.. RowReader.Items(parts[1], ',')] : []));
        }

        return dimensions;
    }

    private static DonorLink? ToDonorLink(RowReader line)
    {
        string agreement = line.Code();
        string indicator = line.Code();
        decimal? factor = line.Number();
        return agreement.Length == 0 && indicator.Length == 0 ? null : new DonorLink(new AgreementId(agreement), indicator, factor ?? 1);
    }

    private static IndicatorChange? ToChange(RowReader line)
    {
        string? reason = Filled(line.TextOrNull());
        DateOnly? from = line.Date();
        decimal? factor = line.Number();
        return reason is null && from is null ? null : new IndicatorChange(reason ?? "", from ?? DateOnly.MinValue, factor);
    }

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
