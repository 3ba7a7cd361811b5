using System.Diagnostics;
using System.Reflection;

namespace FunctionsSimulator.Hook;

/// <summary>Puts a clock among the services of the host that the application builds, when it is being built.</summary>
/// <remarks>By reflection: the application chooses its own version of Microsoft.Extensions.Hosting.</remarks>
internal sealed class ClockInjection(TimeProvider clock) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public static void Begin(TimeProvider clock) => DiagnosticListener.AllListeners.Subscribe(new ClockInjection(clock));

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is not { Key: "HostBuilding", Value: { } builder })
        {
            return;
        }

        // IHostBuilder.ConfigureServices(Action<HostBuilderContext, IServiceCollection>)
        Type hostBuilder = builder.GetType().GetInterfaces().Single(type => type.FullName == "Microsoft.Extensions.Hosting.IHostBuilder");
        MethodInfo configure = hostBuilder.GetMethod("ConfigureServices")!;
        MethodInfo add = GetType().GetMethod(nameof(Add), BindingFlags.NonPublic | BindingFlags.Instance)!;
        configure.Invoke(builder, [Delegate.CreateDelegate(configure.GetParameters()[0].ParameterType, this, add)]);
    }

    /// <summary>Of several registrations, the last one is resolved.</summary>
    private void Add(object context, object services)
    {
        Type collection = services.GetType().GetInterfaces().Single(type => type is { Name: "ICollection`1", IsGenericType: true });
        object descriptor = Activator.CreateInstance(collection.GetGenericArguments()[0], typeof(TimeProvider), clock)!;
        collection.GetMethod("Add")!.Invoke(services, [descriptor]);
    }
}
