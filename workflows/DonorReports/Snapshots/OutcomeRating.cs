using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>The Secretariat's rating of one result of the donor's framework, in its own words.</summary>
/// <param name="Result">Code in the framework.</param>
/// <param name="By">Null where the author was erased.</param>
public sealed record OutcomeRating(string Result, ItemStatus Status, Language Language, string Sentence, PersonId? By);
