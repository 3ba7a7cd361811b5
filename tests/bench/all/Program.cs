// The benchmarks, in one table: each figure beside a floor or a peer that was measured in the same run, several times, with its spread.
// short | long | smoke    how much; nothing: short (under a quarter of an hour on two cores that do nothing else)
// --json FILE             where the JSON goes; nothing: bench.json
// --only PART             that part alone, as the progress names it; may be given several times
using System.Globalization;
using ACip.Tests.Bench.All;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var mode = Mode.Short;
string json = "bench.json";
List<string> only = [];
for (int at = 0; at < args.Length; at++)
{
    switch (args[at])
    {
        case "--json" when at + 1 < args.Length:
            json = args[++at];
            break;
        case "--only" when at + 1 < args.Length && Parts.All.Any(part => part.Name == args[at + 1]):
            only.Add(args[++at]);
            break;
        case var word when Enum.TryParse(word, ignoreCase: true, out Mode named) && Enum.IsDefined(named) && !char.IsAsciiDigit(word[0]):
            mode = named;
            break;
        default:
            Console.Error.WriteLine(
                $"'{args[at]}' is not known here. Say short, long or smoke, --json FILE, --only PART; parts: {string.Join(", ", Parts.All.Select(part => part.Name))}."
            );
            return 2;
    }
}

Report report = await new Gathering(mode, Console.Error.WriteLine).RunAsync(only);
await File.WriteAllTextAsync(json, report.ToJson() + "\n");
Console.WriteLine(report.ToTable());
Console.WriteLine($"JSON: {Path.GetFullPath(json)}");
return report.Failed.Count == 0 && (only.Count > 0 || report.Rows.All(row => row.Value is not null)) ? 0 : 1;
