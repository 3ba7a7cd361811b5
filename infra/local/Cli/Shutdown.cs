using System.Runtime.InteropServices;

namespace ACip.Local.Cli;

/// <summary>On Ctrl+C or SIGTERM, lets running work finish cleanly.</summary>
internal static class Shutdown
{
    public static async Task AskedForAsync()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Take);
        using PosixSignalRegistration ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take);
        await asked.Task;

        void Take(PosixSignalContext signal)
        {
            signal.Cancel = true;
            asked.TrySetResult();
        }
    }
}
