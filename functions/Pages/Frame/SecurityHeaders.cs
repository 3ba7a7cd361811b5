using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>Puts <see cref="PageHeaders"/> on every answer, refusals and failures included. In front of the functions rather than among
/// them: a function that throws has no answer of its own.</summary>
internal sealed class SecurityHeaders : IStartupFilter
{
    /// <summary>Where a host answers for itself.</summary>
    private static readonly PathString[] OfTheHost = ["/admin", "/runtime", "/.auth", "/local"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        application =>
        {
            application.Use(
                (context, following) =>
                {
                    if (!OfTheHost.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
                    {
                        context.Response.OnStarting(
                            headers =>
                            {
                                PageHeaders.Complete((IHeaderDictionary)headers);
                                return Task.CompletedTask;
                            },
                            context.Response.Headers
                        );
                    }

                    return following(context);
                }
            );
            next(application);
        };
}
