using ACip.Functions.Pages.Frame.Items;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.ActionPlans.Drafting;

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

    /// <param name="plan">Null: nothing is to be chosen.</param>
    public static IReadOnlyList<ItemField> Of(string section, ActionPlan? plan) =>
        section switch
        {
            DraftSections.Header =>
            [
                new("title", ItemFieldKind.Line, Texts.Title),
                new("start", ItemFieldKind.Day, Texts.FirstDay),
                new("end", ItemFieldKind.Day, Texts.LastDay),
                new(
                    "language",
                    ItemFieldKind.Choice,
                    Texts.LanguageOfThePlan,
                    Choices: [.. Language.OfMail.Select(one => (one.ToString(), Text.Same(one.Name)))]
                ),
            ],
            "results" => Result(plan),
            "indicators" => Indicator(plan),
            "benchmarks" =>
            [
                Code,
                new("result", ItemFieldKind.Choice, ResultWord, Choices: Results(plan)),
                new("statement", ItemFieldKind.Lines, StatementWord),
                new("due", ItemFieldKind.Day, Texts.Due),
                new("meansOfVerification", ItemFieldKind.Lines, Texts.MeansOfVerification),
                new("keyFactors", ItemFieldKind.Wholes, KeyFactorsWord, true, KeyFactorsHint),
            ],
            "activities" =>
            [
                Code,
                new("result", ItemFieldKind.Choice, ResultWord, Choices: Results(plan)),
                new("title", ItemFieldKind.Line, Texts.WhatIsDone),
                new("from", ItemFieldKind.Day, Texts.From),
                new("until", ItemFieldKind.Day, Texts.Until),
                new("budgetNote", ItemFieldKind.Lines, Texts.BudgetNote, true),
                new("deliverable", ItemFieldKind.Lines, Texts.WhatIsThereAfterwards, true),
            ],
            _ =>
            [
                Code,
                new("statement", ItemFieldKind.Lines, StatementWord),
                new("likelihood", ItemFieldKind.Whole, Texts.Likelihood1Rare5AlmostCertain),
                new("impact", ItemFieldKind.Whole, Texts.Impact1Negligible5Severe),
                new("mitigation", ItemFieldKind.Lines, Texts.Mitigation),
                new("owner", ItemFieldKind.Line, Texts.Owner),
            ],
        };

    private static ItemField Code { get; } = new("code", ItemFieldKind.Line, CodeWord, Hint: Texts.LetterMoreNumberSuchAsB3);

    private static IReadOnlyList<ItemField> Result(ActionPlan? plan) =>
        [
            Code,
            new(
                "level",
                ItemFieldKind.Choice,
                Texts.Level,
                Choices:
                [
                    ("Ultimate", Texts.UltimateOutcome),
                    ("Intermediate", Texts.IntermediateOutcome),
                    ("Immediate", Texts.ImmediateOutcome),
                    ("Output", Texts.Output),
                ]
            ),
            new("parent", ItemFieldKind.Choice, Texts.ServesTheResult, true, Choices: [("", Texts.NoneTheTopmost), .. Results(plan)]),
            new("statement", ItemFieldKind.Lines, StatementWord),
        ];

    private static IReadOnlyList<ItemField> Indicator(ActionPlan? plan) =>
        [.. Measuring(plan), .. Gathering, .. Beginning, .. Marking, .. Reporting];

    /// <summary>Fields for what is measured and how it is aggregated.</summary>
    private static IReadOnlyList<ItemField> Measuring(ActionPlan? plan) =>
        [
            Code,
            new("result", ItemFieldKind.Choice, Texts.ResultThatItMeasures, Choices: Results(plan)),
            new("statement", ItemFieldKind.Lines, StatementWord),
            new(
                "measure",
                ItemFieldKind.Choice,
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
            new("unit", ItemFieldKind.Line, Texts.Unit),
            new("ascending", ItemFieldKind.YesNo, Texts.MoreIsBetter),
            new(
                "aggregation",
                ItemFieldKind.Choice,
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
                ItemFieldKind.Choice,
                Texts.FiguresAreOf,
                true,
                Choices: [("", Texts.AsOtherTermsImply), ("Period", Texts.ThisPeriod), ("SinceStart", Texts.TotalSinceStart)]
            ),
            new("ratio/numerator", ItemFieldKind.Line, Texts.ShareNumerator, true, Texts.ShareNumeratorHint),
            new("ratio/denominator", ItemFieldKind.Line, Texts.ShareDenominator, true, Texts.ShareDenominatorHint),
        ];

    /// <summary>Fields for the source of its figures, how often they are collected, and by whom.</summary>
    private static IReadOnlyList<ItemField> Gathering =>
        [
            new("dataSource", ItemFieldKind.Line, Texts.DataSource),
            new("method", ItemFieldKind.Lines, Texts.Method),
            new(
                "frequency",
                ItemFieldKind.Choice,
                Texts.HowOften,
                Choices: [("quarterly", Texts.EveryQuarter), ("semi-annual", Texts.EveryHalfYear), ("annual", Texts.EveryYear)]
            ),
            new("responsible", ItemFieldKind.Line, Texts.Responsible),
            new("dimensions", ItemFieldKind.Dimensions, Texts.Breakdown, true, Texts.SuchAsSexWomenMenOffice),
        ];

    /// <summary>Fields for baseline and targets.</summary>
    private static IReadOnlyList<ItemField> Beginning =>
        [
            new("baseline/value", ItemFieldKind.Number, Texts.Baseline, true),
            new("baseline/counts", ItemFieldKind.Counts, Texts.BaselineCounted, true, Texts.CountsHint),
            new("baseline/narrative", ItemFieldKind.Lines, Texts.BaselineInWords, true),
            new("baseline/on", ItemFieldKind.Day, Texts.BaselineDay, true),
            new("baseline/source", ItemFieldKind.Line, Texts.BaselineSource, true),
            new("baseline/missingReason", ItemFieldKind.Line, Texts.IfThereNoBaselineWhy, true),
            new("targets", ItemFieldKind.Targets, Texts.Targets, true, Texts.LineEachSuchAs202712),
        ];

    /// <summary>Fields for what it serves besides its result.</summary>
    private static IReadOnlyList<ItemField> Marking =>
        [
            new("keyFactors", ItemFieldKind.Wholes, KeyFactorsWord, true, KeyFactorsHint),
            new(
                "markers/principles",
                ItemFieldKind.Several,
                Texts.Principles,
                true,
                Choices:
                [
                    ("CollectiveAction", Texts.CollectiveAction),
                    ("PerformanceMeasurement", Texts.PerformanceMeasurement),
                    ("DataAnalysis", Texts.DataAnalysis),
                ]
            ),
            new("markers/uncacArticles", ItemFieldKind.Texts, Texts.UNCACArticles, true, Semicolons),
            new(
                "markers/synergies",
                ItemFieldKind.Several,
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
                ItemFieldKind.Several,
                Texts.CrossCuttingThemes,
                true,
                Choices:
                [
                    ("GenderEquality", Texts.GenderEquality),
                    ("HumanRights", Texts.HumanRights),
                    ("ClimateAndEnvironment", Texts.ClimateAndEnvironment),
                ]
            ),
            new("markers/parallelReforms", ItemFieldKind.Lines, Texts.ParallelReforms, true),
        ];

    /// <summary>Fields for who can read its figures and what they supply.</summary>
    private static IReadOnlyList<ItemField> Reporting =>
        [
            new("sensitive", ItemFieldKind.YesNo, Texts.SensitiveNeverInMail),
            new(
                "disclosure",
                ItemFieldKind.Choice,
                Texts.WhoMayReadAcceptedFigures,
                Choices: [("Programme", Texts.AdministrationAndSecretariat), ("Donors", Texts.DonorsToo), ("Public", Texts.Anyone)]
            ),
            new("measuredBy", ItemFieldKind.Line, Texts.MeasuredSurveySelfAssessment, true, Texts.SuchAsCips3OfficialsPmm),
            new("donorLink/agreement", ItemFieldKind.Line, Texts.FeedsTheAgreement, true),
            new("donorLink/indicator", ItemFieldKind.Line, Texts.AndItsIndicator, true),
            new("donorLink/factor", ItemFieldKind.Number, Texts.DonorsValueThisValue, true),
        ];

    private static IReadOnlyList<(string, Text)> Results(ActionPlan? plan) =>
        [
            .. (plan?.Results ?? []).Select(result =>
                (result.Code, Same($"{result.Code} {(result.Statement.Length > 60 ? result.Statement[..58] + "…" : result.Statement)}"))
            ),
        ];

    private static Text Same(string text) => Text.Same(text);
}
