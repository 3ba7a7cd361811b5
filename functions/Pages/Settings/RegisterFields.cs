using ACip.Functions.Pages.Frame.Items;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using PlanTexts = ACip.Functions.Pages.ActionPlans.Texts;

namespace ACip.Functions.Pages.Settings;

/// <summary>The fields of what officers enter. Names as in the stored entries.</summary>
internal static class RegisterFields
{
    public static IReadOnlyList<ItemField> Administration(ProgrammeRegister register) =>
        [
            new("name", ItemFieldKind.Line, Texts.Name),
            new("wcoRegion", ItemFieldKind.Line, Texts.WcoRegion, Hint: Texts.WcoRegionHint),
            new("donor", ItemFieldKind.Choice, Texts.PaidForBy, Choices: Donors(register)),
            new("language", ItemFieldKind.Choice, Texts.LanguageOfMails, Choices: MailLanguages),
            new("fiscalYearStart", ItemFieldKind.Line, Texts.FiscalYearBegins, Hint: Texts.FiscalYearHint),
        ];

    public static IReadOnlyList<ItemField> Donor { get; } =
    [
        new("name", ItemFieldKind.Line, Texts.Name),
        new("iatiReference", ItemFieldKind.Line, Texts.IatiReference),
        new("language", ItemFieldKind.Choice, Texts.LanguageOfMails, Choices: MailLanguages),
    ];

    public static IReadOnlyList<ItemField> Agreement(ProgrammeRegister register, bool isNew) =>
        [
            .. isNew ? new ItemField[] { new("id", ItemFieldKind.Line, Texts.ShortName, Hint: Texts.ShortNameHint) } : [],
            new("officialNumber", ItemFieldKind.Line, Texts.OfficialNumber),
            new("title", ItemFieldKind.Line, Texts.TitleWord),
            new("donor", ItemFieldKind.Choice, Texts.DonorWord, Choices: Donors(register)),
            new("start", ItemFieldKind.Day, Texts.FirstDay),
            new("end", ItemFieldKind.Day, Texts.LastDay),
            new("administrations", ItemFieldKind.Several, Texts.AdministrationsServed, true, Choices: Homes(register)),
            new("schedule/firstPeriodStart", ItemFieldKind.Day, Texts.FirstReportPeriodBegins),
            new("schedule/monthsPerPeriod", ItemFieldKind.Whole, Texts.MonthsPerReport),
            new("schedule/daysToDeliver", ItemFieldKind.Whole, Texts.DaysToDeliver),
            new("schedule/daysToDeliverFinal", ItemFieldKind.Whole, Texts.DaysToDeliverFinal, true),
            new("schedule/template", ItemFieldKind.Choice, Texts.ReportTemplate, Choices: ReportTemplates.Of(register)),
            new("schedule/languages", ItemFieldKind.Several, Texts.LanguagesOfReports, Choices: ReportLanguages),
            new("varianceLimit", ItemFieldKind.Number, Texts.VarianceLimit, true, Texts.VarianceLimitHint),
            new("framework/approvedOn", ItemFieldKind.Day, Texts.FrameworkAgreedOn, true, Texts.FrameworkAgreedOnHint),
        ];

    public static IReadOnlyList<ItemField> Result(GrantAgreement agreement) =>
        [
            new("code", ItemFieldKind.Line, Texts.Code),
            new(
                "level",
                ItemFieldKind.Choice,
                Texts.Level,
                Choices:
                [
                    ("Ultimate", PlanTexts.UltimateOutcome),
                    ("Intermediate", PlanTexts.IntermediateOutcome),
                    ("Immediate", PlanTexts.ImmediateOutcome),
                    ("Output", PlanTexts.Output),
                ]
            ),
            new(
                "parent",
                ItemFieldKind.Choice,
                PlanTexts.ServesTheResult,
                true,
                Choices: [("", PlanTexts.NoneTheTopmost), .. Results(agreement)]
            ),
            new("statement", ItemFieldKind.Lines, PlanTexts.Statement),
            new("french", ItemFieldKind.Lines, Texts.InFrench, true, Texts.DonorsOwnWords),
            new("worded/es", ItemFieldKind.Lines, Texts.InSpanish, true, Texts.DonorsOwnWords),
        ];

    public static IReadOnlyList<ItemField> Indicator(GrantAgreement agreement) =>
        [
            new("code", ItemFieldKind.Line, Texts.Code),
            new("result", ItemFieldKind.Choice, PlanTexts.ResultThatItMeasures, Choices: Results(agreement)),
            new("statement", ItemFieldKind.Lines, PlanTexts.Statement),
            new("french", ItemFieldKind.Lines, Texts.InFrench, true, Texts.DonorsOwnWords),
            new("worded/es", ItemFieldKind.Lines, Texts.InSpanish, true, Texts.DonorsOwnWords),
            new(
                "measure",
                ItemFieldKind.Choice,
                PlanTexts.Measure,
                Choices:
                [
                    ("Unit", PlanTexts.Number),
                    ("Percentage", PlanTexts.Percentage),
                    ("Nominal", PlanTexts.Category),
                    ("Ordinal", PlanTexts.StepOfAScale),
                    ("Qualitative", PlanTexts.InWords),
                ]
            ),
            new("unit", ItemFieldKind.Line, PlanTexts.Unit),
            new("ascending", ItemFieldKind.YesNo, PlanTexts.MoreIsBetter),
            new(
                "aggregation",
                ItemFieldKind.Choice,
                PlanTexts.OverAdministrations,
                Choices:
                [
                    ("Sum", PlanTexts.AddedUp),
                    ("Mean", PlanTexts.Averaged),
                    ("Latest", PlanTexts.TheLatestCounts),
                    ("None", PlanTexts.NotAggregated),
                ]
            ),
            new("baseline", ItemFieldKind.Number, PlanTexts.Baseline, true),
            new("baselineCounts", ItemFieldKind.Counts, PlanTexts.BaselineCounted, true, PlanTexts.CountsHint),
            new("baselineYear", ItemFieldKind.Whole, Texts.BaselineYear),
            new("targets", ItemFieldKind.Targets, PlanTexts.Targets, true, PlanTexts.LineEachSuchAs202712),
            new("dataSource", ItemFieldKind.Line, PlanTexts.DataSource),
            new(
                "frequency",
                ItemFieldKind.Choice,
                PlanTexts.HowOften,
                Choices: [("quarterly", PlanTexts.EveryQuarter), ("semi-annual", PlanTexts.EveryHalfYear), ("annual", PlanTexts.EveryYear)]
            ),
            new("responsible", ItemFieldKind.Line, PlanTexts.Responsible),
            new("minimumCell", ItemFieldKind.Whole, Texts.FewestInAGroup, Hint: Texts.FewestInAGroupHint),
        ];

    private static IReadOnlyList<(string, Text)> MailLanguages { get; } =
    [.. Language.OfMail.Select(one => (one.ToString(), Text.Same(one.Name)))];

    private static IReadOnlyList<(string, Text)> ReportLanguages { get; } =
    [.. Language.OfReports.Select(one => (one.ToString(), Text.Same(one.Name)))];

    private static IReadOnlyList<(string, Text)> Donors(ProgrammeRegister register) =>
        [.. register.Donors.Values.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => (one.Id.Value, Text.Same(one.Name)))];

    private static IReadOnlyList<(string, Text)> Homes(ProgrammeRegister register) =>
        [.. register.Administrations.Values.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => (one.Id.Value, one.Names))];

    private static IReadOnlyList<(string, Text)> Results(GrantAgreement agreement) =>
        [.. agreement.Framework.Results.Select(one => (one.Code, Text.Same($"{one.Code} {Short(one.Statement)}")))];

    private static string Short(string text) => text.Length > 60 ? text[..58] + "…" : text;
}
