using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsSimulator;

/// <summary>A stand-in that belongs to one application and not to every platform: a mail service, for example.</summary>
public interface IPlatformExtension
{
    /// <summary>Links on the platform's index page: a path and what it leads to.</summary>
    IReadOnlyList<(string Path, string Text)> Links => [];

    /// <summary>Settings that the application gets where nobody has given it any.</summary>
    IEnumerable<KeyValuePair<string, string>> Settings(PlatformContext platform) => [];

    /// <summary>The next day on which somebody has to have done something: the clock's page leads there by one button.</summary>
    /// <returns>Null for none.</returns>
    Task<DateTimeOffset?> NextDeadlineAsync(CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Added to the platform's web server, hosted services too; they start when the application is ready.</summary>
    void AddServices(IServiceCollection services, PlatformContext platform) { }

    /// <summary>Answered by the platform's web server, beside the application's functions.</summary>
    void Map(IEndpointRouteBuilder routes) { }
}
