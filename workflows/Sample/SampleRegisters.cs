using System.Globalization;
using System.Text;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Registers;
using ACip.Workflows.Surveys;

namespace ACip.Workflows.Sample;

/// <summary>Fictional registers that a sample programme begins with: one import of each, with dates that move as the plans' do.</summary>
public static class SampleRegisters
{
    /// <param name="start">First day of the plans.</param>
    /// <param name="taken">Administrations of the sample; lines about others are left out.</param>
    public static byte[] Deliveries(DateOnly start, IReadOnlySet<AdministrationId> taken)
    {
        var dates = new SeedDates(start);
        using Stream file = Open("deliveries.csv");
        HashSet<AdministrationId> known = [.. ProgrammeSeed.Load().Administrations.Select(administration => administration.Id)];
        var csv = new StringBuilder("kind,title,start,end,administration,women,men,not_stated\n");
        foreach (
            DeliveredEvent row in Sound(EventRegisterReader.Read(file, known))
                .Where(row => row.Administration is null || taken.Contains(row.Administration.Value))
        )
        {
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{row.Kind},\"{row.Title}\",{dates.Move(row.Start):yyyy-MM-dd},{dates.Move(row.End):yyyy-MM-dd},{row.Administration},{row.Women},{row.Men},{row.NotStated}\n"
            );
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <param name="start">First day of the plans; waves are years and move by whole years.</param>
    public static byte[] Cips(DateOnly start)
    {
        using Stream file = Open("cips.csv");
        var csv = new StringBuilder("wave,key_factor,group,n,mean,low,high\n");
        foreach (CipsScore score in Sound(CipsRegisterReader.Read(file)))
        {
            int wave = int.Parse(score.Wave, CultureInfo.InvariantCulture) + start.Year - ProgrammeSeed.FirstDay.Year;
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{wave},{score.KeyFactor},{score.Group},{score.N},{score.Mean},{score.Low},{score.High}\n"
            );
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static IReadOnlyList<TRow> Sound<TRow>(RegisterRead<TRow> read) =>
        read.IsSound ? read.Rows : throw new InvalidOperationException($"The sample register cannot be read: {read.Errors[0]}");

    private static Stream Open(string name) =>
        typeof(SampleRegisters).Assembly.GetManifestResourceStream($"ACip.Workflows.Programme.Seed.registers.{name}")!;
}
