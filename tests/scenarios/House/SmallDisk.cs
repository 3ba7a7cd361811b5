using System.Diagnostics;

namespace ACip.Tests.Scenarios.House;

/// <summary>A disk of some megabytes (tmpfs) that can be filled to its last byte. Only root of Linux may mount it.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int MiB = 96;

    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    public static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/mount");

    private string Ballast => Path.Combine(folder, "ballast");

    public static SmallDisk Mount(string folder)
    {
        Run("mount", "-t", "tmpfs", "-o", $"size={MiB}m", "tmpfs", folder);
        return new SmallDisk(folder);
    }

    /// <returns>How much was free.</returns>
    public long Fill()
    {
        long written = 0;
        byte[] much = new byte[64 << 10];
        try
        {
            using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, 1);
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

    public void Free() => File.Delete(Ballast);

    public void Dispose() => Run("umount", "-l", folder);

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
