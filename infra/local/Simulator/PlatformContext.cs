using ACip.Local.Clock;
using FunctionsSimulator.Hosting;
using FunctionsSimulator.Storage;
using Microsoft.Extensions.Configuration;

namespace FunctionsSimulator;

/// <summary>What an extension may know of the platform before it runs.</summary>
public sealed class PlatformContext
{
    private readonly PlatformAddresses addresses;
    private readonly DataFolder folder;

    internal PlatformContext(
        PlatformOptions options,
        IConfiguration settings,
        PlatformAddresses addresses,
        DataFolder folder,
        VirtualClock clock,
        Busy busy
    )
    {
        Options = options;
        Configuration = settings;
        Clock = clock;
        Busy = busy;
        this.addresses = addresses;
        this.folder = folder;
    }

    public PlatformOptions Options { get; }

    /// <summary>Environment and settings, as far as they were given.</summary>
    public IConfiguration Configuration { get; }

    public VirtualClock Clock { get; }

    public Busy Busy { get; }

    /// <summary>For machines; without a slash at the end.</summary>
    public string LoopbackUrl => addresses.Loopback;

    /// <summary>For people, and for links in mail.</summary>
    public string PublicUrl => addresses.Public;

    /// <summary>Connection string; null without storage.</summary>
    public string? Storage => addresses.Storage;

    /// <summary>Where something may be kept between starts; null where nothing is.</summary>
    public string? DataFolder => folder.Path;

    /// <summary>32 bytes, always the same for this data folder (or seed) and purpose.</summary>
    public byte[] Derive(string purpose) => folder.Derive(purpose);
}
