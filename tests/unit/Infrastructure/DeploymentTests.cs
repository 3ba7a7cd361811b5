using System.Text.RegularExpressions;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>What must not get lost from the deployment.</summary>
public sealed class DeploymentTests
{
    [Theory]
    [InlineData("app", "httpsOnly: true")]
    [InlineData("app", "minTlsVersion: '1.2'")]
    [InlineData("app", "ftpsState: 'Disabled'")]
    [InlineData("app", "properties: { allow: false }")] // no deployment by password
    [InlineData("app", "requireAuthentication: false")] // or webhooks would be answered with a redirect
    [InlineData("app", "unauthenticatedClientAction: 'AllowAnonymous'")]
    [InlineData("app", "platform: { enabled: true")]
    [InlineData("storage", "allowSharedKeyAccess: false")]
    [InlineData("storage", "allowBlobPublicAccess: false")]
    [InlineData("storage", "minimumTlsVersion: 'TLS1_2'")]
    [InlineData("vault", "enableRbacAuthorization: true")]
    [InlineData("vault", "enablePurgeProtection: true")]
    [InlineData("monitoring", "DisableIpMasking: false")]
    [InlineData("monitoring", "DisableLocalAuth: true")]
    public void Holds(string module, string line) => Assert.Contains(line, SourceTree.Read($"infra/azure/modules/{module}.bicep"), StringComparison.Ordinal);

    [Fact]
    public void Each_container_of_the_code_is_created_and_is_unchangeable_or_passing_or_lasting()
    {
        string storage = SourceTree.Read("infra/azure/modules/storage.bicep");
        string[] unchangeable = List(storage, "unchangeable"), passing = List(storage, "passing"), lasting = List(storage, "lasting");
        string[] used = [.. SourceTree.Application().SelectMany(text => Regex.Matches(text, @"GetBlobContainerClient\(""([^""]+)""|const string \w*Container = ""([^""]+)""")
            .Select(match => match.Groups[1].Value + match.Groups[2].Value)).Distinct()];
        Assert.NotEmpty(used);
        Assert.Empty(used.Except(unchangeable).Except(passing).Except(lasting));
        Assert.Empty(unchangeable.Intersect([.. passing, .. lasting]));
        Assert.Contains("received-mail", passing); // it holds personal data
        Assert.Empty(new[] { "plan-versions", "donor-reports", "audit-heads" }.Except(unchangeable));
    }

    [Fact]
    public void The_app_s_identity_may_not_act_as_superuser_on_immutable_blobs() =>
        Assert.DoesNotContain("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", string.Concat(SourceTree.Bicep.Select(File.ReadAllText)), StringComparison.Ordinal);

    [Fact]
    public void Alerts_look_for_words_that_the_code_still_says()
    {
        // these are said by the durable engine and its host, not by us
        string[] others = ["(Orchestrator)", "failed with an error", "Poison message", "PoisonMessage"];
        string code = string.Concat(SourceTree.Application());
        string[] heard = [.. Regex.Matches(SourceTree.Read("infra/azure/modules/alerts.bicep"), @"has ""([^""]+)""").Select(match => match.Groups[1].Value).Except(others)];
        Assert.True(heard.Length >= 4);
        Assert.All(heard, words => Assert.Contains(words, code, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_documentation_names_is_there()
    {
        string text = SourceTree.Read("docs/deployment.md");
        Assert.All(Regex.Matches(SourceTree.Read("infra/azure/modules/app.bicep"), @"secrets/([\w-]+)\)").Select(match => match.Groups[1].Value), secret => Assert.Contains(secret, text, StringComparison.Ordinal));
        Assert.All(
            Regex.Matches(SourceTree.Read("infra/azure/main.bicep"), @"^param (\w+) ", RegexOptions.Multiline).Select(match => match.Groups[1].Value),
            parameter => Assert.Contains($"`{parameter}`", text, StringComparison.Ordinal));
        Assert.All(Regex.Matches(text, @"`((?:infra|docs|tests|\.github|\.ci)/[\w./-]+)`").Select(match => match.Groups[1].Value), path => Assert.True(Path.Exists(Path.Combine(SourceTree.Root, path)), path));
    }

    private static string[] List(string bicep, string name) =>
        [.. Regex.Matches(Regex.Match(bicep, $@"^var {name} = \[(.*?)\]", RegexOptions.Multiline).Groups[1].Value, "'([^']+)'").Select(match => match.Groups[1].Value)];
}
