using ACip.Local.Clock;
using ACip.Local.Faults;
using ACip.Local.Host.Durable;
using ACip.Local.Host.Http;
using ACip.Local.Host.Storage;
using ACip.Local.Host.Timers;
using ACip.Local.Mail;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Local.Host;

/// <summary>What the local platform offers beyond the genuine one, to tests and the command line.</summary>
public sealed class LocalPlatform
{
    private static readonly AsyncLocal<Customisation?> Customising = new();
    private readonly LocalAddresses addresses;
    private readonly FunctionKeys keys;
    private readonly ClockReading reading;
    private readonly IServiceProvider services;

    internal LocalPlatform(VirtualClock clock, Busy busy, LocalAddresses addresses, FunctionKeys keys, ClockReading reading, IServiceProvider services)
    {
        Clock = clock;
        Busy = busy;
        this.addresses = addresses;
        this.keys = keys;
        this.reading = reading;
        this.services = services;
    }

    public VirtualClock Clock { get; }

    public Busy Busy { get; }

    /// <summary>Without a slash at the end.</summary>
    public string BaseUrl => addresses.Public;

    /// <summary>The connection string that engine and application work on; null without storage.</summary>
    public string? Storage => addresses.Storage;

    /// <summary>Stands before storage, counts its calls and makes them fail; null without storage, and before an account on Azure.</summary>
    public StorageProxy? Faults => services.GetRequiredService<PlatformResources>().Faults;

    /// <summary>Opens everything.</summary>
    public string MasterKey => keys.Master;

    /// <summary>Opens every function.</summary>
    public string HostKey => keys.Host;

    /// <summary>Opens the durable engine's routes.</summary>
    public string SystemKey => keys.System;

    /// <exception cref="LocalPlatformException">The platform runs without storage, so without an engine.</exception>
    public DurableTaskClient Workflows => services.GetRequiredService<DurableHost>().Client;

    public LocalMailbox Mail => services.GetRequiredService<LocalMailbox>();

    /// <exception cref="InvalidOperationException">The host is not the local platform's.</exception>
    public static LocalPlatform Of(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Services.GetRequiredService<LocalPlatform>();
    }

    /// <summary>
    /// Until disposed, in this flow of calls: done to every builder after Program.cs has done its part, just before the host is built.
    /// For services that only tests or the command line have, such as faults or another set of people.
    /// </summary>
    public static IDisposable Customise(Action<IHostApplicationBuilder> customise)
    {
        var added = new Customisation(customise, Customising.Value);
        Customising.Value = added;
        return added;
    }

    /// <summary>The key of one function.</summary>
    public string FunctionKey(string function) => keys.Of(function);

    /// <summary>Moves the clock and remembers where it stands; returns when everything due on the way has ended.</summary>
    public async Task AdvanceToAsync(DateTimeOffset target, CancellationToken cancellation = default)
    {
        try
        {
            if (target > Clock.GetUtcNow())
            {
                await Clock.AdvanceToAsync(target, cancellation);
            }
            else
            {
                await Busy.QuietAsync(cancellation);
            }
        }
        finally
        {
            reading.Save(Clock);
        }
    }

    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation = default) => AdvanceToAsync(Clock.GetUtcNow() + by, cancellation);

    /// <summary>Runs a timer function now, outside its schedule; returns when it has ended.</summary>
    /// <exception cref="ArgumentException">No timer function has that name.</exception>
    public Task FireAsync(string timerFunction) =>
        (services.GetRequiredService<TimerFunctions>().Find(timerFunction) ?? throw new ArgumentException($"No timer function is called {timerFunction}.", nameof(timerFunction))).FireAsync();

    internal static void ApplyCustomisations(IHostApplicationBuilder builder) => Customising.Value?.Apply(builder);

    private sealed class Customisation(Action<IHostApplicationBuilder> customise, Customisation? before) : IDisposable
    {
        private bool over;

        public void Apply(IHostApplicationBuilder builder)
        {
            before?.Apply(builder);
            if (!over)
            {
                customise(builder);
            }
        }

        public void Dispose()
        {
            over = true;
            if (Customising.Value == this)
            {
                Customising.Value = before;
            }
        }
    }
}
