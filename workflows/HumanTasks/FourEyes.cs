using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks;

/// <summary>Whoever wrote any part of a submission cannot decide on it. One rule for plans and their evaluations, reports, restatements
/// and donor reports; each capability says who wrote what. Pure.</summary>
public static class FourEyes
{
    public const string Rule = RoleGranting.OwnProposal;

    /// <returns>Null where the person may decide.</returns>
    public static CommandResult.Refused? Refuse(IReadOnlySet<PersonId> authors, PersonId by) =>
        authors.Contains(by) ? new CommandResult.Refused(Rule, "Who wrote a part of it, or handed it in, cannot decide on it.") : null;
}
