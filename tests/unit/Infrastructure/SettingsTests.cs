using System.Reflection;
using System.Text.RegularExpressions;
using ACip.Workflows;
using ACip.Workflows.Messaging;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>What the code reads against what the Bicep gives.</summary>
public sealed class SettingsTests
{
    /// <summary>Set by App Service or by the host itself, or only where there is no identity.</summary>
    private static readonly string[] NotGiven = ["WEBSITE_AUTH_ENABLED", "FUNCTIONS_APPLICATION_DIRECTORY", "AzureWebJobsStorage"];

    private static readonly IReadOnlyDictionary<string, string> Given = ReadGiven();

    [Fact]
    public void Every_setting_that_the_code_reads_is_given() => Assert.Empty(ReadByTheCode().Except(Given.Keys).Except(NotGiven));

    [Fact]
    public void No_setting_of_ours_is_given_that_the_code_does_not_read() =>
        Assert.Empty(Given.Keys.Where(name => name.StartsWith("Mail:", StringComparison.Ordinal) || name.StartsWith("SendGrid:", StringComparison.Ordinal)).Except(ReadByTheCode()));

    [Fact]
    public void Sections_are_read_through_options_that_this_test_knows() =>
        Assert.All(
            SourceTree.Application().SelectMany(text => Regex.Matches(text, @"GetSection\(([^)]+)\)").Select(match => match.Groups[1].Value)),
            section => Assert.Contains(section, Options().Select(type => $"{type.Name}.Section")));

    [Theory]
    [InlineData("SendGrid:ApiKey")]
    [InlineData("Mail:TokenSecret")]
    [InlineData("MICROSOFT_PROVIDER_AUTHENTICATION_SECRET")]
    public void Secrets_are_references_into_the_key_vault(string name) => Assert.StartsWith("'@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/", Given[name], StringComparison.Ordinal);

    [Fact]
    public void Storage_is_reached_by_identity_alone()
    {
        Assert.Equal("'managedidentity'", Given["AzureWebJobsStorage:credential"]);
        Assert.DoesNotContain("AzureWebJobsStorage", Given.Keys);
        Assert.DoesNotContain(SourceTree.Bicep, file => Regex.IsMatch(File.ReadAllText(file), @"listKeys|AccountKey|accountKey|primaryKey"));
    }

    [Fact]
    public void The_header_of_the_signed_in_person_is_never_made_credible_by_a_setting() => Assert.DoesNotContain("WEBSITE_AUTH_ENABLED", Given.Keys);

    [Fact]
    public void No_parameter_is_a_secret() => Assert.DoesNotContain(SourceTree.Bicep, file => File.ReadAllText(file).Contains("@secure", StringComparison.Ordinal));

    private static IEnumerable<string> ReadByTheCode()
    {
        IEnumerable<string> single = SourceTree.Application().SelectMany(text => Regex.Matches(text, @"(?i:configuration)\[""([^""]+)""\]|GetValue<[^>]+>\(""([^""]+)""|GetEnvironmentVariable\(""([^""]+)""")
            .Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value.Replace("__", ":", StringComparison.Ordinal)));
        IEnumerable<string> bound = Options().SelectMany(type => type.GetProperties().Where(p => p.CanWrite).Select(p => $"{type.GetField("Section")!.GetRawConstantValue()}:{p.Name}"));
        return single.Concat(bound).Distinct();
    }

    private static IEnumerable<Type> Options() =>
        new[] { typeof(ProgrammeServices).Assembly, typeof(ACip.Functions.App).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith(nameof(Options), StringComparison.Ordinal) && type.GetField(nameof(MailOptions.Section), BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true });

    private static Dictionary<string, string> ReadGiven()
    {
        string app = SourceTree.Read("infra/azure/modules/app.bicep");
        string block = Regex.Match(app, @"name: 'appsettings'\n  properties: \{\n(.*?)\n  \}\n", RegexOptions.Singleline).Groups[1].Value;
        return Regex.Matches(block, @"^    (\w+): (.+)$", RegexOptions.Multiline)
            .ToDictionary(match => match.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal), match => match.Groups[2].Value);
    }
}
