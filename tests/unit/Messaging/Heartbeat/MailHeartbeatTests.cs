using System.Text;
using ACip.Workflows.Messaging.Heartbeat;

namespace ACip.Tests.Unit.Messaging.Heartbeat;

public sealed class MailHeartbeatTests
{
    private static readonly TimeSpan Within = TimeSpan.FromHours(26);
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("a secret of more than thirty-two characters");

    [Fact]
    public void A_probe_that_came_back_a_day_ago_is_enough_and_the_next_one_has_until_it_is_26_hours()
    {
        MailHeartbeat first = MailHeartbeat.AfterArrival(MailHeartbeat.AfterProbe(null, At(1, 4)), At(1, 4), At(1, 4))!;
        var second = MailHeartbeat.AfterProbe(first, At(2, 4));
        Assert.False(second.IsMissing(At(2, 6), Within));
        Assert.True(second.IsMissing(At(2, 7), Within));
    }

    [Fact]
    public void After_an_outage_of_ours_the_next_probe_is_given_its_time()
    {
        MailHeartbeat before = MailHeartbeat.AfterArrival(MailHeartbeat.AfterProbe(null, At(1, 4)), At(1, 4), At(1, 4))!;
        Assert.False(before.IsMissing(At(9, 4), Within));
        var after = MailHeartbeat.AfterProbe(before, At(9, 4));
        Assert.False(after.IsMissing(At(9, 5), Within));
        Assert.True(after.IsMissing(At(9, 7), Within));
    }

    [Fact]
    public void The_very_first_that_never_comes_is_missed_too()
    {
        var begun = MailHeartbeat.AfterProbe(null, At(1, 4));
        Assert.False(begun.IsMissing(At(2, 4), Within));
        Assert.True(begun.IsMissing(At(2, 7), Within));
    }

    [Fact]
    public void A_probe_that_was_faster_than_the_row_is_not_waited_for_and_one_of_before_says_nothing()
    {
        MailHeartbeat arrived = MailHeartbeat.AfterArrival(null, At(1, 4), At(1, 4))!;
        var sent = MailHeartbeat.AfterProbe(arrived, At(1, 4).AddSeconds(20));
        Assert.Null(sent.WaitingSince);
        Assert.Null(MailHeartbeat.AfterArrival(sent, At(1, 4), At(3, 4)));
        Assert.Null(MailHeartbeat.AfterArrival(sent, At(1, 3), At(3, 4)));
    }

    [Fact]
    public void One_is_due_a_day_however_late_the_timer()
    {
        Assert.True(MailHeartbeat.IsDue(null, At(1, 4)));
        var sent = MailHeartbeat.AfterProbe(null, At(1, 5));
        Assert.False(MailHeartbeat.IsDue(sent, At(1, 7)));
        Assert.True(MailHeartbeat.IsDue(sent, At(2, 4)));
    }

    [Fact]
    public void An_address_is_read_whatever_case_it_comes_in()
    {
        string address = ProbeAddress.Of(Secret, At(1, 4), "reply.acip.example");
        Assert.Equal(At(1, 4), ProbeAddress.Read(Secret, ["x@elsewhere.example", $"<{address.ToUpperInvariant()}>"], "reply.acip.example"));
        Assert.InRange(address.IndexOf('@', StringComparison.Ordinal), 1, 64);
    }

    [Theory]
    [InlineData("heartbeat+202601010400-0123456789abcdef0123456789abcdef@reply.acip.example")]
    [InlineData("heartbeat+@reply.acip.example")]
    [InlineData("")]
    public void Nobody_else_writes_one(string address) => Assert.Null(ProbeAddress.Read(Secret, [address], "reply.acip.example"));

    [Fact]
    public void Another_minute_another_domain_or_another_secret_is_none()
    {
        string address = ProbeAddress.Of(Secret, At(1, 4), "reply.acip.example");
        Assert.Null(ProbeAddress.Read(Secret, [address.Replace("202601010400", "202601020400", StringComparison.Ordinal)], "reply.acip.example"));
        Assert.Null(ProbeAddress.Read(Secret, [address.Replace("reply.", "evils.", StringComparison.Ordinal)], "reply.acip.example"));
        Assert.Null(ProbeAddress.Read(Encoding.UTF8.GetBytes("another secret of more than 32 characters"), [address], "reply.acip.example"));
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 1, day, hour, 0, 0, TimeSpan.Zero);
}
