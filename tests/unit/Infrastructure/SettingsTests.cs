using System.Reflection;
using System.Text.RegularExpressions;
using ACip.Workflows;
using ACip.Workflows.Messaging;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>What the code reads against what the compiled template gives, and both against the documentation.</summary>
public sealed class SettingsTests
{
    /// <summary>Set by App Service or by the host itself, or only where there is no identity, or to go before host.json on one
    /// machine, or to try out a language.</summary>
    private static readonly string[] NotGiven =
    [
        "WEBSITE_AUTH_ENABLED",
        "FUNCTIONS_APPLICATION_DIRECTORY",
        "AzureWebJobsStorage",
        "ACIP_LANGUAGES",
    ];

    /// <summary>Read by Microsoft's host, worker or App Service, and not by our code.</summary>
    private static readonly string[] ReadByOthers =
    [
        "AzureWebJobsStorage:credential",
        "AzureWebJobsStorage:clientId",
        "AzureWebJobsStorage:blobServiceUri",
        "AzureWebJobsStorage:queueServiceUri",
        "AzureWebJobsStorage:tableServiceUri",
        "AzureWebJobsDisableHomepage",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "MICROSOFT_PROVIDER_AUTHENTICATION_SECRET",
    ];

    /// <summary>Names of settings are told apart by their letters, not by their case.</summary>
    private static readonly StringComparer Alike = StringComparer.OrdinalIgnoreCase;

    [BicepFact]
    public async Task Every_setting_that_the_code_reads_is_given() =>
        Assert.Empty(ReadByTheCode().Except((await GivenAsync()).Keys, Alike).Except(NotGiven));

    [BicepFact]
    public async Task Every_setting_that_is_given_is_read() =>
        Assert.Empty((await GivenAsync()).Keys.Except(ReadByTheCode(), Alike).Except(ReadByOthers));

    [BicepFact]
    public async Task Every_setting_is_documented_and_none_that_there_is_not()
    {
        string section = Regex
            .Match(
                SourceTree.Read("docs/deployment.md"),
                @"^## Settings of the app$(.*?)^## ",
                RegexOptions.Multiline | RegexOptions.Singleline
            )
            .Groups[1]
            .Value;
        string[] documented = [.. Regex.Matches(section, @"^\| `(\w+)` \|", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
        Assert.Equal(
            (await GivenAsync()).Keys.Select(name => name.Replace(":", "__", StringComparison.Ordinal)).Order(),
            documented.Order()
        );
    }

    [Fact]
    public void Sections_are_read_through_options_that_this_test_knows() =>
        Assert.All(
            SourceTree
                .Application()
                .SelectMany(text =>
                    Regex
                        .Matches(
                            text,
                            @"\.AddValidated<[^(]+\(([^)]+)\)|\bGetSection\(([^)]+)\)|\bBindConfiguration\((?!section\))([^)]+)\)"
                        )
                        .Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value)
                ),
            section => Assert.Contains(section, Options().Select(type => $"{type.Name}.Section"))
        );

    [BicepTheory]
    [InlineData("SendGrid:ApiKey")]
    [InlineData("Mail:TokenSecret")]
    [InlineData("MICROSOFT_PROVIDER_AUTHENTICATION_SECRET")]
    public async Task Secrets_are_references_into_the_key_vault(string name) =>
        Assert.Matches(@"@Microsoft\.KeyVault\(SecretUri=\{0\}secrets/[\w-]+\)'", (await GivenAsync())[name]);

    [BicepFact]
    public async Task No_other_setting_looks_like_a_secret() =>
        Assert.All(
            (await GivenAsync()).Where(one => Regex.IsMatch(one.Key, "secret|apikey|password", RegexOptions.IgnoreCase)),
            one => Assert.Contains("@Microsoft.KeyVault(", one.Value, StringComparison.Ordinal)
        );

    [BicepFact]
    public async Task Storage_is_reached_by_identity_alone() => Assert.DoesNotContain("AzureWebJobsStorage", (await GivenAsync()).Keys);

    [BicepFact]
    public async Task The_header_of_the_signed_in_person_is_never_made_credible_by_a_setting() =>
        Assert.DoesNotContain("WEBSITE_AUTH_ENABLED", (await GivenAsync()).Keys);

    private static async Task<Dictionary<string, string>> GivenAsync() =>
        (await Deployment.OfAsync("prod")).Settings.ToDictionary(
            one => one.Key.Replace("__", ":", StringComparison.Ordinal),
            one => one.Value!.ToString()
        );

    private static IEnumerable<string> ReadByTheCode()
    {
        IEnumerable<string> single = SourceTree
            .Application()
            .SelectMany(text =>
                Regex
                    .Matches(text, @"(?i:configuration)\[""([^""]+)""\]|GetValue<[^>]+>\(""([^""]+)""|GetEnvironmentVariable\(""([^""]+)""")
                    .Select(match =>
                        match.Groups.Values.Skip(1).First(group => group.Success).Value.Replace("__", ":", StringComparison.Ordinal)
                    )
            );
        IEnumerable<string> bound = Options()
            .SelectMany(type =>
                type.GetProperties()
                    .Where(p => p.SetMethod is { IsPublic: true })
                    .Select(p => $"{type.GetField("Section")!.GetRawConstantValue()}:{p.Name}")
            );
        return single.Concat(bound).Distinct(Alike);
    }

    private static IEnumerable<Type> Options() =>
        new[] { typeof(ProgrammeServices).Assembly, typeof(ACip.Functions.App).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type =>
                type.Name.EndsWith(nameof(Options), StringComparison.Ordinal)
                && type.GetField(nameof(MailOptions.Section), BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true }
            );
}
