using System.Net.Mail;
using ACip.Workflows.Configuration;

namespace ACip.Workflows.Programme;

/// <summary>What a deployment says of the programme itself. Bound from the configuration section "Programme".</summary>
public sealed class ProgrammeOptions
{
    public const string Section = "Programme";

    /// <summary>Address of the very first approver, who is named by nobody else. Empty: nobody.</summary>
    public string FirstApprover { get; set; } = "";
}

internal sealed class ProgrammeOptionsRules : SettingRules<ProgrammeOptions>
{
    protected override IEnumerable<string> Wrong(ProgrammeOptions programme)
    {
        string address = programme.FirstApprover.Trim();
        if (address.Length > 0 && (!MailAddress.TryCreate(address, out MailAddress? sound) || sound.Address != address))
        {
            yield return "Programme__FirstApprover is not one plain mail address. Set it to the address that this person signs in with; or to nothing, where somebody is an approver already.";
        }
    }
}
