using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ACip.Tests.Bench.All;

/// <summary>All that was measured, as a table for people and as JSON for programs.</summary>
/// <param name="Loads">Of the machine, a minute's mean, at the beginning and at the end: what else was going on.</param>
internal sealed record Report(
    Mode Mode,
    DateTimeOffset Began,
    TimeSpan Took,
    IReadOnlyList<string> Loads,
    IReadOnlyList<Measured> Rows,
    IReadOnlyList<string> Failed
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Markdown, so that it can stand in docs/measurements.md as it is.</summary>
    public string ToTable()
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Mode} mode, {Began:yyyy-MM-dd HH:mm} UTC, {Took.TotalMinutes:0.0} minutes, {Environment.ProcessorCount} cores, load {string.Join(" to ", Loads)}, {RuntimeInformation.FrameworkDescription}\n\n"
        );
        text.Append(
            "| what | unit | figure: median (least–most) of runs | held against | its figure | ratio (least–most) | goal | reached |\n"
        );
        text.Append("|---|---|---|---|---|---|---|---|\n");
        foreach (Measured one in Rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {one.Row.What} | {one.Row.Unit} | {Said(one.Value)} | {one.Row.Peer ?? "–"} | {Said(one.Peer, spread: false)} | {Said(one.Ratio)} | {one.Row.Goal?.ToString() ?? "–"} | {Reached(one)} |\n"
            );
        }

        foreach (string failed in Failed)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nFAILED: {failed}");
        }

        return text.ToString();
    }

    public string ToJson() =>
        JsonSerializer.Serialize(
            new
            {
                Mode,
                Began,
                Seconds = Math.Round(Took.TotalSeconds, 1),
                Cores = Environment.ProcessorCount,
                Loads,
                Runtime = RuntimeInformation.FrameworkDescription,
                System = RuntimeInformation.OSDescription,
                Rows = Rows.Select(one => new
                {
                    one.Row.Id,
                    one.Row.What,
                    one.Row.Unit,
                    HeldAgainst = one.Row.Peer,
                    Figure = one.Value,
                    one.Peer,
                    one.Ratio,
                    Goal = one.Row.Goal?.ToString(),
                    one.Reached,
                }),
                Failed,
            },
            Json
        );

    private static string Reached(Measured one) =>
        one.Reached switch
        {
            true => "yes",
            false => "**no**",
            null => "–",
        };

    private static string Said(Several? several, bool spread = true)
    {
        if (several is null)
        {
            return "–";
        }

        string median = Number(several.Median);
        return !spread || several.Runs == 1
            ? median
            : $"{median} ({Number(several.Least)}–{Number(several.Most)}) of {several.Runs.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Three digits that say something.</summary>
    private static string Number(double value) =>
        value.ToString(
            Math.Abs(value) switch
            {
                0 => "0",
                < 1 => "0.000",
                < 10 => "0.00",
                < 100 => "0.0",
                _ => "#,##0",
            },
            CultureInfo.InvariantCulture
        );
}
