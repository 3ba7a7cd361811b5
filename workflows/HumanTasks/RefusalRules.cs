using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks;

/// <summary>The kind and the words of each refusal, by the name of its rule. <see cref="CommandResult.Refused.Why"/> is meant for logs and
/// tests and is shown only if the rule has no words here.</summary>
public static class RefusalRules
{
    private static readonly Dictionary<string, RefusalRule> Table = new(StringComparer.Ordinal)
    {
        // plans
        ["period-not-past"] = Conflict(Texts.RefusedPeriodNotPast),
        ["no-such-plan"] = Missing(Texts.RefusedNoSuchPlan),
        ["plan-exists"] = Conflict(Texts.RefusedPlanExists),
        ["no-last-plan"] = Conflict(Texts.RefusedNoLastPlan),
        ["plan-not-in-drafting"] = Conflict(Texts.RefusedPlanNotInDrafting),
        ["plan-breaks-rules"] = Conflict(Texts.RefusedPlanBreaksRules),
        ["changed-since-sent"] = Conflict(Texts.RefusedChangedSinceSent),
        ["plan-not-submitted"] = Conflict(Texts.RefusedPlanNotSubmitted),
        ["plan-not-active"] = Conflict(Texts.RefusedPlanNotActive),
        ["plan-not-suspended"] = Conflict(Texts.RefusedPlanNotSuspended),
        ["plan-is-over"] = Conflict(Texts.RefusedPlanIsOver),
        ["draft-is-not-what-was-submitted"] = Conflict(Texts.RefusedDraftIsNotWhatWasSubmitted),
        ["no-revision"] = Conflict(Texts.RefusedNoRevision),
        ["effective-from-a-coming-period"] = Conflict(Texts.RefusedEffectiveFromAComingPeriod),
        ["size-from-one"] = Conflict(Texts.RefusedSizeFromOne),
        ["review-not-due"] = Conflict(Texts.RefusedReviewNotDue),
        ["review-outcome"] = Conflict(Texts.RefusedReviewOutcome),

        // the books of grants
        ["finance-open"] = Conflict(Texts.RefusedFinanceOpen),
        ["finance-amount"] = Malformed(Texts.RefusedFinanceAmount),
        ["finance-overlap"] = Conflict(Texts.RefusedFinanceOverlap),
        ["finance-currency"] = Malformed(Texts.RefusedFinanceCurrency),
        ["finance-component"] = Malformed(Texts.RefusedFinanceComponent),
        ["finance-negative"] = Malformed(Texts.RefusedFinanceNegative),
        ["finance-total"] = Malformed(Texts.RefusedFinanceTotal),

        ["obligation-twice"] = Conflict(Texts.RefusedObligationTwice),
        ["recommendation-twice"] = Conflict(Texts.RefusedRecommendationTwice),
        ["no-such-recommendation"] = Missing(Texts.RefusedNoSuchRecommendation),
        ["no-such-obligation"] = Missing(Texts.RefusedNoSuchObligation),

        // decisions
        ["author-may-not-approve"] = Conflict(Texts.RefusedAuthorMayNotApprove),
        ["reason-when-sent-back"] = Conflict(Texts.RefusedReasonWhenSentBack),
        ["reason-needed"] = Conflict(Texts.RefusedReasonNeeded),
        ["items-when-accepting-others"] = Conflict(Texts.RefusedItemsWhenAcceptingOthers),

        ["not-a-choice"] = Malformed(Texts.RefusedNotAChoice),
        ["text-too-long"] = Malformed(Texts.RefusedTextTooLong),
        ["number-too-large"] = Malformed(Texts.RefusedNumberTooLarge),
        ["period-days"] = Conflict(Texts.RefusedPeriodDays),
        ["day-out-of-range"] = Malformed(Texts.RefusedDayOutOfRange),
        ["changed-meanwhile"] = Stale(Texts.RefusedChangedMeanwhile),

        // reports
        ["no-such-report"] = Missing(Texts.RefusedNoSuchReport),
        ["report-not-submitted"] = Conflict(Texts.RefusedReportNotSubmitted),
        ["report-not-open"] = Conflict(Texts.RefusedReportNotOpen),
        ["report-has-ended"] = Conflict(Texts.RefusedReportHasEnded),
        ["report-state"] = Conflict(Texts.RefusedReportState),
        ["report-not-locked"] = Conflict(Texts.RefusedReportNotLocked),
        ["not-later"] = Conflict(Texts.RefusedNotLater),
        ["no-time-asked"] = Conflict(Texts.RefusedNoTimeAsked),
        ["part-without-items"] = Conflict(Texts.RefusedPartWithoutItems),
        ["part-of-oneself"] = Conflict(Texts.RefusedPartOfOneself),
        ["absence-past"] = Conflict(Texts.RefusedAbsencePast),
        ["absence-long"] = Conflict(Texts.RefusedAbsenceLong),
        ["absence-overlaps"] = Conflict(Texts.RefusedAbsenceOverlaps),
        ["own-substitute"] = Conflict(Texts.RefusedOwnSubstitute),
        ["substitute-without-role"] = Conflict(Texts.RefusedSubstituteWithoutRole),
        ["no-such-absence"] = Missing(Texts.RefusedNoSuchAbsence),
        ["nothing-selected"] = Conflict(Texts.RefusedNothingSelected),
        ["nobody-asked"] = Conflict(Texts.RefusedNobodyAsked),
        ["not-asked-yet"] = Conflict(Texts.RefusedNotAskedYet),
        ["task-of-secretariat"] = Conflict(Texts.RefusedTaskOfSecretariat),
        ["nobody-holds-role"] = Conflict(Texts.RefusedNobodyHoldsRole),
        ["handed-in-meanwhile"] = Conflict(Texts.RefusedHandedInMeanwhile),
        ["only-reports"] = Conflict(Texts.RefusedOnlyReports),
        ["part-of-person"] = Conflict(Texts.RefusedPartOfPerson),
        ["no-such-task"] = Missing(Texts.RefusedNoSuchTask),
        ["no-such-language"] = Conflict(Texts.RefusedNoSuchLanguage),
        ["no-such-part"] = Missing(Texts.RefusedNoSuchPart),
        ["not-a-day"] = Conflict(Texts.RefusedNotADay),
        ["not-a-time"] = Malformed(Texts.RefusedNotATime),
        ["field-not-read"] = Malformed(Texts.RefusedFieldNotRead),
        ["reminder-line"] = Malformed(Texts.RefusedReminderLine),
        ["key-factors"] = Malformed(Texts.RefusedKeyFactors),
        ["risk-scale"] = Conflict(Texts.RefusedRiskScale),
        ["delivery-event"] = Conflict(Texts.RefusedDeliveryEvent),
        ["reason-when-restated"] = Conflict(Texts.RefusedReasonWhenRestated),
        ["groups-without-total"] = Conflict(Texts.RefusedGroupsWithoutTotal),
        ["restatement-waits"] = Conflict(Texts.RefusedRestatementWaits),
        ["restated-meanwhile"] = Conflict(Texts.RefusedRestatedMeanwhile),
        ["no-such-restatement"] = Missing(Texts.RefusedNoSuchRestatement),
        ["no-such-item"] = Conflict(Texts.RefusedNoSuchItem),
        ["nothing-new"] = Conflict(Texts.RefusedNothingNew),
        ["comment-empty"] = Conflict(Texts.RefusedCommentEmpty),
        ["no-file"] = Conflict(Texts.RefusedNoFile),
        ["file-not-kept"] = Unprocessable(Texts.RefusedFileNotKept),
        ["feature-off"] = Conflict(Texts.RefusedFeatureOff),
        ["no-such-evidence"] = Missing(Texts.RefusedNoSuchEvidence),

        // mail
        ["no-such-message"] = Missing(Texts.RefusedNoSuchMessage),
        ["not-waiting"] = Conflict(Texts.RefusedNotWaiting),
        ["unreadable-message"] = Conflict(Texts.RefusedUnreadableMessage),
        ["not-their-task"] = Conflict(Texts.RefusedNotTheirTask),
        ["task-closed"] = Conflict(Texts.RefusedTaskClosed),
        ["nothing-understood"] = Conflict(Texts.RefusedNothingUnderstood),

        ["too-large-a-message"] = Conflict(Texts.RefusedTooLargeAMessage),
        ["later-answer-stands"] = Conflict(Texts.RefusedLaterAnswerStands),

        // programs that send the same twice
        ["idempotency-key"] = Malformed(Texts.RefusedIdempotencyKey),
        ["idempotency-key-reused"] = Unprocessable(Texts.RefusedIdempotencyKeyReused),
        ["idempotency-in-progress"] = Conflict(Texts.RefusedIdempotencyInProgress),
        ["idempotency-outcome-unknown"] = Conflict(Texts.RefusedIdempotencyOutcomeUnknown),

        // register and settings
        ["no-such-person"] = Missing(Texts.RefusedNoSuchPerson),
        ["person-has-a-part"] = Conflict(Texts.RefusedPersonHasAPart),
        ["own-roles"] = Conflict(Texts.RefusedOwnRoles),
        ["no-role-waits"] = Conflict(Texts.RefusedNoRoleWaits),
        ["no-successor"] = Conflict(Texts.RefusedNoSuccessor),
        ["no-such-administration"] = Missing(Texts.RefusedNoSuchAdministration),
        ["no-such-agreement"] = Missing(Texts.RefusedNoSuchAgreement),
        ["not-a-slug"] = Conflict(Texts.RefusedNotASlug),
        ["empty"] = Conflict(Texts.RefusedEmpty),
        ["not-an-address"] = Conflict(Texts.RefusedNotAnAddress),
        ["address-taken"] = Conflict(Texts.RefusedAddressTaken),
        ["ends-before-start"] = Conflict(Texts.RefusedEndsBeforeStart),
        ["role-and-administration"] = Conflict(Texts.RefusedRoleAndAdministration),
        ["role-and-donor"] = Conflict(Texts.RefusedRoleAndDonor),
        ["no-such-donor"] = Missing(Texts.RefusedNoSuchDonor),
        ["not-iso-3166"] = Conflict(Texts.RefusedNotIso3166),
        ["no-such-zone"] = Conflict(Texts.RefusedNoSuchZone),
        ["no-working-day"] = Conflict(Texts.RefusedNoWorkingDay),
        ["orphan-result"] = Conflict(Texts.RefusedOrphanResult),
        ["orphan-indicator"] = Conflict(Texts.RefusedOrphanIndicator),
        ["schedule"] = Conflict(Texts.RefusedSchedule),
        ["no-such-template"] = Conflict(Texts.RefusedNoSuchTemplate),
        ["template-languages"] = Conflict(Texts.RefusedTemplateLanguages),
        ["entry-changed"] = Conflict(Texts.RefusedEntryChanged),
        ["code-twice"] = Conflict(Texts.RefusedCodeTwice),
        ["allocation-amount"] = Conflict(Texts.RefusedAllocationAmount),
        ["allocation-currency"] = Conflict(Texts.RefusedAllocationCurrency),
        ["outside-agreement"] = Conflict(Texts.RefusedOutsideAgreement),
        ["quiet-days"] = Conflict(Texts.RefusedQuietDays),
        ["year-start"] = Conflict(Texts.RefusedYearStart),
        ["lock-before-due"] = Conflict(Texts.RefusedLockBeforeDue),
        ["periods-overlap"] = Conflict(Texts.RefusedPeriodsOverlap),
        ["periods-gap"] = Conflict(Texts.RefusedPeriodsGap),
        ["period-twice"] = Conflict(Texts.RefusedPeriodTwice),
        ["period-ends-before-start"] = Conflict(Texts.RefusedPeriodEndsBeforeStart),
        ["due-before-end"] = Conflict(Texts.RefusedDueBeforeEnd),
        ["reminder-code-twice"] = Conflict(Texts.RefusedReminderCodeTwice),
        ["reminder-code-no-slug"] = Conflict(Texts.RefusedReminderCodeNoSlug),
        ["reminder-to-nobody"] = Conflict(Texts.RefusedReminderToNobody),
        ["reminder-before-asking"] = Conflict(Texts.RefusedReminderBeforeAsking),
        ["reminder-hours"] = Conflict(Texts.RefusedReminderHours),

        // surveys and assessments
        ["no-such-survey"] = Missing(Texts.RefusedNoSuchSurvey),
        ["survey-twice"] = Conflict(Texts.RefusedSurveyTwice),
        ["survey-not-collecting"] = Conflict(Texts.RefusedSurveyNotCollecting),
        ["survey-not-in-review"] = Conflict(Texts.RefusedSurveyNotInReview),
        ["survey-file-part"] = Conflict(Texts.RefusedSurveyFilePart),
        ["survey-file-twice"] = Conflict(Texts.RefusedSurveyFileTwice),
        ["survey-questions"] = Conflict(Texts.RefusedSurveyQuestions),
        ["survey-question-code"] = Conflict(Texts.RefusedSurveyQuestionCode),
        ["survey-group"] = Conflict(Texts.RefusedSurveyGroup),
        ["survey-key-factor"] = Conflict(Texts.RefusedSurveyKeyFactor),
        ["survey-text"] = Conflict(Texts.RefusedTextInEachLanguage),
        ["pmm-years"] = Conflict(Texts.RefusedPmmYears),
        ["pmm-kpis"] = Conflict(Texts.RefusedPmmKpis),
        ["pmm-code"] = Conflict(Texts.RefusedPmmCode),
        ["pmm-kpi"] = Conflict(Texts.RefusedPmmKpi),
        ["pmm-text"] = Conflict(Texts.RefusedTextInEachLanguage),
        ["pmm-belongs"] = Conflict(Texts.RefusedPmmBelongs),
        ["pmm-year"] = Conflict(Texts.RefusedPmmYear),
        ["pmm-twice"] = Conflict(Texts.RefusedPmmTwice),
        ["pmm-closed"] = Conflict(Texts.RefusedPmmClosed),

        // donor reports
        ["no-such-donor-report"] = Missing(Texts.RefusedNoSuchDonorReport),
        ["donor-report-not-returned"] = Conflict(Texts.RefusedDonorReportNotReturned),
        ["donor-report-not-in-review"] = Conflict(Texts.RefusedDonorReportNotInReview),
        ["donor-report-assembled"] = Conflict(Texts.RefusedDonorReportAssembled),
        ["translations-full"] = Conflict(Texts.RefusedTranslationsFull),
        ["not-issued"] = Conflict(Texts.RefusedNotIssued),
        ["publication-withheld"] = Conflict(Texts.RefusedPublicationWithheld),
        ["nothing-published"] = Conflict(Texts.RefusedNothingPublished),
        ["reason-to-withhold"] = Conflict(Texts.RefusedReasonToWithhold),
        ["historic-file"] = Unprocessable(Texts.RefusedHistoricFile),
        ["final-report-unfinished"] = Conflict(Texts.RefusedFinalReportUnfinished),
        ["change-note-needed"] = Conflict(Texts.RefusedChangeNoteNeeded),
        ["no-such-result"] = Conflict(Texts.RefusedNoSuchResult),
        ["not-a-rating"] = Conflict(Texts.RefusedNotARating),
        ["sentence-needed"] = Conflict(Texts.RefusedSentenceNeeded),

        // events, instruments, experts
        ["event-twice"] = Conflict(Texts.RefusedEventTwice),
        ["no-such-event"] = Missing(Texts.RefusedNoSuchEvent),
        ["event-words"] = Conflict(Texts.RefusedEventWords),
        ["event-days"] = Conflict(Texts.RefusedEventDays),
        ["event-invited"] = Conflict(Texts.RefusedEventInvited),
        ["no-such-theme"] = Conflict(Texts.RefusedNoSuchTheme),
        ["entry-stands"] = Conflict(Texts.RefusedEntryStands),
        ["uptake-stands"] = Conflict(Texts.RefusedUptakeStands),
        ["no-such-initiative"] = Missing(Texts.RefusedNoSuchInitiative),
        ["no-such-instrument"] = Missing(Texts.RefusedNoSuchInstrument),
        ["no-such-version"] = Missing(Texts.RefusedNoSuchVersion),
        ["no-version"] = Conflict(Texts.RefusedNoVersion),
        ["not-a-count"] = Conflict(Texts.RefusedNotACount),
        ["not-a-number"] = Conflict(Texts.RefusedNotANumber),
        ["ambiguous-number"] = Malformed(Texts.RefusedAmbiguousNumber),
        ["too-many-parts-open"] = Conflict(Texts.RefusedTooManyPartsOpen),
        ["too-many"] = Conflict(Texts.RefusedTooMany),
        ["too-many-given"] = Conflict(Texts.RefusedTooManyGiven),
        ["mission-terms"] = Conflict(Texts.RefusedMissionTerms),
        ["no-such-expert"] = Missing(Texts.RefusedNoSuchExpert),

        // good practices, communities
        ["practice-words"] = Conflict(Texts.RefusedPracticeWords),
        ["practice-not-accepted"] = Conflict(Texts.RefusedPracticeNotAccepted),
        ["practice-twice"] = Conflict(Texts.RefusedPracticeTwice),
        ["topic-words"] = Conflict(Texts.RefusedTopicWords),
        ["topic-twice"] = Conflict(Texts.RefusedTopicTwice),

        // meetings
        ["meeting-days"] = Conflict(Texts.RefusedMeetingDays),
        ["meeting-words"] = Conflict(Texts.RefusedMeetingWords),
        ["meeting-twice"] = Conflict(Texts.RefusedMeetingTwice),
        ["no-such-meeting"] = Missing(Texts.RefusedNoSuchMeeting),
        ["minutes-empty"] = Conflict(Texts.RefusedMinutesEmpty),
        ["action-point"] = Conflict(Texts.RefusedActionPoint),
        ["meeting-attendance"] = Conflict(Texts.RefusedMeetingAttendance),

        // Members and donors
        ["member-twice"] = Conflict(Texts.RefusedMemberTwice),
        ["member-plan-start"] = Conflict(Texts.RefusedMemberPlanStart),
        ["no-such-member"] = Missing(Texts.RefusedNoSuchMember),
        ["donor-twice"] = Conflict(Texts.RefusedDonorTwice),
        ["donor-words"] = Conflict(Texts.RefusedDonorWords),
        ["donor-later-agreement"] = Conflict(Texts.RefusedDonorLaterAgreement),
        ["donor-last-day"] = Conflict(Texts.RefusedDonorLastDay),
    };

    public static Text WordsOf(CommandResult.Refused refused) =>
        refused.Because.Count == 0
            ? WordsOf(refused.Rule, refused.Why)
            : Text.For(language =>
                string.Join(' ', refused.Because.Prepend(WordsOf(refused.Rule, refused.Why)).Select(text => text.In(language)))
            );

    /// <param name="why">For a rule without words here.</param>
    public static Text WordsOf(string rule, string why) => Table.GetValueOrDefault(rule)?.Words ?? Text.Same(why);

    public static RefusalKind KindOf(CommandResult.Refused refused) => Table.GetValueOrDefault(refused.Rule)?.Kind ?? RefusalKind.Conflict;

    /// <summary>Names of the rules.</summary>
    public static IReadOnlyCollection<string> Names => Table.Keys;

    /// <summary>Every rule with its words.</summary>
    public static IEnumerable<(string Rule, Text Words)> All => Table.Select(one => (one.Key, one.Value.Words));

    private static RefusalRule Conflict(Text words) => new(RefusalKind.Conflict, words);

    private static RefusalRule Missing(Text words) => new(RefusalKind.Missing, words);

    private static RefusalRule Malformed(Text words) => new(RefusalKind.Malformed, words);

    private static RefusalRule Unprocessable(Text words) => new(RefusalKind.Unprocessable, words);

    private static RefusalRule Stale(Text words) => new(RefusalKind.Stale, words);

    private sealed record RefusalRule(RefusalKind Kind, Text Words);
}

/// <summary>What is wrong when a service refuses; decides the HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The present state does not allow it.</summary>
    Conflict,

    /// <summary>What the request refers to does not exist.</summary>
    Missing,

    /// <summary>The request cannot be accepted in any state.</summary>
    Malformed,

    /// <summary>The request can be read but contradicts an earlier one.</summary>
    Unprocessable,

    /// <summary>The decision was based on a version that is no longer current.</summary>
    Stale,
}
