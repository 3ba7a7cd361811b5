using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Messaging.Tokens;

namespace ACip.Tests.Unit.Messaging.Incoming;

public sealed class TriageTests
{
    private const string Nepal = "r+nepalreportfixturetoken2aa@reply.acip.example";
    private const string Mali = "r+malirapportfixturetoken3aa@reply.acip.example";

    [Fact]
    public void An_answer_names_task_and_person()
    {
        TriageDecision decision = Triage.Decide(Mail([Nepal]), Fixtures.Facts);
        Assert.Equal((Verdict.Answer, "report-np", "sita"), (decision.Verdict, decision.Task?.Value, decision.Person?.Value));
        Assert.Equal(["person-or-robot", "for-whom", "from-whom", "readable", "still-open"], decision.Steps.Select(step => step.Question));
    }

    [Fact]
    public void One_mail_to_two_tasks_needs_a_person() =>
        Assert.Equal((Verdict.NeedsPerson, TriageReasons.SeveralTasks), Taken([Nepal, Mali], Fixtures.Facts));

    [Fact]
    public void Two_tokens_of_one_task_are_one_answer()
    {
        var tasks = new Dictionary<string, TaskFacts>(Fixtures.Tasks);
        tasks[TaskTokens.Hash("malirapportfixturetoken3aa")] = tasks[TaskTokens.Hash("nepalreportfixturetoken2aa")];
        Assert.Equal((Verdict.Answer, TriageReasons.DkimAligned), Taken([Nepal, Mali], Fixtures.Facts with { ByTokenHash = tasks }));
    }

    [Fact]
    public void A_robot_is_never_asked_who_it_is()
    {
        InboundMessage robot = Mail([Nepal]) with
        {
            From = ["stranger@else.example"],
            Headers = MailHeaders.Read("Auto-Submitted: auto-replied"),
        };
        TriageDecision decision = Triage.Decide(robot, Fixtures.Facts);
        Assert.Equal((Verdict.Ignore, TriageReasons.AutoSubmitted), (decision.Verdict, decision.Reason));
        Assert.Equal("report-np", decision.Task?.Value); // so that a bounce can be laid to its task
    }

    [Fact]
    public void A_stranger_is_told_nothing_about_a_task_being_closed() =>
        Assert.Equal(
            Verdict.Quarantine,
            Triage
                .Decide(Mail(["r+closedtaskfixturetoken4aaa@reply.acip.example"]) with { From = ["stranger@else.example"] }, Fixtures.Facts)
                .Verdict
        );

    [Fact]
    public void A_token_holds_until_the_instant_it_expires()
    {
        TriageFacts at(DateTimeOffset now) => Fixtures.Facts with { Now = now };
        DateTimeOffset expires = Fixtures.Now.AddDays(30);
        Assert.Equal(Verdict.Answer, Triage.Decide(Mail([Nepal]), at(expires.AddTicks(-1))).Verdict);
        Assert.Equal((Verdict.NeedsPerson, TriageReasons.ExpiredToken), Taken([Nepal], at(expires)));
    }

    private static (Verdict, string) Taken(string[] to, TriageFacts facts)
    {
        TriageDecision decision = Triage.Decide(Mail(to), facts);
        return (decision.Verdict, decision.Reason);
    }

    private static InboundMessage Mail(string[] to) =>
        new(
            MailHeaders.Read("Message-ID: <1@customs.example>"),
            "sita.rai@customs.example",
            to,
            ["Sita Rai <sita.rai@customs.example>"],
            "Re: report",
            "B3: 45",
            null,
            "pass",
            [new DkimResult("customs.example", "pass")],
            [],
            []
        );
}
