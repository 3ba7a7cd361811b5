using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.QuarterlyReports;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>The words for the programme's closed lists.</summary>
internal static class Terms
{
    /// <summary>As the donor calls it.</summary>
    public static Text Of(ResultLevel level, ReportTemplate template) =>
        template.Levels.FirstOrDefault(one => one.Level == level)?.Called ?? Of(level);

    private static Text Of(ResultLevel level) =>
        level switch
        {
            ResultLevel.Ultimate => Texts.UltimateOutcome,
            ResultLevel.Intermediate => Texts.IntermediateOutcome,
            ResultLevel.Immediate => Texts.ImmediateOutcome,
            _ => Texts.Output,
        };

    public static Text Of(Principle principle) =>
        principle switch
        {
            Principle.CollectiveAction => Texts.CollectiveAction,
            Principle.PerformanceMeasurement => Texts.PerformanceMeasurement,
            _ => Texts.DataAnalysis,
        };

    public static Text Of(Synergy synergy) =>
        synergy switch
        {
            Synergy.Ccp => Texts.ContainerControlProgramme,
            Synergy.Mercator => Texts.MercatorProgramme,
            Synergy.Rkc => Texts.RevisedKyotoConvention,
            _ => Texts.WTOTradeFacilitationAgreement,
        };

    public static Text Of(CrossCuttingTheme theme) =>
        theme switch
        {
            CrossCuttingTheme.GenderEquality => Texts.WomensRightsAndGenderEquality,
            CrossCuttingTheme.HumanRights => Texts.HumanRights,
            _ => Texts.ClimateAndEnvironment,
        };

    public static Text Of(FigureState state) =>
        state switch
        {
            FigureState.Shown => Texts.Shown,
            FigureState.Suppressed => Texts.Suppressed,
            FigureState.NotAggregated => Texts.NotAggregated,
            FigureState.Narrative => Texts.InWords,
            _ => Texts.NoData,
        };

    public static Text Of(NarrativePart section) =>
        section switch
        {
            NarrativePart.Summary => Texts.Summary,
            NarrativePart.Results => Texts.Results,
            NarrativePart.CollectiveAction => Texts.CollectiveAction,
            NarrativePart.PerformanceMeasurement => Texts.PerformanceMeasurement,
            NarrativePart.DataAnalysis => Texts.DataAnalysis,
            NarrativePart.Multilateral => Texts.Multilateral,
            NarrativePart.Deviations => Texts.Deviations,
            NarrativePart.LessonsLearned => Texts.Lessons,
            NarrativePart.Synergies => Texts.Synergies,
            NarrativePart.GenderEquality => Texts.WomensRightsAndGenderEquality,
            NarrativePart.HumanRights => Texts.HumanRights,
            NarrativePart.ClimateAndEnvironment => Texts.ClimateAndEnvironment,
            NarrativePart.Finance => Texts.Finance,
            NarrativePart.CrossCutting => Texts.CrossCutting,
            NarrativePart.FinalRating => Texts.FinalRating,
            NarrativePart.Sustainability => Texts.Sustainability,
            _ => throw new ArgumentOutOfRangeException(nameof(section)),
        };

    public static NarrativePart SectionOf(CrossCuttingTheme theme) =>
        theme switch
        {
            CrossCuttingTheme.GenderEquality => NarrativePart.GenderEquality,
            CrossCuttingTheme.HumanRights => NarrativePart.HumanRights,
            _ => NarrativePart.ClimateAndEnvironment,
        };

    public static Text Of(Progress progress) =>
        progress switch
        {
            Progress.TargetMet => Texts.TargetMet,
            Progress.TowardsTarget => Texts.OnTheWay,
            Progress.NoProgress => Texts.NoProgress,
            Progress.NoTarget => Texts.NoTarget,
            Progress.NotRated => Texts.NotRated,
            Progress.Withheld => Texts.NotShown,
            Progress.NotDue => Texts.NotDueHeading,
            _ => Texts.NoDataHeading,
        };

    /// <summary>Behind a number of indicators.</summary>
    public static Text Counted(Progress progress, int count) =>
        progress switch
        {
            Progress.TargetMet => Texts.CountAtPastTargetPeriod(count: count),
            Progress.TowardsTarget => Texts.CountOnTheWay(count: count),
            Progress.NoProgress => Texts.CountWithoutProgressAgainstBaseline(count: count),
            Progress.NoTarget => Texts.CountWithoutATarget(count: count),
            Progress.NotRated => Texts.CountToldWordsOneOne(count: count),
            Progress.Withheld => Texts.CountNotShown(count: count),
            Progress.NotDue => Texts.CountNotDue(count: count),
            _ => Texts.CountWithoutData(count: count),
        };

    public static Text Of(DeliveryKind kind) =>
        kind switch
        {
            DeliveryKind.InstrumentOrTool => Texts.InstrumentsAndTools,
            DeliveryKind.Workshop => Texts.Workshops,
            DeliveryKind.ELearning => Texts.ELearning,
            DeliveryKind.CommunityOfPractice => Texts.CommunitiesOfPractice,
            DeliveryKind.ExpertMission => Texts.ExpertMissions,
            _ => Texts.CoordinatorsMeetings,
        };

    public static Text Of(GapReason reason) =>
        reason switch
        {
            GapReason.NoPlan => Texts.NoActionPlanYet,
            GapReason.PlanNotApproved => Texts.ActionPlanNotApprovedYet,
            GapReason.NotLinked => Texts.NoIndicatorLinkedAgreement,
            GapReason.NotDue => Texts.NotDueYet,
            GapReason.NotSubmitted => Texts.NotSubmitted,
            GapReason.UnderReview => Texts.StillUnderReview,
            GapReason.Returned => Texts.SentBackToTheCoordinator,
            GapReason.NilReturn => Texts.GapNilReturn,
            GapReason.Waived => Texts.GapWaived,
            GapReason.Missed => Texts.GapMissed,
            GapReason.Unreadable => Texts.RecordCouldNotReadBeingLooked,
            _ => Texts.ConflictingData,
        };

    public static Text Of(ReportState state) =>
        state switch
        {
            ReportState.NotDue => Texts.NotDue,
            ReportState.Open => Texts.Open,
            ReportState.Submitted => Texts.UnderReview,
            ReportState.Returned => Texts.SentBack,
            ReportState.Accepted or ReportState.Locked => Texts.Accepted,
            ReportState.NilReturn => Texts.NilReturn,
            ReportState.Waived => Texts.Waived,
            _ => Texts.Missed,
        };

    /// <returns>Null for a frequency that is none of <see cref="ActionPlans.Frequency"/>.</returns>
    public static Text? Frequency(string frequency) =>
        frequency.ToLowerInvariant() switch
        {
            "quarterly" => Texts.Quarterly,
            "semi-annual" => Texts.SemiAnnual,
            "annual" => Texts.Annual,
            _ => null,
        };

    public static Text? Dimension(string dimension) => dimension == "sex" ? Texts.Sex : null;

    /// <summary>Groups of respondents, as the survey's files name them.</summary>
    public static Text? Respondents(string group) =>
        group switch
        {
            "officials" => Texts.CustomsOfficials,
            "private-sector" => Texts.PrivateSector,
            _ => null,
        };

    /// <summary>Groups that every plan may use; another group is printed as the plan names it.</summary>
    public static Text? Group(string group) =>
        group switch
        {
            "women" => Texts.Women,
            "men" => Texts.Men,
            "" => Texts.NotBrokenDown,
            _ => null,
        };

    public static Text Of(InitiativeReach reach) => reach == InitiativeReach.Regional ? Texts.Regional : Texts.International;

    public static Text Of(InstrumentKind kind) =>
        kind switch
        {
            InstrumentKind.Guide => Texts.Guide,
            InstrumentKind.Curriculum => Texts.TrainingCurriculum,
            InstrumentKind.ELearningModule => Texts.ELearningModule,
            _ => Texts.Instrument,
        };

    public static Text Of(LifeEvent what) =>
        what switch
        {
            LifeEvent.MemberJoined => Texts.AMemberJoined,
            LifeEvent.MemberLeft => Texts.AMemberLeft,
            LifeEvent.DonorJoined => Texts.ADonorJoined,
            _ => Texts.ADonorLeft,
        };
}
