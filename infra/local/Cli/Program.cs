using ACip.Local.Cli;
using FunctionsSimulator;
using FunctionsSimulator.Protocol;

try
{
    return args switch
    {
        [] => await Serve.RunAsync([]),
        ["serve", .. var rest] => await Serve.RunAsync(rest),
        ["simulate", .. var rest] => await Simulate.RunAsync(rest),
        ["mail", .. var rest] => await MailCommand.RunAsync(rest, Console.Out),
        ["record", .. var rest] => await RecordCommand.RunAsync(rest),
        ["trace", .. var rest] => await TraceCommand.RunAsync(rest),
        ["host", .. var rest] => await HostCommand.RunAsync(rest),
        ["verify", .. var rest] => await VerifyCommand.RunAsync(rest),
        _ => Usage.Print(args),
    };
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (Exception unavailable) when (unavailable is PlatformException or WorkerFailedException)
{
    Console.Error.WriteLine(unavailable.Message);
    return 3;
}
