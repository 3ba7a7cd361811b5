using System.Diagnostics;
using FunctionsSimulator.Protocol;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Workers;

/// <summary>One worker process.</summary>
internal sealed partial class ChildWorker : IWorker
{
    private readonly Process process;
    private readonly WorkerLink link;
    private readonly ChildClock clock;
    private readonly TimeSpan grace;
    private readonly ILogger log;
    private readonly Queue<string> lastWords = new();

    public ChildWorker(Process process, WorkerLink link, ChildClock clock, TimeSpan grace, ILogger log)
    {
        this.process = process;
        this.link = link;
        this.clock = clock;
        this.grace = grace;
        this.log = log;
        ProcessId = process.Id;
        Task said = Task.WhenAll(ReadAsync(process.StandardOutput, Said), ReadAsync(process.StandardError, Complained));
        Exited = ExitAsync(said);
    }

    public Task Exited { get; }

    public IServiceProvider? Services => null;

    public int? ProcessId { get; }

    public string LastWords
    {
        get
        {
            lock (lastWords)
            {
                return string.Join(Environment.NewLine, lastWords);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        link.Terminate();
        try
        {
            await process.WaitForExitAsync().WaitAsync(grace);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
        }

        link.Dispose();
        await Exited;
        clock.Dispose();
        process.Dispose();
    }

    private async Task ExitAsync(Task said)
    {
        await process.WaitForExitAsync();
        await Task.WhenAny(said, Task.Delay(200)); // its last words may still be on the way
    }

    private async Task ReadAsync(StreamReader reader, Action<string> tell)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (lastWords)
            {
                lastWords.Enqueue(line);
                if (lastWords.Count > 20)
                {
                    lastWords.Dequeue();
                }
            }

            tell(line);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Line}")]
    private partial void Said(string line);

    [LoggerMessage(2, LogLevel.Warning, "{Line}")]
    private partial void Complained(string line);
}
