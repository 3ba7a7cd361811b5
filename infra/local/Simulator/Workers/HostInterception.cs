using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace FunctionsSimulator.Workers;

/// <summary>
/// Meets the host that an application builds: .NET tells of every host before and after it is built, on the thread that builds it, and
/// that is how WebApplicationFactory works too.
/// </summary>
/// <remarks>An expectation belongs to one flow of control, so that several applications can be built at once.</remarks>
internal sealed class HostInterception : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<Expectation?> Expected = new();

    private static readonly IDisposable Watching = DiagnosticListener.AllListeners.Subscribe(new HostInterception());

    private HostInterception() { }

    /// <summary>From now on the next host that is built in this flow of control is the one.</summary>
    /// <param name="configure">Done to it after the application has done its part.</param>
    /// <param name="built">Told on the builder's thread, before the builder's caller has the host.</param>
    public static IDisposable Expect(Action<IHostBuilder> configure, Action<IHost> built)
    {
        _ = Watching; // subscribed at the first use
        var expectation = new Expectation(configure, built);
        Expected.Value = expectation;
        return expectation;
    }

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
        if (Expected.Value is not { } expectation)
        {
            return;
        }

        switch (value)
        {
            case { Key: "HostBuilding", Value: IHostBuilder builder }:
                expectation.Building(builder);
                break;
            case { Key: "HostBuilt", Value: IHost host }:
                expectation.Built(host);
                break;
            default:
                break;
        }
    }

    private sealed class Expectation(Action<IHostBuilder> configure, Action<IHost> built) : IDisposable
    {
        private bool configured;
        private bool over;

        public void Building(IHostBuilder builder)
        {
            if (!configured && !over)
            {
                configured = true;
                configure(builder);
            }
        }

        public void Built(IHost host)
        {
            if (configured && !over)
            {
                over = true;
                built(host);
            }
        }

        public void Dispose()
        {
            over = true;
            if (Expected.Value == this)
            {
                Expected.Value = null;
            }
        }
    }
}
