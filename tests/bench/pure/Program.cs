// What is pure, by BenchmarkDotNet: each beside the least that could do its job. dry | short | long: how often; nothing: short.
using ACip.Tests.Bench;
using ACip.Tests.Bench.Pure;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

Job job = args switch
{
    ["dry"] => Job.Dry,
    ["long"] => Job.MediumRun.WithLaunchCount(1),
    _ => Job.ShortRun,
};

// within this process: another build of the product would measure the same, minutes later
ManualConfig config = ManualConfig
    .CreateEmpty()
    .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
    .AddColumnProvider(DefaultConfig.Instance.GetColumnProviders().ToArray())
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "acip-bench-pure"));
Summary summary = BenchmarkRunner.Run<PureBenchmarks>(config);
foreach (string id in PureBenchmarks.Pairs)
{
    // every measured iteration is a run, so that the table shows their spread
    double[] own = Microseconds(id);
    double[] peer = Microseconds(id + "Peer");
    for (int at = 0; at < Math.Min(own.Length, peer.Length); at++)
    {
        Figure.Say("pure-" + id.ToLowerInvariant(), own[at], peer[at]);
    }
}

return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;

double[] Microseconds(string method) =>
    [
        .. summary
            .Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method)
            .GetResultRuns()
            .Select(run => run.GetAverageTime().Nanoseconds / 1000),
    ];
