using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks;

/// <summary>Who wrote any part of what is decided cannot decide on it: one rule for plans and their evaluations, reports, restatements and
/// donor reports. Pure. Each capability says who wrote what.</summary>
public static class Authorship
{
    public const string Rule = SeparationOfDuties.Rule;

    /// <returns>Null where the person may decide.</returns>
    public static CommandResult.Refused? Refuse(IReadOnlySet<PersonId> authors, PersonId by) =>
        authors.Contains(by) ? new CommandResult.Refused(Rule, "Who wrote a part of it, or handed it in, cannot decide on it.") : null;
}
