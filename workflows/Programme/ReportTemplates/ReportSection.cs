using System.Text.Json.Serialization;

namespace ACip.Workflows.Programme.ReportTemplates;

/// <summary>Of what a template can choose.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportSection>))]
public enum ReportSection
{
    About,
    Summary,

    /// <summary>Rating, unmet targets and what stays; of a final report alone.</summary>
    Final,
    Deviations,

    /// <summary>The donor's results, each in a line.</summary>
    LogicModel,

    /// <summary>The performance measurement framework, word for word.</summary>
    Framework,

    /// <summary>Results held against the framework, with a table for each.</summary>
    Results,

    /// <summary>The same in one table; groups are left to the data annex, where the template has no section of them.</summary>
    ResultsTogether,

    /// <summary>How Secretariat and administrations rate results.</summary>
    Ratings,

    /// <summary>Each indicator by the template's own scores.</summary>
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

    /// <summary>The same, where the grant has books.</summary>
    FinanceWhereKept,
    Signature,

    /// <summary>What visits and audits recommend and is not closed.</summary>
    Recommendations,

    /// <summary>Every figure by region and group.</summary>
    Groups,
    Coverage,
    Restatements,

    /// <summary>How to check the report, with the end of every audit trail.</summary>
    Lineage,

    /// <summary>The same; the ends of the audit trails stand in the manifest.</summary>
    LineageInShort,
}
