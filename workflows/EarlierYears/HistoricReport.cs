using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Workflows.EarlierYears;

/// <summary>Figures accepted for a period before the programme kept records: imported from a file, never asked for or reviewed here. They
/// are shown beside accepted figures and count in no donor report.</summary>
/// <param name="End">Last day, inclusive.</param>
/// <param name="Source">Where the figures come from, in the words of whoever brought them in.</param>
/// <param name="FileSha256">Of the file, which is kept.</param>
public sealed record HistoricReport(
    PlanId Plan,
    DateOnly Start,
    DateOnly End,
    string Source,
    string FileSha256,
    IReadOnlyList<HistoricFigure> Figures,
    PersonId By,
    DateTimeOffset At
)
{
    internal const string Prefix = "historic|";

    [JsonIgnore]
    public PeriodKey Period => PeriodKey.Of(Start, End);

    internal static string Key(PeriodKey period) => Prefix + period;
}

/// <param name="Item">Code of an indicator of the plan.</param>
public sealed record HistoricFigure(string Item, decimal Value);
