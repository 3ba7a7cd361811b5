using System.Reflection;
using FunctionsSimulator;

namespace ACip.Tests.Platform.Host;

public sealed class ArchitectureTests
{
    /// <summary>Clock, faults and Azurite know nothing of A-CIP either: they are the simulator's, under their old names.</summary>
    private static readonly string[] Own = ["ACip.Local.Azurite", "ACip.Local.Clock", "ACip.Local.Faults"];

    [Fact]
    public void The_simulator_knows_nothing_of_the_application()
    {
        IEnumerable<string> known = Reached(typeof(FunctionsPlatform).Assembly)
            .Where(name => name.StartsWith("ACip", StringComparison.Ordinal));

        Assert.Empty(known.Except(Own));
    }

    private static HashSet<string> Reached(Assembly from)
    {
        var reached = new HashSet<string>();
        var open = new Queue<Assembly>([from]);
        while (open.TryDequeue(out Assembly? assembly))
        {
            foreach (AssemblyName name in assembly.GetReferencedAssemblies())
            {
                if (reached.Add(name.Name!) && name.Name!.StartsWith("ACip", StringComparison.Ordinal))
                {
                    open.Enqueue(Assembly.Load(name));
                }
            }
        }

        return reached;
    }
}
