using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Results;

/// <summary>All results of a survey. Whatever would reveal individuals was removed before this was written.</summary>
/// <param name="Fewest">Below so many respondents nothing is said.</param>
public sealed record WaveResults(WaveId Wave, int Fewest, IReadOnlyList<GroupResult> Groups)
{
    public GroupResult? Of(string group) => Groups.FirstOrDefault(one => one.Group == group);

    /// <summary>The results without the withheld key factors and their questions and strata.</summary>
    public WaveResults Without(IReadOnlyList<int> withheld, Questionnaire questionnaire)
    {
        HashSet<string> questions =
        [
            .. questionnaire.Questions.Where(question => withheld.Contains(question.KeyFactor)).Select(question => question.Code),
        ];
        return this with
        {
            Groups =
            [
                .. Groups.Select(group =>
                    group with
                    {
                        Factors = [.. group.Factors.Where(factor => !withheld.Contains(factor.KeyFactor))],
                        Questions = [.. group.Questions.Where(question => !questions.Contains(question.Code))],
                        Strata =
                        [
                            .. group.Strata.Select(stratum =>
                                stratum with
                                {
                                    Factors = [.. stratum.Factors.Where(factor => !withheld.Contains(factor.KeyFactor))],
                                }
                            ),
                        ],
                    }
                ),
            ],
        };
    }
}

/// <summary>What one group said.</summary>
/// <param name="Invited">By the sampling frame.</param>
/// <param name="Heard">Null where they are too few to be told.</param>
/// <param name="NonResponse">Share of those invited who were not heard; null likewise.</param>
public sealed record GroupResult(
    string Group,
    long Invited,
    long? Heard,
    double? NonResponse,
    IReadOnlyList<FactorScore> Factors,
    IReadOnlyList<QuestionResult> Questions,
    IReadOnlyList<StratumResult> Strata
);

/// <summary>One group's view of one key factor. If hidden, everything except the factor's number is null.</summary>
/// <param name="Score">0 to 100; <paramref name="Low"/> and <paramref name="High"/> are its 95 % interval.</param>
/// <param name="Error">Standard error of the score, with its degrees of freedom (null: none, it is known exactly): what a comparison
/// needs.</param>
public sealed record FactorScore(
    int KeyFactor,
    long? N = null,
    double? Score = null,
    double? Low = null,
    double? High = null,
    double? Error = null,
    double? Freedom = null
)
{
    public bool IsHidden => Score is null;
}

/// <summary>The answers to one question. If hidden, everything except the code is null.</summary>
/// <param name="Shares">Of the answers 1 to 5, adding up to 1.</param>
/// <param name="NoAnswer">Share of those heard who left it out.</param>
public sealed record QuestionResult(
    string Code,
    long? N = null,
    double? Score = null,
    double? Low = null,
    double? High = null,
    IReadOnlyList<double>? Shares = null,
    double? NoAnswer = null
);

/// <param name="Factors">Without those that are hidden.</param>
public sealed record StratumResult(string Code, string Name, long Invited, IReadOnlyList<FactorScore> Factors);
