using ACip.Local.Mail;
using ACip.Workflows.Meetings;

namespace ACip.Tests.Scenarios.Life;

/// <summary>The coordinators' annual meeting, from the call to its last point.</summary>
internal static class MeetingOfAYear
{
    public static Task CallMeetingAsync(LifeWorld world) =>
        world.SubmitAsync(
            "/meetings",
            new("act", "call"),
            new("title", "Annual meeting of A-CIP coordinators"),
            new("place", "Brussels"),
            new("start", "2026-06-15"),
            new("end", "2026-06-17"),
            new("agenda", "Results of the year; peer learning; the year to come.")
        );

    public static async Task MeetAsync(LifeWorld world, string[] homes)
    {
        await world.Inner.ReplyAsync(
            world.Mail("meeting-2026", $"coordinator.{homes[0]}"),
            "C1: yes\nC2: 1\nC3: 1\nC4: Rotation of posts every three years\nC5: How do others protect reporters?"
        );
        await world.AnswerByPageAsync(
            world.Mail("meeting-2026", $"coordinator.{homes[1]}"),
            new("v-C1", "yes"),
            new("v-C2", "1"),
            new("v-C3", "0")
        );
        await world.ToAsync(2026, 6, 18);
        LocalMessage pack = world.Mail("meeting-2026", $"coordinator.{homes[1]}", "Notice");
        Assert.Contains("Rotation of posts every three years", pack.Text, StringComparison.Ordinal);
        Assert.Contains("How do others protect reporters?", pack.Text, StringComparison.Ordinal);
        Assert.Contains("/meetings/2026", world.Mail("meeting-2026", "officer").Text, StringComparison.Ordinal);
        await world.SubmitAsync(
            "/meetings/2026",
            new("act", "minutes"),
            new("minutes", "Members agreed to share their gift registers."),
            new($"women-{homes[0]}", "1"),
            new($"men-{homes[0]}", "1"),
            new($"women-{homes[1]}", "1"),
            new($"men-{homes[1]}", "0"),
            new("point-1", "Share the gift register"),
            new("whose-1", homes[0]),
            new("due-1", "2026-09-30"),
            new("point-2", "Publish the minutes"),
            new("whose-2", ""),
            new("due-2", "2026-07-31")
        );
        Assert.Contains(
            "Share the gift register",
            world.Mail("meeting-2026", $"coordinator.{homes[1]}", "Notice").Text,
            StringComparison.Ordinal
        );
        await world.Inner.Platform.AdvanceAsync(TimeSpan.FromDays(1));
        await world.Inner.ReplyAsync(
            world.Mail("meeting-2026", $"coordinator.{homes[0]}"),
            "A1: yes\nA2: It is on the intranet of all Members."
        );
        await world.AnswerByPageAsync(
            world.Mail("meeting-2026", "officer"),
            new("v-A1", "yes"),
            new("v-A2", "Published on the programme's page.")
        );
        MeetingRecord meeting = (await world.Inner.Platform.Get<MeetingService>().ListAsync(CancellationToken.None)).Single().Value;
        Assert.Equal((MeetingState.Closed, 2), (meeting.State, meeting.Points.Count(point => point.Done == true)));
    }
}
