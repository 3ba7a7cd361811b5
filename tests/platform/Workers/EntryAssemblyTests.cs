using System.Reflection;
using ACip.Tests.Platform.Host;
using FunctionsSimulator;
using FunctionsSimulator.Protocol;
using Microsoft.Extensions.Hosting;
using SampleApp;

namespace ACip.Tests.Platform.Workers;

/// <summary>The entry assembly belongs to the whole process, so nothing else may start an application meanwhile.</summary>
[Collection(nameof(EntryAssemblyTests))]
public sealed class EntryAssemblyTests
{
    [Fact]
    public async Task The_entry_assembly_is_the_applications_only_while_it_is_built()
    {
        Assembly? before = Assembly.GetEntryAssembly(),
            meanwhile = null;
        await using FunctionsPlatform platform = await FunctionsPlatform.StartAsync<Journal>(
            TestHost.Options() with
            {
                WorkerServices = _ => meanwhile = Assembly.GetEntryAssembly(),
            }
        );

        Assert.Equal(typeof(Journal).Assembly, meanwhile);
        Assert.Equal(before, Assembly.GetEntryAssembly());
    }

    [Fact]
    public async Task An_application_that_cannot_be_built_says_why_and_harms_no_other()
    {
        Assembly? before = Assembly.GetEntryAssembly();
        var refused = await Assert.ThrowsAsync<WorkerFailedException>(() => FunctionsPlatform.StartAsync(Broken, TestHost.Options()));
        Assert.Contains("no connection string", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Assembly.GetEntryAssembly());

        await using TestHost host = await TestHost.StartAsync();
        Assert.Equal("GET Ada;", (await host.GetAsync("/api/greet/Ada")).Body);
    }

    private static IHost Broken(string[] arguments) => throw new InvalidOperationException("There is no connection string.");
}

[CollectionDefinition(nameof(EntryAssemblyTests), DisableParallelization = true)]
public sealed class EntryAssemblyCollection;
