using System.Net.Mail;
using ACip.Workflows.Configuration;

namespace ACip.Workflows.Programme;

/// <summary>Settings of a deployment about the programme itself. Bound from the configuration section "Programme".</summary>
public sealed class ProgrammeOptions
{
    public const string Section = "Programme";

    /// <summary>Address of the very first approver, whom nobody else can appoint. Empty for nobody.</summary>
    public string FirstApprover { get; set; } = "";

    /// <summary>Years after the end of a person's last role until name, address and mail are erased; 0 if only on request.</summary>
    public int ErasedAfterYears { get; set; }
}

internal sealed class ProgrammeOptionsRules : SettingRules<ProgrammeOptions>
{
    protected override IEnumerable<string> Wrong(ProgrammeOptions programme)
    {
        if (programme.ErasedAfterYears is < 0 or 1 or > 50)
        {
            yield return "Programme__ErasedAfterYears is below 0, 1, or above 50. Set it to the years, 2 at least, after which people who have left are erased; to 0 where nobody is by itself.";
        }

        string address = programme.FirstApprover.Trim();
        if (address.Length > 0 && (!MailAddress.TryCreate(address, out MailAddress? sound) || sound.Address != address))
        {
            yield return "Programme__FirstApprover is not one plain mail address. Set it to the address that this person signs in with; or to nothing, where somebody is an approver already.";
        }
    }
}
