using ACip.Tests.Unit.Messaging.Letters;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Events;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Meetings;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Multilateral.Communities;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Obligations;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Overviews;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Sample;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Multilateral;

/// <summary>A mail of each kind of the programme's own life.</summary>
internal static class LifeSamples
{
    private static readonly Text Mali = Text.Of("Mali", "Mali", "Malí");

    private static readonly Uri Link = new("https://acip.example/tasks/b5k2qexample");

    private static readonly DateTimeOffset Due = new(2026, 10, 30, 23, 59, 59, TimeSpan.Zero);

    private static readonly DeliveryEvent Workshop = new(
        "risk-registers",
        DeliveryKind.Workshop,
        "Risk registers",
        new DateOnly(2026, 11, 9),
        new DateOnly(2026, 11, 11),
        "Accra",
        [new AdministrationId("ML")],
        new Themes([6], [], [])
    );

    private static readonly DeliveryEvent Mission = Workshop with
    {
        Kind = DeliveryKind.ExpertMission,
        Title = "Review of internal audit",
        Expert = new PersonId("expert-one"),
        Terms = "Review the charter and propose a plan.",
    };

    private static readonly MeetingRecord Meeting = new(
        new MeetingRef(2026),
        "Annual meeting of coordinators",
        new DateOnly(2026, 11, 16),
        new DateOnly(2026, 11, 18),
        "Brussels",
        "Results; peer learning; the year to come.",
        MeetingState.Held
    )
    {
        Minutes = "Members agreed to share their gift registers.",
        Points =
        [
            new ActionPoint(1, "Share the gift register", new AdministrationId("ML"), new DateOnly(2027, 1, 31)),
            new ActionPoint(2, "Publish the minutes", null, new DateOnly(2026, 12, 15)),
        ],
    };

    private static readonly CommunityTopic Topic = new(
        "gifts",
        "Gift registers",
        "How do you keep yours?",
        [7],
        new DateOnly(2026, 10, 1),
        new DateOnly(2026, 12, 1)
    );

    private static readonly ReportingPeriod Quarter = new(
        new DateOnly(2026, 7, 1),
        new DateOnly(2026, 9, 30),
        new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero),
        Due,
        Due.AddDays(30)
    );

    internal static readonly GoodPractice Practice = new(
        "rotation",
        new AdministrationId("ML"),
        new PlanId("ml-2026"),
        new PeriodKey("20260701-20260930"),
        "B1",
        "Rotation of posts",
        "Posts at the border change every three years.",
        [8],
        PracticeState.Asked
    );

    private static readonly MemberRecord Member = new(
        new AdministrationId("ML"),
        MemberState.Confirmed,
        new DateOnly(2026, 9, 1),
        new DateOnly(2027, 1, 1)
    )
    {
        Coordinator = new NamedCoordinator("Fatou Exemple", "fatou.exemple@douanes.example"),
    };

    private static readonly Obligation Audit = new(
        new AgreementId("norad-acip-2026"),
        "audit-2026",
        ObligationKind.AuditReport,
        "Audit of 2026",
        new DateOnly(2026, 10, 30),
        new PersonId("olga")
    );

    private static readonly Recommendation Gaps = new(
        new PlanId("ml-2026"),
        "registers",
        new AdministrationId("ML"),
        FoundBy.MonitoringVisit,
        new DateOnly(2026, 9, 14),
        "Two of five offices keep no register of gifts.",
        "Keep a register in every office, and check it each month.",
        false,
        new DateOnly(2026, 10, 30),
        new PersonId("olga")
    );

    public static ShortForm Attendance => DeliveryForms.Attendance(Workshop, DeliveryForms.AboutIt(Workshop, Mali), null);

    public static ShortForm Registration => DeliveryForms.Registration(Workshop, DeliveryForms.AboutIt(Workshop, Mali));

    public static IEnumerable<(string Name, MailContent Content)> All
    {
        get
        {
            var instrument = new Instrument(
                "curriculum",
                InstrumentKind.Curriculum,
                "Internal control curriculum",
                [new InstrumentVersion("2.0", new DateOnly(2026, 1, 15), "Risk registers")],
                Themes.None
            );
            var post = new CommunityPost(1, new AdministrationId("GH"), "Ours is public.", new PersonId("ama"), Due, EntrySource.Link);
            yield return ("event-invitation", Ask(Registration));
            yield return ("event-evaluation", Ask(DeliveryForms.Attendance(Workshop, DeliveryForms.AboutIt(Workshop, Mali), instrument)));
            yield return ("mission-invitation", Ask(DeliveryForms.Registration(Mission, DeliveryForms.AboutIt(Mission, Mali))));
            yield return ("mission-terms", new MissionTerms(Mission, Mali));
            yield return (
                "event-cancelled",
                new EventCancelled(Workshop.Title, Workshop.Start, Workshop.End, Workshop.Place, "Amina Osei", "The hall is flooded.")
            );
            yield return ("meeting-invitation", Ask(MeetingForms.Invitation(Meeting, Mali)));
            yield return (
                "meeting-briefing",
                new BriefingPack(
                    Meeting,
                    Mali,
                    [Workflows.Meetings.Texts.BriefingBenchmarks(reached: 2, benchmarksCount: 5)],
                    [new(Text.Of("Ghana", "Ghana", "Ghana"), true, "Rotation of posts"), new(Mali, false, "How do you protect reporters?")]
                )
            );
            yield return (
                "meeting-minutes",
                new MinutesSent(Meeting, new Dictionary<AdministrationId, Text> { [new AdministrationId("ML")] = Mali })
            );
            yield return ("meeting-ask-minutes", new AskForMinutes(Meeting, Due, Link));
            yield return ("meeting-action-point", Ask(MeetingForms.Point(Meeting, Meeting.Points[0], Mali)));
            yield return ("community-opened", new TopicOpened(Topic));
            yield return ("community-post", new TopicPosted(Topic, post, Text.Of("Ghana", "Ghana", "Ghana")));
            yield return ("community-shared", new PostShared(Topic, post.Text, 1));
            yield return ("practice-consent", Ask(PublishPracticeTask.Of(Practice, Mali)));
            yield return ("member-confirmation", Ask(ConfirmMembershipTask.Of(Mali)));
            yield return ("member-coordinator", Ask(RegisterCoordinatorTask.Of(Member, Mali)));
            yield return ("donor-step", Ask(DonorStepTask.Of("Helvetia Fund", DonorState.Schedule)));
            yield return ("recommendation", Ask(RecommendationTask.Of(Gaps, Mali)));
            yield return ("obligation", Ask(ObligationTask.Of(Audit, "QZA-19/0031")));
            yield return ("donor-welcome", new DonorWelcome([ProgrammeSeed.Load().Agreements[0]]));
            yield return ("donor-farewell", new DonorFarewell(new DateOnly(2026, 12, 31)));
            yield return (
                "overview-week",
                new WeeklyOverview(
                    [new WaitingFor(Mali, Text.Of("Report", "Rapport", "Informe"), [new PersonId("ama")], Due)],
                    Due.AddDays(2),
                    Link
                )
            );
            yield return (
                "overview-coverage",
                new PeriodCoverage(
                    [
                        new CoverageLine(Mali, Quarter, ReportState.Accepted),
                        new CoverageLine(Text.Of("Ghana", "Ghana", "Ghana"), Quarter, null),
                    ],
                    Link
                )
            );
            yield return ("overview-status", new PlanStatusNotice(Mali, "Integrity 2026-2029", PlanState.Active, 2, 3, 1, Quarter));
        }
    }

    private static AskShortForm Ask(ShortForm form) => new(form, Due, Link, ByReply: true);
}

public sealed class LifeMailsTests
{
    public static TheoryData<string, Language> EveryKindInEveryLanguage
    {
        get
        {
            var all = new TheoryData<string, Language>();
            foreach (Language language in Language.All)
            {
                foreach ((string name, _) in LifeSamples.All)
                {
                    all.Add(name, language);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(EveryKindInEveryLanguage))]
    public async Task Every_mail_is_as_approved(string name, Language language)
    {
        MailMessage mail = await MailRendering.RenderAsync(LifeSamples.All.First(one => one.Name == name).Content, Samples.Frame(language));
        string file = $"{name}.{language.ToString().ToLowerInvariant()}";
        Approved.Check(file, "txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
        Approved.Check(file, "html", mail.Html);
        Assert.True(mail.Html.Length < 20_000, "light enough for a weak link");
        Assert.DoesNotMatch(@":\s?:|\.\.(?!\.)|,,|;;", mail.Subject + mail.Text);
    }
}
