using FunctionsSimulator.Protocol.Messages;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Hosting;

/// <summary>What the platform and its application say on the console.</summary>
internal static class PlatformLogging
{
    private static readonly string[] Chatty =
    [
        "Microsoft.AspNetCore",
        "Microsoft.Hosting.Lifetime",
        "Azure",
        "System.Net.Http",
        "Grpc",
        "Host",
    ];

    public static ILoggerFactory Create(bool quiet) =>
        LoggerFactory.Create(logging =>
        {
            logging.SetMinimumLevel(quiet ? LogLevel.Warning : LogLevel.Information);
            foreach (string category in Chatty)
            {
                logging.AddFilter(category, LogLevel.Warning);
            }

            logging.AddFilter("Yarp", LogLevel.None); // the forwarding code reports the outcome
            logging.AddSimpleConsole(console => console.SingleLine = true);
        });

    /// <summary>The application logs through its host, as on Azure.</summary>
    public static Action<RpcLog> OfTheApplication(ILoggerFactory logging) =>
        entry =>
        {
            if (entry.Message.StartsWith("Overriding address(es)", StringComparison.Ordinal))
            {
                return; // the address was given by us
            }

            ILogger log = logging.CreateLogger(entry.Category.Length > 0 ? entry.Category : "Function");
#pragma warning disable CA2254, CA1848, CA1873 // it comes formatted
            log.Log(
                (LogLevel)entry.Level,
                "{Message}",
                entry.Exception is { } error ? $"{entry.Message} {error.Message} {error.StackTrace}" : entry.Message
            );
#pragma warning restore CA2254, CA1848, CA1873
        };
}
