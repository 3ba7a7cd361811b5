using System.Diagnostics;
using System.Globalization;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>A disk of some megabytes (tmpfs) that can be filled to its last byte. Only root of Linux may mount it.</summary>
/// <remarks>It goes with its owner: when disposed of, when the process ends in order, and else when the next one is mounted.</remarks>
internal sealed class SmallDisk : IDisposable
{
    private const int MiB = 96;

    private const string Mounts = "/proc/self/mounts";

    private const string Mark = "acip-disk-";

    private readonly Lock turn = new();
    private readonly string folder;
    private readonly Timer room;
    private bool mounted = true;

    private SmallDisk(string folder)
    {
        this.folder = folder;
        room = new Timer(_ => Free());
        AppDomain.CurrentDomain.ProcessExit += Unmount;
    }

    /// <summary>Root of a container may usually not mount.</summary>
    public static bool IsPossible =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/mount") && MayAdminister();

    private string Ballast => Path.Combine(folder, "ballast");

    /// <summary>Mounts a new one; the ones that dead processes left behind are unmounted.</summary>
    public static SmallDisk Mount(string folder)
    {
        foreach ((string source, string left) in Mounted().Where(one => !IsAlive(one.Source)))
        {
            Run("umount", "-l", left);
            Console.WriteLine($"unmounted {left}, which {source} left behind");
        }

        Run("mount", "-t", "tmpfs", "-o", $"size={MiB}m", Owner(Environment.ProcessId), folder);
        return new SmallDisk(folder);
    }

    /// <summary>Until <see cref="Free"/> is called, or so long: who waits for room must not be the one who makes it.</summary>
    /// <returns>How much was free.</returns>
    public long Fill(TimeSpan atMost)
    {
        lock (turn)
        {
            long written = mounted ? FillUp() : 0;
            room.Change(atMost, Timeout.InfiniteTimeSpan);
            return written;
        }
    }

    public void Free()
    {
        lock (turn)
        {
            if (mounted)
            {
                File.Delete(Ballast);
            }
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Unmount;
        Unmount(null, EventArgs.Empty);
        room.Dispose();
    }

    /// <summary>The marks and folders of all that are mounted, whoever did it.</summary>
    internal static IEnumerable<(string Source, string Folder)> Mounted() =>
        File.ReadAllLines(Mounts)
            .Select(line => line.Split(' '))
            .Where(parts => parts[0].StartsWith(Mark, StringComparison.Ordinal))
            .Select(parts => (parts[0], parts[1]))
            .ToList();

    private static bool MayAdminister()
    {
        const int Administers = 21; // CAP_SYS_ADMIN, capabilities(7)
        string line = File.ReadLines("/proc/self/status").First(one => one.StartsWith("CapEff:", StringComparison.Ordinal));
        return (Convert.ToUInt64(line.Split('\t')[1], 16) >> Administers & 1) == 1;
    }

    private static bool IsAlive(string mark) =>
        int.TryParse(mark.Split('-')[^2], NumberStyles.None, CultureInfo.InvariantCulture, out int process)
        && Directory.Exists($"/proc/{process}")
        && Owner(process) == mark;

    /// <summary>A process and when it was begun: its number may be another's later.</summary>
    private static string Owner(int process)
    {
        string stat = File.ReadAllText($"/proc/{process}/stat");
        return $"{Mark}{process}-{stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19]}";
    }

    private long FillUp()
    {
        long written = 0;
        byte[] much = new byte[64 << 10];
        try
        {
            using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1);
            while (true)
            {
                ballast.Write(much);
                written += much.Length;
            }
        }
        catch (IOException)
        {
            return written; // no space left on device
        }
    }

    private void Unmount(object? sender, EventArgs arguments)
    {
        lock (turn)
        {
            if (mounted)
            {
                mounted = false;
                File.Delete(Ballast);
                Run("umount", "-l", folder);
            }
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process run = Process.Start(program, arguments);
        run.WaitForExit();
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {run.ExitCode}.");
        }
    }
}
