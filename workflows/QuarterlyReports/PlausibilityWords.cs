using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>The wording of the questions.</summary>
internal static class PlausibilityWords
{
    public static ReportQuestion PercentOutOfRange(string item, decimal value) =>
        new("percent-range", item, Texts.PercentOutOfRange(item: item, value: value));

    public static ReportQuestion FractionForPercent(string item, decimal value) =>
        new("wrong-unit", item, Texts.FractionForPercent(item: item, value: value, hundredfold: value * 100));

    public static ReportQuestion CountsDiffer(string item, string dimension, Ratio sum, Ratio total) =>
        new("groups-sum", item, Texts.CountsDiffer(item: item, dimension: dimension, sum: Text.For(sum.In), total: Text.For(total.In)));

    public static ReportQuestion Negative(string item, decimal value) => new("negative", item, Texts.Negative(item: item, value: value));

    public static ReportQuestion CumulativeFalls(string item, decimal value, decimal last) =>
        new("cumulative-falls", item, Texts.CumulativeFalls(item: item, last: last, value: value));

    public static ReportQuestion Jump(string item, decimal value, decimal last) =>
        new("jump", item, Texts.Jump(item: item, value: value, last: last));

    public static ReportQuestion GroupsDiffer(string item, string dimension, decimal sum, decimal total) =>
        new("groups-sum", item, Texts.GroupsDiffer(item: item, dimension: dimension, sum: sum, total: total));

    public static ReportQuestion NoLongerReached(string item) =>
        new("no-longer-reached", item, Texts.ItemReportedAsReachedBeforeNo(item: item));
}
