using ACip.Local.Clock;
using FunctionsSimulator;
using FunctionsSimulator.Storage;

namespace ACip.Tests.Platform.Host;

public sealed class DataFolderTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("acip-data").FullName;

    [Fact]
    public void One_folder_serves_one_platform_at_a_time()
    {
        using (DataFolder.Open(path, null))
        {
            Assert.Contains(
                "Another platform works in",
                Assert.Throws<PlatformException>(() => DataFolder.Open(path, null)).Message,
                StringComparison.Ordinal
            );
        }

        DataFolder.Open(path, null).Dispose();
    }

    [Fact]
    public void What_derives_from_the_secret_outlives_a_restart_and_differs_elsewhere()
    {
        byte[] first = Derived(path);

        Assert.Equal(first, Derived(path));
        Assert.NotEqual(first, Derived(null));
    }

    [Fact]
    public void A_clock_that_stands_still_resumes_where_it_stood()
    {
        var at = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        Save(at, standsStill: true);

        Assert.Equal(at, Resumed(standsStill: true));
    }

    [Fact]
    public void A_clock_that_runs_keeps_its_lead_over_the_wall()
    {
        var at = TimeProvider.System.GetUtcNow().AddYears(3);
        Save(at, standsStill: false);

        Assert.True(Resumed(standsStill: false) >= at);
    }

    [Fact]
    public void A_clock_that_lags_behind_the_wall_never_resumes_before_its_last_reading()
    {
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Save(at, standsStill: false);

        Assert.True(Resumed(standsStill: false) >= at);
    }

    [Fact]
    public void The_first_start_has_nothing_to_resume() => Assert.Null(Resumed(standsStill: true));

    public void Dispose() => Directory.Delete(path, recursive: true);

    private static byte[] Derived(string? path)
    {
        using DataFolder folder = DataFolder.Open(path, null);
        return folder.Derive("a purpose");
    }

    private void Save(DateTimeOffset at, bool standsStill)
    {
        using DataFolder folder = DataFolder.Open(path, null);
        using var clock = new VirtualClock(new Busy(), at, standsStill);
        new ClockReading(folder).Save(clock);
    }

    private DateTimeOffset? Resumed(bool standsStill)
    {
        using DataFolder folder = DataFolder.Open(path, null);
        return new ClockReading(folder).Resume(standsStill);
    }
}
