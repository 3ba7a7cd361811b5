using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>What the deployment must share with the code and with its documentation.</summary>
public sealed class DeploymentTests
{
    private const string Containers = "Microsoft.Storage/storageAccounts/blobServices/containers";

    [BicepFact]
    public async Task Each_container_of_the_code_is_made_in_the_programme_s_account()
    {
        string[] used =
        [
            .. SourceTree
                .Application()
                .SelectMany(text =>
                    Regex
                        .Matches(text, @"GetBlobContainerClient\(""([^""]+)""|const string \w*Container = ""([^""]+)""")
                        .Select(match => match.Groups[1].Value + match.Groups[2].Value)
                )
                .Distinct(),
        ];
        string[] made =
        [
            .. (await Deployment.OfAsync("prod"))
                .All(Containers)
                .Select(one => Deployment.Text(one, "name"))
                .Where(name => Regex.IsMatch(name, @"^\w+data\w{6}/"))
                .Select(name => name.Split('/')[^1]),
        ];
        Assert.NotEmpty(used);
        Assert.Equal(used.Order(), made.Order());
    }

    [BicepFact]
    public async Task Received_mail_is_never_unchangeable() =>
        Assert.DoesNotContain(
            (await Deployment.OfAsync("prod")).All(Containers + "/immutabilityPolicies"),
            one => Regex.IsMatch(Deployment.Text(one, "name"), "mail|evidence|registers")
        );

    /// <summary>Said by the durable engine and its host, by Azure or by the vault: no figure of ours can say it.</summary>
    private static readonly string[] SaidByOthers = ["workflow-failed", "secrets-read", "logs-full"];

    [BicepFact]
    public async Task Alerts_ask_for_figures_that_the_code_measures()
    {
        string measured = SourceTree.Read("workflows/Telemetry/ProgrammeMetrics.cs");
        JsonObject[] alerts =
        [
            .. (await Deployment.OfAsync("prod"))
                .All("Microsoft.Insights/scheduledQueryRules")
                .Where(one => !SaidByOthers.Contains(Deployment.Text(one, "name")["acip-".Length..])),
        ];

        Assert.True(alerts.Length >= 12, $"{alerts.Length} alerts");
        Assert.All(
            alerts,
            alert =>
            {
                string query = alert["properties"]!["criteria"]!["allOf"]![0]!["query"]!.ToString();
                string[] asked = [.. Regex.Matches(query, @"""(acip\.[\w.]+)""").Select(match => match.Groups[1].Value)];
                Assert.StartsWith("AppMetrics |", query, StringComparison.Ordinal);
                Assert.NotEmpty(asked);
                Assert.All(asked, name => Assert.Contains($"\"{name}\"", measured, StringComparison.Ordinal));
            }
        );
    }

    [BicepFact]
    public async Task Mail_is_called_silent_by_the_alert_when_the_app_calls_it_so()
    {
        using var copy = new BicepCopy();
        string file = Path.Combine(copy.Folder, "prod.bicepparam"),
            text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(
            file,
            text.Replace("param mail = {", "param mail = {\n  heartbeatHours: 48", StringComparison.Ordinal)
        );
        Deployment made = await Deployment.CompileAsync(copy, "prod");
        JsonObject alert = made.All("Microsoft.Insights/scheduledQueryRules")
            .Single(one => Deployment.Text(one, "name") == "acip-mail-silent");

        Assert.Equal("48", made.Settings["Mail__HeartbeatHours"]!.ToString());
        Assert.Equal(48 * 3600, alert["properties"]!["criteria"]!["allOf"]![0]!["threshold"]!.GetValue<int>());
    }

    [BicepFact]
    public async Task Alerts_speak_only_of_what_the_documentation_explains()
    {
        string text = SourceTree.Read("docs/operations.md");
        Deployment made = await Deployment.OfAsync("prod");
        string[] alerts =
        [
            .. made.All("Microsoft.Insights/scheduledQueryRules")
                .Concat(made.All("Microsoft.Insights/metricAlerts"))
                .Select(one => Deployment.Text(one, "name")["acip-".Length..]),
        ];
        Assert.True(alerts.Length >= 8);
        Assert.All(alerts, alert => Assert.Contains($"`{alert}`", text, StringComparison.Ordinal));
    }

    [BicepFact]
    public async Task What_the_documentation_names_is_there_and_the_reverse()
    {
        string text = SourceTree.Read("docs/deployment.md");
        Deployment made = await Deployment.OfAsync("prod");
        Assert.All(
            Regex.Matches(made.Settings.ToJsonString(), @"secrets/([\w-]+)\)").Select(match => match.Groups[1].Value),
            secret => Assert.Contains($"`{secret}`", text, StringComparison.Ordinal)
        );
        IEnumerable<string> parameters = ((JsonObject)made.Template["parameters"]!)
            .Select(one => one.Key)
            .Concat(
                ((JsonObject)made.Template["definitions"]!)
                    .SelectMany(one => one.Value!["properties"] as JsonObject ?? [])
                    .Select(one => one.Key)
            );
        Assert.All(parameters.Distinct(), parameter => Assert.Contains($"`{parameter}`", text, StringComparison.Ordinal));
        Assert.All(
            ((JsonObject)made.Template["outputs"]!).Select(one => one.Key),
            output => Assert.Contains($"`{output}`", text, StringComparison.Ordinal)
        );
        Assert.All(
            Regex.Matches(SourceTree.Read("infra/azure/main.bicepparam"), @"\('(ACIP_\w+)'").Select(match => match.Groups[1].Value),
            variable => Assert.Contains($"`{variable}`", text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Paths_in_the_documentation_exist()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(SourceTree.Root, "docs"), "*.md"))
        {
            Assert.All(
                Regex
                    .Matches(File.ReadAllText(file), @"`((?:infra|docs|tests|functions|workflows|\.github|\.ci)/[\w./-]+)`")
                    .Select(match => match.Groups[1].Value),
                path => Assert.True(Path.Exists(Path.Combine(SourceTree.Root, path)), $"{Path.GetFileName(file)}: {path}")
            );
        }
    }

    [Fact]
    public void Tests_that_the_documentation_names_exist()
    {
        string all = string.Join(
            '\n',
            Directory
                .EnumerateFiles(Path.Combine(SourceTree.Root, "tests"), "*.cs", SearchOption.AllDirectories)
                .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Select(File.ReadAllText)
        );
        HashSet<string> known =
        [
            .. Regex
                .Matches(all, @"public (?:async )?(?:Task|void) (\w+)\(|class (\w+Tests)\b")
                .Select(match => match.Groups[1].Value + match.Groups[2].Value),
        ];
        string[] named =
        [
            .. Directory
                .GetFiles(Path.Combine(SourceTree.Root, "docs"), "*.md")
                .SelectMany(file =>
                    Regex
                        .Matches(File.ReadAllText(file), @"`(\w+Tests|[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+){3,})`")
                        .Select(match => match.Groups[1].Value)
                )
                .Where(name => name.Any(char.IsLower))
                .Distinct(),
        ];
        Assert.True(named.Length > 30);
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void Azd_finds_the_template_and_the_app()
    {
        string azure = SourceTree.Read("azure.yaml");
        Assert.True(File.Exists(Path.Combine(SourceTree.Root, Value("path"), $"{Value("module")}.bicepparam")));
        Assert.True(File.Exists(Path.Combine(SourceTree.Root, Value("project"), "ACip.Functions.csproj")));
        Assert.Equal(("bicep", "dotnet", "function"), (Value("provider"), Value("language"), Value("host")));
        Assert.Contains("'azd-service-name': 'app'", SourceTree.Read("infra/azure/modules/app.bicep"), StringComparison.Ordinal);
        Assert.Matches(@"services:\n  app:", azure);

        string Value(string key) => Regex.Match(azure, $@"^ +{key}: (\S+)$", RegexOptions.Multiline).Groups[1].Value;
    }

    [Fact]
    public void The_app_role_is_one_that_the_directory_takes()
    {
        JsonElement role = Assert.Single(
            JsonDocument.Parse(SourceTree.Read("infra/azure/entra/app-roles.json")).RootElement.EnumerateArray()
        );
        Assert.True(Guid.TryParse(role.GetProperty("id").GetString(), out _));
        Assert.Equal("User", Assert.Single(role.GetProperty("allowedMemberTypes").EnumerateArray()).GetString());
        Assert.Contains($"`{role.GetProperty("value").GetString()}`", SourceTree.Read("docs/deployment.md"), StringComparison.Ordinal);
    }
}
