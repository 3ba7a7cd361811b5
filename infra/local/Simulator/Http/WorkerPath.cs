using Microsoft.AspNetCore.Http;

namespace FunctionsSimulator.Http;

/// <summary>Where the worker's own server answers what the platform's is asked: they have one prefix, unless settings have changed the
/// platform's.</summary>
internal sealed class WorkerPath(string prefix, string workerPrefix)
{
    private readonly PathString prefix = Segment(prefix),
        workerPrefix = Segment(workerPrefix);

    public PathString Of(HttpRequest request) =>
        prefix != workerPrefix && request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase, out PathString rest)
            ? workerPrefix + rest
            : request.Path;

    private static PathString Segment(string prefix) =>
        prefix.Trim('/') is { Length: > 0 } name ? new PathString("/" + name) : PathString.Empty;
}
