namespace ACip.Workflows.HumanTasks;

/// <content>Rules of the multilateral component, of meetings, and of who comes and leaves.</content>
public static partial class RefusalRules
{
    private static readonly Dictionary<string, RefusalRule> Life = new(StringComparer.Ordinal)
    {
        // events, instruments, experts
        ["event-twice"] = Conflict(Texts.ThereEventNameAlready),
        ["no-such-event"] = Missing(Texts.ThereNoSuchEventStillPlanned),
        ["event-words"] = Conflict(Texts.EventTitlePlace200CharactersAt),
        ["event-days"] = Conflict(Texts.EventEndsAfterBeginsPlannedBefore),
        ["event-invited"] = Conflict(Texts.InviteAdministrationsProgrammeEachOnce),
        ["no-such-theme"] = Conflict(Texts.ThemesKeyFactors110Articles),
        ["no-such-initiative"] = Missing(Texts.ThereIsNoSuchInitiative),
        ["no-such-instrument"] = Missing(Texts.ThereIsNoSuchInstrument),
        ["no-such-version"] = Missing(Texts.InstrumentNoSuchVersion),
        ["mission-terms"] = Conflict(Texts.ExpertMissionNothingElseExpertTerms),
        ["no-such-expert"] = Missing(Texts.NobodyPoolId),

        // good practices, communities
        ["practice-words"] = Conflict(Texts.PracticeIdSmallLettersDigitsHyphens),
        ["practice-not-accepted"] = Conflict(Texts.NoAcceptedReportSaysWords),
        ["practice-twice"] = Conflict(Texts.TherePracticeNameAlready),
        ["topic-words"] = Conflict(Texts.TopicIdSmallLettersDigitsHyphens),
        ["topic-twice"] = Conflict(Texts.ThereTopicNameAlready),

        // meetings
        ["meeting-days"] = Conflict(Texts.MeetingLiesAheadWithinTwoYears),
        ["meeting-words"] = Conflict(Texts.MeetingTitlePlaceAgenda),
        ["meeting-twice"] = Conflict(Texts.ThereMeetingYearAlready),
        ["no-such-meeting"] = Missing(Texts.ThereNoSuchMeetingDecideAbout),
        ["minutes-empty"] = Conflict(Texts.MinutesSayWhatWasSaid),
        ["action-point"] = Conflict(Texts.ActionPointSaysWhatDoneWhich),
        ["meeting-attendance"] = Conflict(Texts.WhoCameCountedOnceEachAdministration),

        // Members and donors
        ["member-twice"] = Conflict(Texts.AdministrationTakesPartAlreadyDid),
        ["member-plan-start"] = Conflict(Texts.FirstPlanBeginsDayYearCome),
        ["no-such-member"] = Missing(Texts.ThereIsNoSuchMember),
        ["donor-twice"] = Conflict(Texts.DonorTakesPartAlreadyDid),
        ["donor-words"] = Conflict(Texts.DonorIdSmallLettersDigitsHyphens),
        ["donor-last-day"] = Conflict(Texts.LastDayLiesWithinYearSo),
    };
}
