using ACip.Workflows.Onboarding;

namespace ACip.Workflows.Programme;

/// <summary>What a deployment says of the programme itself. Bound from the configuration section "Programme".</summary>
public sealed class ProgrammeOptions
{
    public const string Section = "Programme";

    /// <summary>Address of the very first approver, who is named by nobody else: see <see cref="FirstApprover"/>. Empty: nobody.</summary>
    public string FirstApprover { get; set; } = "";
}
