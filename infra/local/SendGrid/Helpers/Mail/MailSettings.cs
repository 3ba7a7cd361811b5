using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

public class MailSettings
{
    [JsonPropertyName("bypass_list_management")]
    public BypassListManagement BypassListManagement { get; set; }

    [JsonPropertyName("sandbox_mode")]
    public SandboxMode SandboxMode { get; set; }
}

public class BypassListManagement
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }
}

public class SandboxMode
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }
}
