using FunctionsSimulator.Hook;

/// <summary>Run by .NET before the application's Main (DOTNET_STARTUP_HOOKS), in a worker that the simulator has started as a
/// process.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null); // not for what the application starts
        HostWatch.Begin();
        if (Environment.GetEnvironmentVariable(SharedClock.Variable) is { Length: > 0 } file)
        {
            ClockInjection.Begin(new SharedClock(file));
        }
    }
}
