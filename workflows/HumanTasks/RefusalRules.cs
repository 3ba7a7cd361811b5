using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks;

/// <summary>What a service's refusal is, and says to people, by the name of its rule. A refusal's own
/// <see cref="CommandResult.Refused.Why"/> is for logs and tests; a rule without words here shows it.</summary>
public static partial class RefusalRules
{
    private static readonly Dictionary<string, RefusalRule> Table = new(StringComparer.Ordinal)
    {
        // plans
        ["period-not-past"] = Conflict(Texts.OnlyPeriodAlreadyLiesBehindPlan),
        ["no-such-plan"] = Missing(Texts.ThereIsNoSuchPlan),
        ["plan-exists"] = Conflict(Texts.AdministrationPlanUnderNameAlready),
        ["no-last-plan"] = Conflict(Texts.AdministrationNoApprovedPlanBeginFrom),
        ["plan-not-in-drafting"] = Conflict(Texts.OnlyDraftCanChangedHandedPlan),
        ["plan-breaks-rules"] = Conflict(Texts.ErrorsRulesNameMustGoneBefore),
        ["changed-since-sent"] = Conflict(Texts.DraftChangedDecidedUponAfterSent),
        ["plan-not-submitted"] = Conflict(Texts.PlanNotBeenHanded),
        ["plan-not-active"] = Conflict(Texts.PlansStateDoesNotAllowNeeds),
        ["plan-not-suspended"] = Conflict(Texts.OnlySuspendedPlanCanResumed),
        ["plan-is-over"] = Conflict(Texts.ThePlanHasEnded),
        ["draft-is-not-what-was-submitted"] = Conflict(Texts.DraftDiffersFromWhatHandedHanded),
        ["no-revision"] = Conflict(Texts.NoRevisionPlanOpen),
        ["effective-from-a-coming-period"] = Conflict(Texts.RevisionTakesEffectFirstDayReporting),
        ["size-from-one"] = Conflict(Texts.GiveNumberIndicatorsBenchmarksFrom1),
        ["review-not-due"] = Conflict(Texts.NoMidTermReviewPlanOpen),
        ["review-outcome"] = Conflict(Texts.SayWhatReviewFoundWhatFollows),

        // decisions
        ["author-may-not-approve"] = Conflict(Texts.WhoWroteHandedCannotDecide),
        ["reason-when-sent-back"] = Conflict(Texts.SendingBackNeedsAReason),
        ["reason-needed"] = Conflict(Texts.NeedsReasonKeptShown),
        ["items-when-accepting-others"] = Conflict(Texts.AcceptOtherItemsSayWhichOnes),

        ["text-too-long"] = Malformed(Texts.TextTooLongReasonsCommentsAt),
        ["number-too-large"] = Malformed(Texts.NumberLargerThanAnyFigureCan),
        ["period-days"] = Conflict(Texts.DaysSubmitLockAtMost1000),
        ["day-out-of-range"] = Malformed(Texts.GiveDayBetween19002199),
        ["changed-meanwhile"] = Stale(Texts.ChangedSinceYouReadReadAgain),

        // reports
        ["no-such-report"] = Missing(Texts.ThereNoSuchReportYet),
        ["report-not-submitted"] = Conflict(Texts.ReportNotBeenHanded),
        ["report-not-open"] = Conflict(Texts.ReportNotOpen),
        ["report-has-ended"] = Conflict(Texts.ReportEndedFigureCanStillRestated),
        ["report-state"] = Conflict(Texts.ReportNotStateAllows),
        ["report-not-locked"] = Conflict(Texts.UntilLockReportCorrectedNotRestated),
        ["not-later"] = Conflict(Texts.NewDateMustLieAfterPresent),
        ["not-a-day"] = Conflict(Texts.GiveDaySuchAs202702),
        ["risk-scale"] = Conflict(Texts.LikelihoodImpactGoFrom15),
        ["delivery-event"] = Conflict(Texts.EventNeedsTitleEndsAfterBegins),
        ["reason-when-restated"] = Conflict(Texts.RestatementNeedsReasonBothValuesReason),
        ["restatement-waits"] = Conflict(Texts.RestatementSameItemWaitsDecisionAlready),
        ["restated-meanwhile"] = Conflict(Texts.ValueRestatementReplacesBeenRestated),
        ["no-such-restatement"] = Missing(Texts.ReportNoSuchRestatement),
        ["no-such-item"] = Conflict(Texts.NameItemsReportTheirCodes),
        ["nothing-new"] = Conflict(Texts.NothingSaysAnythingNew),
        ["comment-empty"] = Conflict(Texts.ACommentNeedsWords),
        ["no-such-evidence"] = Missing(Texts.ThereIsNoSuchFile),

        // mail
        ["no-such-message"] = Missing(Texts.ThereIsNoSuchMessage),
        ["not-waiting"] = Conflict(Texts.MessageDoesNotWaitAnything),
        ["unreadable-message"] = Conflict(Texts.MessageCannotReadAskPersonSend),
        ["not-their-task"] = Conflict(Texts.PersonNoSuchTaskTakesAnswers),
        ["task-closed"] = Conflict(Texts.TaskTakesNoAnswersAnyMore),
        ["nothing-understood"] = Conflict(Texts.NothingCanReadAsAnswerAsk),

        ["too-large-a-message"] = Conflict(Texts.HoldsMoreThanCanTakenAt),
        ["later-answer-stands"] = Conflict(Texts.LaterAnswersSayOtherwiseTheyStand),

        // programs that send the same twice
        ["idempotency-key"] = Malformed(Texts.IdempotencyKey864LettersDigits),
        ["idempotency-key-reused"] = Unprocessable(Texts.IdempotencyKeyGivenWithSomethingElse),
        ["idempotency-in-progress"] = Conflict(Texts.SameBeingDoneAtMomentAsk),
        ["idempotency-outcome-unknown"] = Conflict(Texts.SameBegunBrokeOffNotKnown),

        // register and settings
        ["no-such-person"] = Missing(Texts.NobodyRegisteredUnderId),
        ["person-has-a-part"] = Conflict(Texts.WhoRoleCannotErasedLetPerson),
        ["own-roles"] = Conflict(Texts.NobodyChangesTheirOwnRolesAnother),
        ["no-role-waits"] = Conflict(Texts.NoRolePersonWaitsConfirmation),
        ["no-successor"] = Conflict(Texts.AdministrationNoAlternateNameWhoTakes),
        ["no-such-administration"] = Missing(Texts.NoSuchAdministrationIsRegistered),
        ["no-such-agreement"] = Missing(Texts.NoSuchAgreementIsRegistered),
        ["not-a-slug"] = Conflict(Texts.IdSmallLettersDigitsHyphensOnly),
        ["empty"] = Conflict(Texts.ThisMustNotBeEmpty),
        ["not-an-address"] = Conflict(Texts.GiveOnePlainEMailAddress),
        ["address-taken"] = Conflict(Texts.AddressBelongsSomebodyElseWhoWrites),
        ["ends-before-start"] = Conflict(Texts.ItEndsBeforeItBegins),
        ["role-and-administration"] = Conflict(Texts.CoordinatorsAlternatesHeadsCustomsBelongOne),
        ["role-and-donor"] = Conflict(Texts.DonorReaderNobodyElseBelongsDonor),
        ["no-such-donor"] = Missing(Texts.NoSuchDonorIsRegistered),
        ["not-iso-3166"] = Conflict(Texts.IdISO31661Alpha2),
        ["no-such-zone"] = Conflict(Texts.TimeZoneIANANameSuchAs),
        ["no-working-day"] = Conflict(Texts.ThereMustWorkingDayWeek),
        ["orphan-result"] = Conflict(Texts.ResultAboveNotFramework),
        ["orphan-indicator"] = Conflict(Texts.ResultMeasuresNotFramework),
        ["schedule"] = Conflict(Texts.DonorPeriod160MonthsDeadline),
        ["entry-changed"] = Conflict(Texts.SomebodyElseChangedMeanwhileNothingYours),
        ["code-twice"] = Conflict(Texts.TheCodeStandsThereTwice),
        ["allocation-amount"] = Conflict(Texts.AmountMustAbove0),
        ["allocation-currency"] = Conflict(Texts.CurrencyISO4217CodeSuchAs),
        ["outside-agreement"] = Conflict(Texts.DaysMustLieWithinAgreement),
        ["quiet-days"] = Conflict(Texts.AtMost400QuietDaysEach),
        ["year-start"] = Conflict(Texts.YearMustBeginWithMonthFrom),
        ["lock-before-due"] = Conflict(Texts.PeriodCannotLockBeforeDue),
        ["periods-overlap"] = Conflict(Texts.TwoPeriodsCalendarOverlap),
        ["periods-gap"] = Conflict(Texts.ThereDaysBetweenTwoPeriodsCalendar),
        ["period-twice"] = Conflict(Texts.PeriodStandsCalendarTwice),
        ["period-ends-before-start"] = Conflict(Texts.PeriodCalendarEndsBeforeBegins),
        ["due-before-end"] = Conflict(Texts.ReportCannotDueBeforePeriodEnds),
        ["reminder-code-twice"] = Conflict(Texts.TwoRemindersBearSameCode),
        ["reminder-code-no-slug"] = Conflict(Texts.RemindersCode120SmallLetters),
        ["reminder-to-nobody"] = Conflict(Texts.ReminderNeedsSomebodyGo),
        ["reminder-before-asking"] = Conflict(Texts.OnlyRemindersDueDateCanCome),
        ["reminder-hours"] = Conflict(Texts.HoursSendingEndBeforeTheyBegin),

        // surveys and assessments
        ["no-such-survey"] = Missing(Texts.ThereIsNoSuchSurvey),
        ["survey-twice"] = Conflict(Texts.AdministrationSurveyNameAlready),
        ["survey-not-collecting"] = Conflict(Texts.SurveyDoesNotCollectAnswersNow),
        ["survey-not-in-review"] = Conflict(Texts.SurveysScoresNotDecidedNow),
        ["survey-file-part"] = Conflict(Texts.UploadNameSmallLettersDigitsParts),
        ["survey-file-twice"] = Conflict(Texts.VeryFileTakenAlready),
        ["survey-questions"] = Conflict(Texts.QuestionnaireAtLeastOneGroup1),
        ["survey-question-code"] = Conflict(Texts.EachQuestionCodeOwnSmallLetters),
        ["survey-group"] = Conflict(Texts.EachGroupCodeOwnSmallLetters),
        ["survey-key-factor"] = Conflict(Texts.KeyFactorsGoFrom110),
        ["survey-text"] = Conflict(Texts.EachTextNeededAllThreeLanguages),
        ["pmm-years"] = Conflict(Texts.BetweenTwoAssessmentsLie110),
        ["pmm-kpis"] = Conflict(Texts.There180KPIs),
        ["pmm-code"] = Conflict(Texts.KPIsCodeKNumberEachOnce),
        ["pmm-kpi"] = Conflict(Texts.KPINumberPercentageKeyFactorsGo),
        ["pmm-text"] = Conflict(Texts.EachTextNeededAllThreeLanguages),
        ["pmm-belongs"] = Conflict(Texts.EachOutcomeBelongsDimensionEachKPI),
        ["pmm-year"] = Conflict(Texts.AssessmentYearLastNextOne),
        ["pmm-twice"] = Conflict(Texts.ThereAssessmentYearAlready),
        ["pmm-closed"] = Conflict(Texts.AssessmentTakesNoAnswersAnyMore),

        // donor reports
        ["no-such-donor-report"] = Missing(Texts.ThereNoSuchDonorReport),
        ["donor-report-not-returned"] = Conflict(Texts.OnlyReportSentBackRevised),
        ["donor-report-not-in-review"] = Conflict(Texts.ReportDoesNotWaitSignature),
        ["donor-report-assembled"] = Conflict(Texts.TextsAnnexesTakenUntilReportAssembled),
        ["change-note-needed"] = Conflict(Texts.SayWhatNewVersionChanges),
    };

    public static Text WordsOf(CommandResult.Refused refused) => WordsOf(refused.Rule, refused.Why);

    /// <param name="why">For a rule without words here.</param>
    public static Text WordsOf(string rule, string why) => Find(rule)?.Words ?? Text.Same(why);

    public static RefusalKind KindOf(CommandResult.Refused refused) => Find(refused.Rule)?.Kind ?? RefusalKind.Conflict;

    /// <summary>Names of the rules.</summary>
    public static IReadOnlyCollection<string> Names => [.. Table.Keys, .. Life.Keys];

    private static RefusalRule? Find(string rule) => Table.GetValueOrDefault(rule) ?? Life.GetValueOrDefault(rule);

    private static RefusalRule Conflict(Text words) => new(RefusalKind.Conflict, words);

    private static RefusalRule Missing(Text words) => new(RefusalKind.Missing, words);

    private static RefusalRule Malformed(Text words) => new(RefusalKind.Malformed, words);

    private static RefusalRule Unprocessable(Text words) => new(RefusalKind.Unprocessable, words);

    private static RefusalRule Stale(Text words) => new(RefusalKind.Stale, words);

    private sealed record RefusalRule(RefusalKind Kind, Text Words);
}

/// <summary>What is the matter where a service refuses: it decides the status of an answer over HTTP.</summary>
public enum RefusalKind
{
    /// <summary>It cannot be done as things stand.</summary>
    Conflict,

    /// <summary>What it is about does not exist.</summary>
    Missing,

    /// <summary>What was sent cannot be taken, however things stand.</summary>
    Malformed,

    /// <summary>It can be read, and contradicts what was sent before.</summary>
    Unprocessable,

    /// <summary>It was decided from what no longer stands.</summary>
    Stale,
}
