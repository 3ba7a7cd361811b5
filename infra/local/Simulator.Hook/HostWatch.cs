using System.Diagnostics;

namespace FunctionsSimulator.Hook;

/// <summary>Ends this worker when its host has died, by whatever death: the host holds the other end of its standard input.</summary>
internal static class HostWatch
{
    public static void Begin() => new Thread(Watch) { IsBackground = true, Name = "host watch" }.Start();

    private static void Watch()
    {
        using Stream host = Console.OpenStandardInput();
        Span<byte> nothing = stackalloc byte[16];
        while (host.Read(nothing) > 0) { }

        // not in order: whatever it is doing, there is nobody left to tell
        Process.GetCurrentProcess().Kill();
    }
}
