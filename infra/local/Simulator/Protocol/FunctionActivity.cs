using System.Diagnostics;

namespace FunctionsSimulator.Protocol;

/// <summary>
/// An activity for each run, named as the function: one trace spans what caused the run and what the run causes, and measurements see for
/// whom a call is made.
/// </summary>
internal static class FunctionActivity
{
    public const string SourceName = "FunctionsSimulator.Functions";

    private static readonly ActivitySource Runs = new(SourceName);

    /// <param name="parent">W3C traceparent of what caused the run; without one, the present activity, or none.</param>
    /// <returns>One that has started, whether or not anybody listens: the worker's trace has a beginning here.</returns>
    public static Activity Start(string function, string? parent = null, string? state = null)
    {
        bool given = ActivityContext.TryParse(parent, state, isRemote: true, out ActivityContext cause);
        if (Runs.StartActivity(function, ActivityKind.Server, given ? cause : default) is { } listened)
        {
            return listened;
        }

        var plain = new Activity(function);
        if (given)
        {
            plain.SetParentId(cause.TraceId, cause.SpanId, cause.TraceFlags);
            plain.TraceStateString = cause.TraceState;
        }
        else
        {
            // or an application that samples as its caller does would record nothing
            plain.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        }

        return plain.Start();
    }
}
