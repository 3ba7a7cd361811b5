using ACip.Workflows.Languages;

namespace ACip.Workflows.ActionPlans.Workbook;

/// <summary>Tabs and headings of the planning workbook.</summary>
internal static class PlanningColumns
{
    public static readonly Text Hint = Texts.FillChangeYellowCellsEmptyRows;

    public static readonly Text[] Tabs =
    [
        Texts.Plan,
        Texts.Results,
        Texts.Indicators,
        Texts.Targets,
        Texts.Milestones,
        Texts.Activities,
        Texts.Risks,
    ];

    private static readonly Text Code = Texts.Code;
    private static readonly Text Result = Texts.ResultCode;
    private static readonly Text Statement = Texts.Statement;
    private static readonly Text KeyFactorList = Texts.KeyFactors45;

    public static readonly (Text Heading, double Width)[] Plan = [(Texts.Field, 24), (Texts.Entry, 80)];

    public static readonly Text Title = Texts.Title;
    public static readonly Text Start = Texts.FirstDay;
    public static readonly Text End = Texts.LastDay;

    public static readonly (Text Heading, double Width)[] Results =
    [
        (Code, 8),
        (Texts.Level, 24),
        (Texts.ServesCode, 12),
        (Statement, 100),
    ];

    public static readonly (Text Heading, double Width)[] Indicators =
    [
        (Code, 8),
        (Texts.Revision, 9),
        (Result, 10),
        (Statement, 50),
        (Texts.Measure, 13),
        (Texts.Unit, 14),
        (Texts.Direction, 15),
        (Texts.Aggregation, 13),
        (Texts.DataSource, 26),
        (Texts.Method, 40),
        (Texts.Frequency, 13),
        (Texts.Responsible, 22),
        (Texts.BreakdownSexWomenMenOfficeNorth, 26),
        (KeyFactorList, 12),
        (Texts.PrinciplesAB, 24),
        (Texts.UNCACArticles8215, 14),
        (Texts.SynergiesCCPMercatorRKCTFA, 20),
        (Texts.CrossCuttingThemesAB, 24),
        (Texts.ParallelReforms, 26),
        (Texts.Sensitive, 10),
        (Texts.Baseline, 11),
        (Texts.BaselineInWords, 26),
        (Texts.BaselineDate, 13),
        (Texts.BaselineSource, 24),
        (Texts.ReasonForHavingNoBaseline, 28),
        (Texts.DonorAgreement, 18),
        (Texts.DonorIndicator, 12),
        (Texts.FactorToTheDonorsUnit, 12),
        (Texts.Disclosure, 18),
        (Texts.WhyRevised, 24),
        (Texts.RevisedFrom, 13),
        (Texts.FactorOldToNew, 12),
        (Texts.FiguresAreOf, 20),
        (Texts.ShareCountedOf, 24),
        (Texts.ShareOutOfWhat, 24),
        (Texts.BaselineCounted, 11),
        (Texts.BaselineOutOf, 11),
    ];

    public static readonly (Text Heading, double Width)[] Targets =
    [
        (Texts.IndicatorCode, 12),
        (Texts.By, 13),
        (Texts.Target, 14),
        (Texts.TargetInWords, 80),
        (Texts.ShareCounted, 14),
        (Texts.ShareOutOf, 14),
    ];

    public static readonly (Text Heading, double Width)[] Benchmarks =
    [
        (Code, 8),
        (Result, 10),
        (Statement, 70),
        (Texts.Due, 13),
        (Texts.MeansOfVerification, 46),
        (KeyFactorList, 14),
    ];

    public static readonly (Text Heading, double Width)[] Activities =
    [
        (Code, 8),
        (Result, 10),
        (Statement, 60),
        (Texts.From, 13),
        (Texts.Until, 13),
        (Texts.BudgetNote, 36),
        (Texts.Deliverable, 36),
    ];

    public static readonly (Text Heading, double Width)[] Risks =
    [
        (Code, 8),
        (Statement, 60),
        (Texts.Likelihood15, 12),
        (Texts.Impact15, 12),
        (Texts.Mitigation, 60),
        (Texts.Owner, 26),
    ];
}
