using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.ActionPlans.Drafting;

/// <summary>How a field of a plan's item is typed.</summary>
internal enum DraftFieldKind
{
    Line,
    Lines,
    Number,
    Whole,
    Day,
    YesNo,
    Choice,

    /// <summary>Any of the choices.</summary>
    Several,

    /// <summary>Texts with semicolons between them.</summary>
    Texts,

    /// <summary>Whole numbers with commas between them.</summary>
    Wholes,

    /// <summary><c>sex: women, men; office: north, south</c>.</summary>
    Dimensions,

    /// <summary>A line each: <c>2027-12-31: 45</c>, or words instead of the number, or counts: <c>2027-12-31: 45/120</c>.</summary>
    Targets,

    /// <summary>The counts of a share: <c>45/120</c>.</summary>
    Counts,
}

/// <summary>One field of the form: where it stands in the item, what it is called.</summary>
/// <param name="Path">Property of the item's JSON, <c>baseline/value</c> for one within an object.</param>
/// <param name="Optional">True: left empty it is null, or an empty list.</param>
/// <param name="Choices">Values and words; a choice only.</param>
internal sealed record DraftField(
    string Path,
    DraftFieldKind Kind,
    Text Label,
    bool Optional = false,
    Text? Hint = null,
    IReadOnlyList<(string Value, Text Text)>? Choices = null
)
{
    public string Id => "f-" + Path.Replace('/', '-');
}

/// <summary>The fields of each section's items.</summary>
internal static class DraftFields
{
    private static readonly Text CodeWord = Texts.Code,
        StatementWord = Texts.Statement,
        ResultWord = Texts.ResultThatItServes;
    private static readonly Text KeyFactorsWord = Texts.KeyFactorsRevisedArushaDeclaration,
        KeyFactorsHint = Texts.Numbers110SuchAs4;
    private static readonly Text Semicolons = Texts.SeveralASemicolonBetweenThem;

    public static Text NameOf(string section) =>
        section switch
        {
            DraftSections.Header => Texts.TitleDatesAndLanguage,
            "results" => Texts.Results,
            "indicators" => Texts.Indicators,
            "benchmarks" => Texts.Benchmarks,
            "activities" => Texts.Activities,
            _ => Texts.Risks,
        };

    public static IReadOnlyList<DraftField> Of(string section, ActionPlan plan) =>
        section switch
        {
            DraftSections.Header =>
            [
                new("title", DraftFieldKind.Line, Texts.Title),
                new("start", DraftFieldKind.Day, Texts.FirstDay),
                new("end", DraftFieldKind.Day, Texts.LastDay),
                new(
                    "language",
                    DraftFieldKind.Choice,
                    Texts.LanguageOfThePlan,
                    Choices: [.. Language.OfMail.Select(one => (one.ToString(), Text.Same(one.Name)))]
                ),
            ],
            "results" =>
            [
                Code,
                new(
                    "level",
                    DraftFieldKind.Choice,
                    Texts.Level,
                    Choices:
                    [
                        ("Ultimate", Texts.UltimateOutcome),
                        ("Intermediate", Texts.IntermediateOutcome),
                        ("Immediate", Texts.ImmediateOutcome),
                        ("Output", Texts.Output),
                    ]
                ),
                new("parent", DraftFieldKind.Choice, Texts.ServesTheResult, true, Choices: [("", Texts.NoneTheTopmost), .. Results(plan)]),
                new("statement", DraftFieldKind.Lines, StatementWord),
            ],
            "indicators" => Indicator(plan),
            "benchmarks" =>
            [
                Code,
                new("result", DraftFieldKind.Choice, ResultWord, Choices: Results(plan)),
                new("statement", DraftFieldKind.Lines, StatementWord),
                new("due", DraftFieldKind.Day, Texts.Due),
                new("meansOfVerification", DraftFieldKind.Lines, Texts.MeansOfVerification),
                new("keyFactors", DraftFieldKind.Wholes, KeyFactorsWord, true, KeyFactorsHint),
            ],
            "activities" =>
            [
                Code,
                new("result", DraftFieldKind.Choice, ResultWord, Choices: Results(plan)),
                new("title", DraftFieldKind.Line, Texts.WhatIsDone),
                new("from", DraftFieldKind.Day, Texts.From),
                new("until", DraftFieldKind.Day, Texts.Until),
                new("budgetNote", DraftFieldKind.Lines, Texts.BudgetNote, true),
                new("deliverable", DraftFieldKind.Lines, Texts.WhatIsThereAfterwards, true),
            ],
            _ =>
            [
                Code,
                new("statement", DraftFieldKind.Lines, StatementWord),
                new("likelihood", DraftFieldKind.Whole, Texts.Likelihood1Rare5AlmostCertain),
                new("impact", DraftFieldKind.Whole, Texts.Impact1Negligible5Severe),
                new("mitigation", DraftFieldKind.Lines, Texts.Mitigation),
                new("owner", DraftFieldKind.Line, Texts.Owner),
            ],
        };

    private static DraftField Code { get; } = new("code", DraftFieldKind.Line, CodeWord, Hint: Texts.LetterMoreNumberSuchAsB3);

    private static IReadOnlyList<DraftField> Indicator(ActionPlan plan) =>
        [
            Code,
            new("result", DraftFieldKind.Choice, Texts.ResultThatItMeasures, Choices: Results(plan)),
            new("statement", DraftFieldKind.Lines, StatementWord),
            new(
                "measure",
                DraftFieldKind.Choice,
                Texts.Measure,
                Choices:
                [
                    ("Unit", Texts.Number),
                    ("Percentage", Texts.Percentage),
                    ("Nominal", Texts.Category),
                    ("Ordinal", Texts.StepOfAScale),
                    ("Qualitative", Texts.InWords),
                ]
            ),
            new("unit", DraftFieldKind.Line, Texts.Unit),
            new("ascending", DraftFieldKind.YesNo, Texts.MoreIsBetter),
            new(
                "aggregation",
                DraftFieldKind.Choice,
                Texts.OverAdministrations,
                Choices:
                [
                    ("Sum", Texts.AddedUp),
                    ("Mean", Texts.Averaged),
                    ("Latest", Texts.TheLatestCounts),
                    ("None", Texts.NotAggregated),
                ]
            ),
            new(
                "covers",
                DraftFieldKind.Choice,
                Texts.FiguresAreOf,
                true,
                Choices: [("", Texts.AsOtherTermsImply), ("Period", Texts.ThisPeriod), ("SinceStart", Texts.TotalSinceStart)]
            ),
            new("ratio/numerator", DraftFieldKind.Line, Texts.ShareNumerator, true, Texts.ShareNumeratorHint),
            new("ratio/denominator", DraftFieldKind.Line, Texts.ShareDenominator, true, Texts.ShareDenominatorHint),
            new("dataSource", DraftFieldKind.Line, Texts.DataSource),
            new("method", DraftFieldKind.Lines, Texts.Method),
            new(
                "frequency",
                DraftFieldKind.Choice,
                Texts.HowOften,
                Choices: [("quarterly", Texts.EveryQuarter), ("semi-annual", Texts.EveryHalfYear), ("annual", Texts.EveryYear)]
            ),
            new("responsible", DraftFieldKind.Line, Texts.Responsible),
            new("dimensions", DraftFieldKind.Dimensions, Texts.Breakdown, true, Texts.SuchAsSexWomenMenOffice),
            new("baseline/value", DraftFieldKind.Number, Texts.Baseline, true),
            new("baseline/counts", DraftFieldKind.Counts, Texts.BaselineCounted, true, Texts.CountsHint),
            new("baseline/narrative", DraftFieldKind.Lines, Texts.BaselineInWords, true),
            new("baseline/on", DraftFieldKind.Day, Texts.BaselineDay, true),
            new("baseline/source", DraftFieldKind.Line, Texts.BaselineSource, true),
            new("baseline/missingReason", DraftFieldKind.Line, Texts.IfThereNoBaselineWhy, true),
            new("targets", DraftFieldKind.Targets, Texts.Targets, true, Texts.LineEachSuchAs202712),
            new("keyFactors", DraftFieldKind.Wholes, KeyFactorsWord, true, KeyFactorsHint),
            new(
                "markers/principles",
                DraftFieldKind.Several,
                Texts.Principles,
                true,
                Choices:
                [
                    ("CollectiveAction", Texts.CollectiveAction),
                    ("PerformanceMeasurement", Texts.PerformanceMeasurement),
                    ("DataAnalysis", Texts.DataAnalysis),
                ]
            ),
            new("markers/uncacArticles", DraftFieldKind.Texts, Texts.UNCACArticles, true, Semicolons),
            new(
                "markers/synergies",
                DraftFieldKind.Several,
                Texts.Synergies,
                true,
                Choices:
                [
                    ("Ccp", Texts.ContainerControlProgramme),
                    ("Mercator", Same("Mercator")),
                    ("Rkc", Texts.RevisedKyotoConvention),
                    ("Tfa", Texts.WTOTradeFacilitationAgreement),
                ]
            ),
            new(
                "markers/crossCutting",
                DraftFieldKind.Several,
                Texts.CrossCuttingThemes,
                true,
                Choices:
                [
                    ("GenderEquality", Texts.GenderEquality),
                    ("HumanRights", Texts.HumanRights),
                    ("ClimateAndEnvironment", Texts.ClimateAndEnvironment),
                ]
            ),
            new("markers/parallelReforms", DraftFieldKind.Lines, Texts.ParallelReforms, true),
            new("sensitive", DraftFieldKind.YesNo, Texts.SensitiveNeverInMail),
            new(
                "disclosure",
                DraftFieldKind.Choice,
                Texts.WhoMayReadAcceptedFigures,
                Choices: [("Programme", Texts.AdministrationAndSecretariat), ("Donors", Texts.DonorsToo), ("Public", Texts.Anyone)]
            ),
            new("measuredBy", DraftFieldKind.Line, Texts.MeasuredSurveySelfAssessment, true, Texts.SuchAsCips3OfficialsPmm),
            new("donorLink/agreement", DraftFieldKind.Line, Texts.FeedsTheAgreement, true),
            new("donorLink/indicator", DraftFieldKind.Line, Texts.AndItsIndicator, true),
            new("donorLink/factor", DraftFieldKind.Number, Texts.DonorsValueThisValue, true),
        ];

    private static IReadOnlyList<(string, Text)> Results(ActionPlan plan) =>
        [
            .. plan.Results.Select(result =>
                (result.Code, Same($"{result.Code} {(result.Statement.Length > 60 ? result.Statement[..58] + "…" : result.Statement)}"))
            ),
        ];

    private static Text Same(string text) => Text.Same(text);
}
