using ACip.Local.Cli.Platform;
using ACip.Workflows.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.House;

/// <summary>What a test sets past the program, set in each worker: with <c>Local:Workers=2</c> each has memory of its own.</summary>
internal static class EachWorker
{
    /// <summary>After rows of the register were written past the program.</summary>
    public static void ForgetRegister(LocalPlatform platform) => Do<ProgrammeDirectory>(platform, directory => directory.Forget());

    public static void Do<T>(LocalPlatform platform, Action<T> act)
        where T : notnull
    {
        foreach (IServiceProvider worker in platform.Simulator.ServicesOfEach)
        {
            act(worker.GetRequiredService<T>());
        }
    }
}
