using FunctionsSimulator.Durable.Sidecar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsSimulator.Durable.Engine;

/// <content>On a platform: the service that clients speak to.</content>
internal sealed partial class DurableEngine
{
    public void Add(IServiceCollection services) => services.AddSingleton(new DurableSidecar(() => this));

    public void Map(IEndpointRouteBuilder rpc) => rpc.MapGrpcService<DurableSidecar>();
}
