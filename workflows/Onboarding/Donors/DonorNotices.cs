using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Onboarding.Donors;

/// <summary>Tells a donor's contact what was entered and when reports come.</summary>
public sealed record DonorWelcome(IReadOnlyList<GrantAgreement> Agreements) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.WelcomeSubject;

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [.. Agreements.SelectMany(agreement => Of(agreement, dates)), Texts.WelcomeHowReportsCome];

    private static IEnumerable<Text> Of(GrantAgreement agreement, Func<Language, DateWords> dates)
    {
        DateOnly end = agreement.Schedule.FirstPeriodStart.AddMonths(agreement.Schedule.MonthsPerPeriod).AddDays(-1),
            due = end.AddDays(agreement.Schedule.DaysToDeliver);
        yield return Texts.WelcomeAgreement(
            agreementTitle: agreement.Title,
            officialNumber: agreement.OfficialNumber,
            end: Text.For(eachLanguage => dates(eachLanguage).Range(agreement.Start, agreement.End))
        );
        yield return Texts.WelcomeFramework(
            resultsCount: agreement.Framework.Results.Count,
            indicatorsCount: agreement.Framework.Indicators.Count,
            end: Text.For(eachLanguage => dates(eachLanguage).Day(end)),
            due: Text.For(eachLanguage => dates(eachLanguage).Day(due)),
            monthsPerPeriod: agreement.Schedule.MonthsPerPeriod
        );
    }
}

/// <summary>Tells a donor's readers that the funding ends and what is still to come.</summary>
public sealed record DonorFarewell(DateOnly LastDay) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.FarewellSubject;

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.FarewellIntro(lastDay: Text.For(eachLanguage => dates(eachLanguage).Day(LastDay)))];
}
