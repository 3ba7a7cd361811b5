using ACip.Local.Host.Mail;
using ACip.Local.Host.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Host;

/// <summary>Configuration that the platform supplies where nobody else did, the way to storage, and the server's address.</summary>
internal static class PlatformDefaults
{
    public static void Apply(WebApplicationBuilder web, LocalSettings settings, PlatformResources resources)
    {
        Suppose(web.Configuration, new Dictionary<string, string?>
        {
            ["App:PublicUrl"] = resources.Addresses.Public,
            [SignInStandIn.Enabled] = "True",
            // another name in Host would be a web page that had its own name resolve to this machine
            ["AllowedHosts"] = "localhost;127.0.0.1",
            ["Logging:LogLevel:Default"] = settings.Quiet ? "Warning" : "Information",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
            ["Logging:LogLevel:Azure"] = "Warning",
            ["Logging:LogLevel:System.Net.Http"] = "Warning",
        });
        Suppose(web.Configuration, MailWiring.Settings(resources));
        // also over what was given: the application comes to its storage through the proxy, whosoever storage it is
        web.Configuration.AddInMemoryCollection([new("AzureWebJobsStorage", resources.Addresses.Storage)]);
        web.Logging.AddSimpleConsole(console => console.SingleLine = true);
        web.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.ShutdownGrace);
        web.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = _ => resources.Port.Socket);
        web.WebHost.ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, resources.Addresses.Port));
    }

    /// <summary>Only what is absent: a setting that was given is used as it is.</summary>
    private static void Suppose(ConfigurationManager configuration, Dictionary<string, string?> values) =>
        configuration.AddInMemoryCollection(values.Where(value => configuration[value.Key] is null && value.Value is not null).ToList());
}
