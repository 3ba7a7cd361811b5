using ACip.Local.Cli.Platform;
using ACip.Workflows.Messaging;
using ACip.Workflows.Programme;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>What a test sets behind the program's back, in each worker: with <c>Local:Workers=2</c> each has memory of its own.</summary>
internal static class EachWorker
{
    /// <summary>After rows of the register were written past the program.</summary>
    public static void ForgetRegister(LocalPlatform platform) => Do<ProgrammeDirectory>(platform, directory => directory.Forget());

    /// <summary>Where somebody was refused, their worker may refuse them for a second more; with one worker nothing is late.</summary>
    public static Task KnowsSoonAsync(LocalPlatform platform) =>
        platform.Simulator.ServicesOfEach.Count > 1 ? Task.Delay(TimeSpan.FromMilliseconds(1050)) : Task.CompletedTask;

    /// <summary>The mail service signs with one more key, and the application is told of it.</summary>
    public static void TakesKeyToo(LocalPlatform platform, string key) =>
        Do<IOptions<MailOptions>>(platform, options => options.Value.InboundPublicKey += " " + key);

    private static void Do<T>(LocalPlatform platform, Action<T> act)
        where T : notnull
    {
        foreach (IServiceProvider worker in platform.Simulator.ServicesOfEach)
        {
            act(worker.GetRequiredService<T>());
        }
    }
}
