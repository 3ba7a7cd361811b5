using System.Collections.Immutable;
using System.Globalization;
using ACip.Workflows.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.Storage;

/// <summary>That nobody else has written is believed only where it is so, in whatever order commits, marks and looks come.</summary>
public sealed class WriterMarksSeenTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Where_nobody_else_has_ever_written_nothing_was()
    {
        WriterMarksSeen none = Look(0);
        Assert.True(none.IsClosed);
        Assert.True(Look(40).SaysNothingSince(none));
    }

    [Fact]
    public void A_mark_that_came_changed_or_went_says_look_again()
    {
        WriterMarksSeen before = Look(100, ("a", "1", 0));
        Assert.True(Look(140, ("a", "1", 0)).SaysNothingSince(before));
        Assert.False(Look(140, ("a", "2", 120)).SaysNothingSince(before));
        Assert.False(Look(140, ("a", "1", 0), ("b", "1", 120)).SaysNothingSince(before));
        Assert.False(Look(140, ("b", "1", 0)).SaysNothingSince(before));
        Assert.False(Look(140).SaysNothingSince(before));
    }

    [Theory]
    [InlineData(29, false)] // a commit under this mark may still come
    [InlineData(30, true)]
    public void What_is_read_while_another_may_still_commit_is_not_believed_later(int age, bool closed)
    {
        WriterMarksSeen before = Look(age, ("a", "1", 0));
        Assert.Equal(closed, before.IsClosed);
        Assert.Equal(closed, Look(age + 500, ("a", "1", 0)).SaysNothingSince(before));
    }

    [Fact]
    public void A_window_is_open_for_its_length_and_a_commit_is_late_after_it_should_have_landed()
    {
        Assert.False(new WriterWindow(null).IsOpen(TimeSpan.Zero));
        Assert.True(new WriterWindow(TimeSpan.Zero).IsOpen(TimeSpan.FromSeconds(9)));
        Assert.False(new WriterWindow(TimeSpan.Zero).IsOpen(WriterWindow.Length));
        Assert.False(WriterWindow.IsLate(TimeSpan.Zero, TimeSpan.FromSeconds(14)));
        Assert.True(WriterWindow.IsLate(TimeSpan.Zero, WriterWindow.Landing));
    }

    /// <summary>Three writers of clocks that were set apart, commits that land up to the bound later, a viewer who looks, reads and looks
    /// again whenever: what it believes to be current is.</summary>
    [Fact]
    public void No_order_of_marks_commits_and_looks_leaves_anything_unseen() =>
        Prop.ForAll(
                Gen.Choose(0, 4).Zip(Gen.Choose(0, 30)).ListOf(120).ToArbitrary(),
                steps =>
                {
                    var world = new World();
                    foreach ((int who, int seconds) in steps)
                    {
                        world.Advance(seconds);
                        if (who < World.Writers)
                        {
                            world.Write(who, landsIn: (seconds * 7) % 15);
                        }
                        else if (!world.ViewIsRight())
                        {
                            return false;
                        }
                    }

                    return world.ViewIsRight();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    /// <summary>And it is not believed never: else all of this were for nothing.</summary>
    [Fact]
    public void Who_views_while_nobody_writes_reads_once()
    {
        var world = new World();
        world.Write(0, landsIn: 3);
        for (int view = 0; view < 5; view++)
        {
            world.Advance(31);
            Assert.True(world.ViewIsRight());
        }

        Assert.Equal(1, world.Readings);
    }

    private static WriterMarksSeen Look(int seconds, params (string Who, string Tag, int At)[] marks) =>
        new(
            TimeSpan.FromSeconds(seconds),
            Noon.AddSeconds(seconds),
            marks.ToImmutableDictionary(mark => mark.Who, mark => new MarkSeen(mark.Tag, Noon.AddSeconds(mark.At)))
        );

    private sealed class World
    {
        public const int Writers = 3;

        private readonly WriterWindow[] windows = [.. Enumerable.Repeat(new WriterWindow(null), Writers)];
        private readonly List<int> commits = []; // when each lands
        private ImmutableDictionary<string, MarkSeen> marks = ImmutableDictionary<string, MarkSeen>.Empty;
        private (int Commits, WriterMarksSeen Before)? reading;
        private int now;
        private int marked;

        public int Readings { get; private set; }

        public void Advance(int seconds) => now += seconds;

        public void Write(int who, int landsIn)
        {
            // each has a clock of its own
            TimeSpan own = TimeSpan.FromSeconds(now + (who * 1_000));
            if (!windows[who].IsOpen(own))
            {
                marks = marks.SetItem($"{who}", new MarkSeen((++marked).ToString(CultureInfo.InvariantCulture), Noon.AddSeconds(now)));
                windows[who] = new WriterWindow(own);
            }

            commits.Add(now + landsIn);
        }

        /// <summary>A view of somebody whose reading is older than 30 seconds.</summary>
        public bool ViewIsRight()
        {
            var look = new WriterMarksSeen(TimeSpan.FromSeconds(now), Noon.AddSeconds(now), marks);
            if (reading is { } kept && look.SaysNothingSince(kept.Before))
            {
                return kept.Commits == Landed;
            }

            Readings++;
            reading = (Landed, look);
            return true;
        }

        private int Landed => commits.Count(at => at <= now);
    }
}
