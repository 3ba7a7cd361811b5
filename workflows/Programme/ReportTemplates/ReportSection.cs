using System.Text.Json.Serialization;

namespace ACip.Workflows.Programme.ReportTemplates;

/// <summary>Sections that a template can choose from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportSection>))]
public enum ReportSection
{
    About,
    Summary,

    /// <summary>Rating, unmet targets and sustainability; in a final report only.</summary>
    Final,
    Deviations,

    /// <summary>The donor's results, one per line.</summary>
    LogicModel,

    /// <summary>The performance measurement framework, word for word.</summary>
    Framework,

    /// <summary>Results compared with the framework, with a table for each.</summary>
    Results,

    /// <summary>The same in one table. Groups are in the data annex unless the template has a section for them.</summary>
    ResultsTogether,

    /// <summary>Ratings of results by the Secretariat and the administrations.</summary>
    Ratings,

    /// <summary>Each indicator scored by the template's own scale.</summary>
    Scores,

    /// <summary>Benchmarks of the plans, due and reached.</summary>
    Milestones,

    /// <summary>Figures by sex.</summary>
    Gender,
    KeyFactors,
    Principles,
    Multilateral,
    Cips,
    CrossCutting,
    Risks,
    Lessons,
    Synergies,
    Finance,

    /// <summary>The same, if the grant has accounts.</summary>
    FinanceWhereKept,
    Signature,

    /// <summary>Open recommendations from visits and audits.</summary>
    Recommendations,

    /// <summary>Every figure by region and group.</summary>
    Groups,
    Coverage,
    Restatements,

    /// <summary>How to check the report, with the head of every audit trail.</summary>
    Lineage,

    /// <summary>The same without the heads, which are in the manifest.</summary>
    LineageInShort,
}
