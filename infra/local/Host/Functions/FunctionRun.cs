using ACip.Local.Host.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Local.Host.Functions;

/// <summary>One run of one function, with a scope of services of its own.</summary>
internal sealed class FunctionRun : FunctionContext, IAsyncDisposable
{
    private readonly AsyncServiceScope scope;
    private readonly FunctionEntry function;
    private readonly DurableHost durable;

    public FunctionRun(FunctionEntry function, DurableHost durable, IServiceProvider services, CancellationToken cancellation)
    {
        this.function = function;
        this.durable = durable;
        scope = services.CreateAsyncScope();
        InstanceServices = scope.ServiceProvider;
        CancellationToken = cancellation;
    }

    /// <summary>What set the function off: the HttpContext, the TimerInfo, the activity's call.</summary>
    public object? Cause { get; init; }

    public DurableTaskClient Workflows => durable.Client;

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Definition.Id;

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken { get; }

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
