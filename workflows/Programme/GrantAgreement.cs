using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>What a donor funds, and how results must be presented: by the donor's own framework, word for word.</summary>
/// <param name="OfficialNumber">As the donor writes it; may hold a slash, so it is never part of a key.</param>
/// <param name="End">Last day, inclusive.</param>
public sealed record GrantAgreement(
    AgreementId Id,
    string OfficialNumber,
    DonorId Donor,
    string Title,
    DateOnly Start,
    DateOnly End,
    IReadOnlyList<AdministrationId> Administrations,
    LogicModel Framework,
    ReportSchedule Schedule
)
{
    /// <summary>By how many percent spending may deviate from a component's budget without an explanation; null for the usual
    /// 10.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? VarianceLimit { get; init; }
}

/// <summary>The donor's chain of results with its indicators.</summary>
/// <param name="Edition">Counts the approved editions.</param>
/// <param name="ApprovedOn">When donor and Secretariat agreed on this edition, the latest; reports compare with it.</param>
/// <param name="FrenchTerms">The agreement's French wording of its title, its units, sources and the like.</param>
/// <param name="TermsByTag">The same in further languages: by tag, by the term as it is.</param>
public sealed record LogicModel(
    IReadOnlyList<FrameworkResult> Results,
    IReadOnlyList<FrameworkIndicator> Indicators,
    int Edition = 1,
    DateOnly? ApprovedOn = null,
    IReadOnlyList<FrenchTerm>? FrenchTerms = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? TermsByTag = null
)
{
    /// <summary>The donor's words in that language, otherwise the original. Never a translation of ours.</summary>
    public string TermIn(string term, Language language) =>
        TermsByTag?.GetValueOrDefault(language.Tag)?.GetValueOrDefault(term)
        ?? (language.Tag == DonorWords.FirstSecondTag ? FrenchTerms?.FirstOrDefault(one => one.Term == term)?.French : null)
        ?? term;
}

public sealed record FrenchTerm(string Term, string French);

/// <param name="Parent">Code of the result above; null for the topmost.</param>
/// <param name="French">The donor's own French wording, where the agreement has one.</param>
/// <param name="Worded">The donor's own wording in further languages, by tag.</param>
public sealed record FrameworkResult(
    string Code,
    ResultLevel Level,
    string? Parent,
    string Statement,
    string? French = null,
    IReadOnlyDictionary<string, string>? Worded = null
)
{
    /// <summary>The donor's words in that language, otherwise in the agreement's first language. Never a translation of ours.</summary>
    public string StatementIn(Language language) => DonorWords.In(language, Statement, French, Worded);
}

/// <param name="Result">Code of the result that it measures.</param>
/// <param name="French">The donor's own French wording, where the agreement has one.</param>
/// <param name="Worded">The donor's own wording in further languages, by tag.</param>
/// <param name="MinimumCell">Groups with fewer administrations than this are suppressed in what the donor reads.</param>
public sealed record FrameworkIndicator(
    string Code,
    string Result,
    string Statement,
    Measure Measure,
    string Unit,
    bool Ascending,
    Aggregation Aggregation,
    decimal? Baseline,
    int BaselineYear,
    IReadOnlyList<FrameworkTarget> Targets,
    string DataSource,
    string Frequency,
    string Responsible,
    int MinimumCell = 0,
    string? French = null,
    IReadOnlyDictionary<string, string>? Worded = null
)
{
    /// <summary>The counts behind a baseline that is a share; null if it is a number only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ratio? BaselineCounts { get; init; }

    /// <summary>The donor's words in that language, otherwise in the agreement's first language. Never a translation of ours.</summary>
    public string StatementIn(Language language) => DonorWords.In(language, Statement, French, Worded);
}

/// <param name="By">Last day of the period that the target is for.</param>
public sealed record FrameworkTarget(DateOnly By, decimal Value)
{
    /// <summary>The counts behind a share; null if it is a number only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ratio? Counts { get; init; }
}

/// <param name="MonthsPerPeriod">Length of a donor period: 6, 12 …</param>
/// <param name="FirstPeriodStart">Periods follow one another from this day.</param>
/// <param name="DaysToDeliver">Calendar days from the end of the donor period to the deadline of its report.</param>
public sealed record ReportSchedule(
    DateOnly FirstPeriodStart,
    int MonthsPerPeriod,
    int DaysToDeliver,
    DonorTemplate Template,
    IReadOnlyList<Language> Languages
)
{
    /// <summary>Calendar days from the end of the agreement to the deadline of its final report; null if the same as for any
    /// report.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DaysToDeliverFinal { get; init; }
}
