namespace ACip.Workflows.Sample;

/// <summary>Moves the dates of the seed files from <see cref="ProgrammeSeed.FirstDay"/> to another first day.</summary>
/// <param name="Start">First day of the plans.</param>
internal readonly record struct SeedDates(DateOnly Start)
{
    /// <remarks>Counted from the following day, so that the last day of a month stays the last day of a month.</remarks>
    public DateOnly Move(DateOnly day)
    {
        int months = ((Start.Year - ProgrammeSeed.FirstDay.Year) * 12) + Start.Month - ProgrammeSeed.FirstDay.Month;
        return day.AddDays(1).AddMonths(months).AddDays(Start.Day - ProgrammeSeed.FirstDay.Day - 1);
    }
}
