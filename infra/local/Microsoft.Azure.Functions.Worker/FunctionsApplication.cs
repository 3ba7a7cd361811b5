using System.Reflection;
using System.Runtime.CompilerServices;
using ACip.Local.Host;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a Functions application begins.</summary>
public class FunctionsApplication
{
    /// <remarks>The caller's assembly is the application: its functions, and those of the assemblies it refers to, are found.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        new(LocalHostBuilder.Create(args, Assembly.GetCallingAssembly()));
}
