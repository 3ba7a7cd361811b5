using ACip.Workflows;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>Settings are checked once, before anything is served; what is said names the setting and what to do, and never a value.</summary>
public sealed class StartTests
{
    private static readonly Dictionary<string, string?> Sound = new()
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["Mail:TokenSecret"] = "0123456789abcdef0123456789abcdef",
        ["Mail:PublicUrl"] = "http://localhost:7071",
        ["SendGrid:ApiKey"] = "SG.key",
    };

    [Fact]
    public void With_sound_settings_it_starts() => Start(Sound);

    [Fact]
    public void What_a_developers_machine_is_given_suffices()
    {
        IConfiguration example = new ConfigurationBuilder().AddJsonFile(Path.Combine(SourceTree.Root, "functions", "local.settings.json.example")).Build();
        Start(example.GetSection("Values").GetChildren().ToDictionary(one => one.Key.Replace("__", ":", StringComparison.Ordinal), one => one.Value));
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "", "ProgrammeStorage__tableServiceUri", "connection string")]
    [InlineData("ProgrammeStorage:blobServiceUri", "acipdata", "ProgrammeStorage__blobServiceUri", "storage account")]
    [InlineData("Mail:TokenSecret", "too-short", "Mail__TokenSecret", "openssl rand")]
    [InlineData("Mail:TokenSecret", "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/Mail-TokenSecret)", "Mail__TokenSecret", "key vault")]
    [InlineData("Mail:PublicUrl", "www.our-pages.example", "Mail__PublicUrl", "https://")]
    [InlineData("Mail:Domain", "programme@acip.example", "Mail__Domain", "acip.example.org")]
    [InlineData("Mail:ReplyDomain", "https://acip.example", "Mail__ReplyDomain", "acip.example.org")]
    [InlineData("Mail:FromAddress", "Programme <programme@acip.example>", "Mail__FromAddress", "Mail__FromName")]
    [InlineData("Mail:InboundPublicKey", "-----BEGIN-PUBLIC-KEY-----", "Mail__InboundPublicKey", "BEGIN")]
    [InlineData("Mail:EventsPublicKey", "bm8ga2V5", "Mail__EventsPublicKey", "page of that webhook")]
    [InlineData("Mail:HeartbeatHours", "24", "Mail__HeartbeatHours", "such as 26")]
    [InlineData("SendGrid:ApiKey", "", "SendGrid__ApiKey", "Make a key")]
    [InlineData("SendGrid:Host", "api.sendgrid.com", "SendGrid__Host", "https://api.sendgrid.com")]
    [InlineData("Programme:FirstApprover", "two@acip.example, three@acip.example", "Programme__FirstApprover", "signs in")]
    public void A_wrong_setting_is_named_with_its_remedy(string setting, string value, string named, string remedy)
    {
        var settings = new Dictionary<string, string?>(Sound) { [setting] = value };
        string said = Assert.Throws<OptionsValidationException>(() => Start(settings)).Message;
        Assert.StartsWith(named, said, StringComparison.Ordinal);
        Assert.Contains(remedy, said, StringComparison.Ordinal);
        Assert.True(value.Length < 9 || setting == "SendGrid:Host" || !said.Contains(value, StringComparison.Ordinal), said);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var both = new Dictionary<string, string?>(Sound) { ["Mail:TokenSecret"] = "", ["SendGrid:ApiKey"] = "" };
        AggregateException all = Assert.Throws<AggregateException>(() => Start(both));
        Assert.Equal(2, all.InnerExceptions.OfType<OptionsValidationException>().Count());
    }

    private static void Start(Dictionary<string, string?> settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using ServiceProvider services = new ServiceCollection().AddSingleton(configuration).AddWorkflows().BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
    }
}
