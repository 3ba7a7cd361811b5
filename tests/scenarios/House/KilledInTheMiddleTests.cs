using System.Text.Json;

namespace ACip.Tests.Scenarios.House;

public sealed class KilledInTheMiddleTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("acip-killed-").FullName;

    [Fact]
    public async Task A_year_that_is_killed_again_and_again_ends_as_one_that_was_left_alone()
    {
        using var undisturbed = new SimulationProcess(At("calm"), At("calm-out"));
        Assert.True(await undisturbed.EndsWithinAsync(TimeSpan.FromMinutes(5)));
        Assert.True(undisturbed.ExitCode == 0, undisturbed.Printed);

        int kills = 0;
        while (true)
        {
            using var disturbed = new SimulationProcess(At("killed"), At("killed-out"));
            // each life a little longer than the one before, so that it comes to an end on any machine
            if (await disturbed.EndsWithinAsync(kills < 8 ? TimeSpan.FromSeconds(4 + (1.3 * kills)) : TimeSpan.FromMinutes(5)))
            {
                Assert.True(disturbed.ExitCode == 0, disturbed.Printed);
                break;
            }

            await disturbed.KillAsync();
            kills++;
        }

        Assert.True(kills > 0, "it ended before it could be killed");
        Assert.Equal(SimulationProcess.Mails(At("calm")).Order(), SimulationProcess.Mails(At("killed")).Order());
        Assert.Equal(Accepted("calm-out"), Accepted("killed-out"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string At(string name) => Path.Combine(folder, name);

    /// <summary>Every accepted figure of every snapshot: item, period, value and who gave it.</summary>
    private List<string> Accepted(string output)
    {
        var figures = new List<string>();
        foreach (string file in Directory.GetFiles(At(output), "snapshot.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var snapshot = JsonDocument.Parse(File.ReadAllBytes(file));
            Collect(snapshot.RootElement, figures);
        }

        Assert.NotEmpty(figures);
        return figures;
    }

    private static void Collect(JsonElement element, List<string> figures)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("observation", out JsonElement observation))
            {
                figures.Add(string.Join('|', new[] { "plan", "period", "item", "value", "reached", "missingReason", "by" }
                    .Select(name => observation.TryGetProperty(name, out JsonElement value) ? value.ToString() : "")));
            }

            foreach (JsonProperty property in element.EnumerateObject())
            {
                Collect(property.Value, figures);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Collect(item, figures);
            }
        }
    }
}
