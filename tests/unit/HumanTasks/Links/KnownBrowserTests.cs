using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.HumanTasks.Links;

public sealed class KnownBrowserTests
{
    private static readonly byte[] Secret = "a secret of at least thirty-two characters"u8.ToArray();
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ama = new(new PersonId("ama"), "Ama Sample", "ama@customs.example", Language.En, []);

    [Fact]
    public void A_browser_is_known_for_half_a_year_to_one_person_at_one_address()
    {
        string mark = KnownBrowser.Mark(Secret, Ama, Now);
        Assert.True(KnownBrowser.IsGenuine(Secret, Ama, mark, Now.AddDays(179)));
        Assert.False(KnownBrowser.IsGenuine(Secret, Ama, mark, Now.AddDays(181)));
        Assert.False(KnownBrowser.IsGenuine(Secret, Ama with { Id = new PersonId("ben") }, mark, Now));
        Assert.False(KnownBrowser.IsGenuine(Secret, Ama with { Email = "ama@elsewhere.example" }, mark, Now));
        Assert.False(KnownBrowser.IsGenuine("another secret of thirty-two characters!"u8, Ama, mark, Now));
    }

    [Fact]
    public void No_changed_mark_is_believed()
    {
        string mark = KnownBrowser.Mark(Secret, Ama, Now);
        for (int at = 0; at < mark.Length; at++)
        {
            char other = mark[at] == '1' ? '2' : '1';
            Assert.False(KnownBrowser.IsGenuine(Secret, Ama, mark[..at] + other + mark[(at + 1)..], Now), $"{at}");
        }

        Assert.All(
            new[] { null, "", ".", "..", "99999999999.", new string('1', 5_000) },
            nonsense => Assert.False(KnownBrowser.IsGenuine(Secret, Ama, nonsense, Now))
        );
    }

    [Fact]
    public void A_code_has_six_digits_differs_by_number_person_and_task_and_forgives_spaces()
    {
        string[] codes =
        [
            OneTimeCodes.Of(Secret, new TaskId("t1"), Ama.Id, 1),
            OneTimeCodes.Of(Secret, new TaskId("t1"), Ama.Id, 2),
            OneTimeCodes.Of(Secret, new TaskId("t2"), Ama.Id, 1),
            OneTimeCodes.Of(Secret, new TaskId("t1"), new PersonId("ben"), 1),
        ];
        Assert.All(codes, code => Assert.Matches("^[0-9]{6}$", code));
        Assert.Equal(4, codes.Distinct().Count());
        Assert.True(OneTimeCodes.Matches("012345", " 012 345 "));
        Assert.All(
            new[] { null, "", "12345", "0123456", "012346", "０１２３４５" },
            wrong => Assert.False(OneTimeCodes.Matches("012345", wrong))
        );
    }

    [Fact]
    public void A_code_lives_fifteen_minutes_and_five_tries_and_five_are_mailed_in_a_day()
    {
        var asked = new CodesAsked(1, [Now], 0, false);
        Assert.True(asked.IsLive(Now.AddMinutes(14)));
        Assert.False(asked.IsLive(Now.AddMinutes(15)));
        Assert.False((asked with { Tries = 5 }).IsLive(Now));
        Assert.False((asked with { Used = true }).IsLive(Now));

        var often = new CodesAsked(5, [.. Enumerable.Range(0, 5).Select(hour => Now.AddHours(hour))], 0, false);
        Assert.False(OneTimeCodes.MayAskAgain(often, Now.AddHours(23)));
        Assert.True(OneTimeCodes.MayAskAgain(often, Now.AddHours(24)));
    }
}
