using System.Text.Json;
using ACip.Local.Clock;
using FunctionsSimulator.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Platform.Durable;

/// <summary>A durable engine with the genuine client before it and the genuine worker behind it. The suite runs on ours and, in
/// tests/parity, on Microsoft's.</summary>
public interface IEngineUnderTest : IAsyncDisposable
{
    DurableTaskClient Client { get; }

    void Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run);

    void Activity(string name, Func<JsonElement, Task<object?>> run);

    /// <summary>The first engine, or another one on what is stored.</summary>
    Task StartAsync();

    /// <summary>Lets end what is under way.</summary>
    Task StopAsync();

    /// <summary>Lets nothing end that is under way.</summary>
    Task AbandonAsync();
}

/// <summary>Where the engine of a test comes from.</summary>
public interface IEngineSource
{
    string ConnectionString { get; }

    /// <summary>How long a test waits for what should come at once.</summary>
    TimeSpan Timeout { get; }

    EngineTraits Traits { get; }

    IEngineUnderTest Create(DurableOptions options, VirtualClock clock, Busy busy);
}
