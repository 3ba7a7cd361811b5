using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>Every file by the genuine compiler and linter, with every rule as an error.</summary>
public sealed class BicepTests
{
    [BicepFact]
    public async Task Every_file_builds_without_a_word()
    {
        using var copy = new BicepCopy();
        Silent(await Bicep.RunAsync("build", "--pattern", Path.Combine(copy.Folder, "**", "*.bicep")));
        Assert.All(Bicep.Files, file => Assert.True(File.Exists(copy.Of(Path.ChangeExtension(file, "json"))), file));
    }

    [BicepFact]
    public async Task The_linter_finds_nothing()
    {
        Silent(await Bicep.RunAsync("lint", "--pattern", Path.Combine(Bicep.Folder, "**", "*.bicep")));
        Silent(await Bicep.RunAsync("lint", "--pattern", Path.Combine(Bicep.Folder, "**", "*.bicepparam")));
    }

    [BicepFact]
    public async Task Parameters_fit_their_template()
    {
        using var copy = new BicepCopy();
        Silent(await Bicep.RunAsync("build-params", "--pattern", Path.Combine(copy.Folder, "*.bicepparam")));
        Assert.Equal(["dev", "main", "prod", "test"], Bicep.ParameterFiles.Select(Path.GetFileNameWithoutExtension));
        Assert.All(Bicep.ParameterFiles, file => Assert.True(File.Exists(copy.Of(Path.ChangeExtension(file, "json"))), file));
    }

    /// <summary>Or the tests above would be silent for another reason.</summary>
    [BicepFact]
    public async Task What_is_wrong_is_told()
    {
        (string Right, string Wrong, string Rule)[] cases =
        [
            ("supportsHttpsTrafficOnly: true", "supportsHttpsTrafficOnly: 'yes'", "Warning BCP036"),
            ("allowSharedKeyAccess:", "allowSharedKeys:", "Warning BCP037"),
            ("blobServices/containers@2026-06-01'", "blobServices/containers@2023-05-01'", "Error use-recent-api-versions"),
            ("param versioned bool", "param versioned bool\n\nparam more bool", "Error no-unused-params"),
            (
                "output id string = account.id",
                "output id string = account.listKeys().keys[0].value",
                "Error outputs-should-not-contain-secrets"
            ),
        ];
        using var copy = new BicepCopy();
        string file = Path.Combine(copy.Folder, "modules", "account.bicep"),
            text = await File.ReadAllTextAsync(file);
        foreach ((string right, string wrong, _) in cases)
        {
            Assert.Contains(right, text, StringComparison.Ordinal);
            text = text.Replace(right, wrong, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(file, text);
        BicepRun run = await Bicep.RunAsync("lint", "--pattern", Path.Combine(copy.Folder, "**", "account.bicep"));
        Assert.All(cases, one => Assert.Contains(one.Rule, run.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_is_an_error_and_none_is_silenced_but_for_the_reason_given()
    {
        string text = Regex.Replace(
            File.ReadAllText(Path.Combine(Bicep.Folder, "bicepconfig.json")),
            @"^\s*//.*$",
            "",
            RegexOptions.Multiline
        );
        JsonObject rules = JsonNode.Parse(text)!["analyzers"]!["core"]!["rules"]!.AsObject();
        Assert.True(rules.Count >= 55);
        Assert.All(rules, rule => Assert.Equal("error", rule.Value!["level"]!.GetValue<string>()));
        IEnumerable<string> silenced = Bicep
            .Files.SelectMany(file => Regex.Matches(File.ReadAllText(file), @"#disable\S*[^\n]*").Select(match => match.Value))
            .Distinct();
        Assert.Equal(["#disable-next-line use-recent-api-versions // the newest without 'preview' is of 2016"], silenced);
    }

    private static void Silent(BicepRun run)
    {
        Assert.Equal("", run.Errors.Trim());
        Assert.Equal(0, run.Code);
    }
}
