using ACip.Tests.Scenarios.Decisions;
using ACip.Tests.Scenarios.Mail;
using ACip.Tests.Scenarios.Mail.Robustness;
using ACip.Workflows.Languages;

namespace ACip.Tests.Scenarios.Hosting;

/// <summary>A few administrations whose first quarter is asked for, in a program of two workers that take turns.</summary>
public sealed class OpenReportsOfTwoWorkers : OpenReports
{
    private protected override IReadOnlyList<string> Settings => Two.Workers;

    private protected override int Administrations => 6;
}

/// <summary>The programme without plans, in a program of two workers.</summary>
public sealed class PeopleOfTwoWorkers : PeopleFixture
{
    private protected override string[] Settings => Two.Workers;
}

/// <summary>What failed when a worker refused what another had just been told, each once more with two: a sample of what
/// <c>Local__Workers=2</c> runs whole.</summary>
public sealed class TwoWorkersSampleTests(OpenReportsOfTwoWorkers reports, PeopleOfTwoWorkers people)
    : IClassFixture<OpenReportsOfTwoWorkers>,
        IClassFixture<PeopleOfTwoWorkers>
{
    [Fact]
    public void There_are_two_workers()
    {
        Assert.Equal(2, reports.Platform.Simulator.ServicesOfEach.Count);
        Assert.Equal(2, people.World.Platform.Simulator.ServicesOfEach.Count);
    }

    [Fact]
    public Task A_substitute_named_in_one_decides_in_the_other() => new ManyAtOnceScenarios(reports).SubstituteAsync(Language.En);

    [Fact]
    public async Task A_mail_that_is_too_much_for_a_row_is_lost_by_neither()
    {
        using var tests = new NothingIsLostTests(reports);
        await tests.A_megabyte_in_one_answer_is_no_row_that_fails_for_ever();
    }

    [Fact]
    public Task A_role_confirmed_in_one_counts_in_the_other() =>
        new RolesTests(people).A_role_that_takes_two_has_no_effect_until_an_approver_has_confirmed_it("coordinator-af", "Approver", "Plan");
}

file static class Two
{
    public static string[] Workers => ["--Local:Workers=2"];
}
