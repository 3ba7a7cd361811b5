using ACip.Workflows.Configuration;

namespace ACip.Workflows.Messaging;

/// <summary>How mail is sent. Bound from the configuration section "SendGrid".</summary>
public sealed class SendGridOptions
{
    public const string Section = "SendGrid";

    public string ApiKey { get; set; } = "";

    public string Host { get; set; } = "https://api.sendgrid.com";
}

internal sealed class SendGridOptionsRules : SettingRules<SendGridOptions>
{
    protected override IEnumerable<string> Wrong(SendGridOptions sending)
    {
        if (!SettingValue.IsSecret(sending.ApiKey))
        {
            yield return "SendGrid__ApiKey is missing, or a key vault reference that could not be resolved. "
                + "Make a key that may send mail and nothing else; on Azure set it as the secret SendGrid-ApiKey in the key vault.";
        }

        if (!SettingValue.IsWebAddress(sending.Host))
        {
            yield return "SendGrid__Host is no web address. Set it to https://api.sendgrid.com, or https://api.eu.sendgrid.com for an account in the European Union.";
        }
    }
}
