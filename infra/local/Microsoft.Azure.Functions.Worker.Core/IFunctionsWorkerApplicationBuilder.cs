using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What extensions of the worker configure. Middleware is not part of this slice: an application that needs it does not compile here.</summary>
public interface IFunctionsWorkerApplicationBuilder
{
    IServiceCollection Services { get; }
}
