using ACip.Local.Cli;
using ACip.Local.Cli.Cost;
using ACip.Local.Cli.Operators;
using ACip.Local.Cli.Operators.Portability;
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
        ["cost", .. var rest] => CostCommand.Run(rest, Console.Out),
        ["trace", .. var rest] => await TraceCommand.RunAsync(rest),
        ["host", .. var rest] => await HostCommand.RunAsync(rest),
        ["status", .. var rest] => await OperatorCommands.StatusAsync(rest, Console.Out),
        ["reconcile", .. var rest] => await OperatorCommands.ReconcileAsync(rest, Console.Out),
        ["erase-person", .. var rest] => await OperatorCommands.ErasePersonAsync(rest, Console.Out),
        ["export", .. var rest] => await ExportCommand.RunAsync(rest, Console.Out),
        ["import", .. var rest] => await ImportCommand.RunAsync(rest, Console.Out),
        ["resend", .. var rest] => await OperatorCommands.ResendAsync(rest, Console.Out),
        ["verify", .. var rest] when rest is ["--url" or "--key", ..] || (rest is [] && Deployment.IsNamed) =>
            await OperatorCommands.VerifyAsync(rest, Console.Out),
        ["verify", .. var rest] => await VerifyCommand.RunAsync(rest),
        _ => Usage.Print(args),
    };
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (RefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 3;
}
catch (Exception unavailable) when (unavailable is PlatformException or WorkerFailedException)
{
    Console.Error.WriteLine(unavailable.Message);
    return 3;
}
