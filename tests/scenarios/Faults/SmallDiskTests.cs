using System.Diagnostics;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>What the campaign of the full disk stands on: nobody needs to call for room to be made, and no disk is left mounted.</summary>
public sealed class SmallDiskTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("acip-storage-").FullName;

    [Fact]
    public async Task A_full_disk_has_room_again_though_nobody_asks_for_it()
    {
        if (!SmallDisk.IsPossible)
        {
            return;
        }

        using SmallDisk disk = SmallDisk.Mount(folder);
        Assert.True(disk.Fill(TimeSpan.FromMilliseconds(200)) > 64 << 20);
        Assert.Throws<IOException>(() => File.WriteAllBytes(Path.Combine(folder, "more"), new byte[64 << 10]));

        var waited = Stopwatch.StartNew();
        while (new DriveInfo(folder).AvailableFreeSpace < 64 << 20 && waited.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(20);
        }

        File.WriteAllBytes(Path.Combine(folder, "more"), new byte[64 << 10]);
    }

    [Fact]
    public void A_disk_that_a_dead_process_left_behind_is_unmounted_by_the_next()
    {
        if (!SmallDisk.IsPossible)
        {
            return;
        }

        string left = Directory.CreateTempSubdirectory("acip-storage-").FullName;
        Process.Start("mount", ["-t", "tmpfs", "-o", "size=1m", $"acip-disk-{int.MaxValue}-7", left]).WaitForExit(); // no process has this number
        Assert.Contains(SmallDisk.Mounted(), one => one.Folder == left);

        using (SmallDisk.Mount(folder))
        {
            Assert.Contains(SmallDisk.Mounted(), one => one.Folder == folder);
            Assert.DoesNotContain(SmallDisk.Mounted(), one => one.Folder == left);
        }

        Assert.DoesNotContain(SmallDisk.Mounted(), one => one.Folder == folder);
        Directory.Delete(left);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
