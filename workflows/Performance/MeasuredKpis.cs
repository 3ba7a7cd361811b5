using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Performance;

/// <summary>KPIs of self-assessments as figures of indicators.</summary>
internal sealed class MeasuredKpis(AssessmentService assessments) : IMeasuredFigures
{
    public async Task<MeasuredFigure?> FindAsync(
        AdministrationId administration,
        FigureSource source,
        Disclosure needed,
        DateOnly from,
        DateOnly until,
        CancellationToken cancellation
    )
    {
        if (source.Instrument != FigureSource.Assessment)
        {
            return null;
        }

        foreach (
            AssessmentRecord record in (await assessments.ListAsync(administration, cancellation))
                .Reverse()
                .Where(record => record.State == AssessmentState.Given)
        )
        {
            DateOnly on = DateOnly.FromDateTime(record.GivenAt!.Value.UtcDateTime);
            if (on >= from && on <= until && record.Answers.TryGetValue(source.Key, out KpiAnswer? answer) && answer.Disclosure >= needed)
            {
                return new MeasuredFigure(
                    answer.Value,
                    answer.NotMeasurable,
                    on,
                    record.GivenBy!.Value,
                    EntrySource.Measured(string.Create(CultureInfo.InvariantCulture, $"pmm:{record.Ref.Year}"))
                );
            }
        }

        return null;
    }
}
