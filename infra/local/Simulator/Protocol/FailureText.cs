using FunctionsSimulator.Protocol.Messages;

namespace FunctionsSimulator.Protocol;

/// <summary>What a failed invocation's answer says, for the log; where it was thrown, the worker tells by itself.</summary>
internal static class FailureText
{
    public static string Of(StatusResult outcome) =>
        outcome.Exception is { } error ? $"{error.Type} {error.Message}".TrimStart() : outcome.Status.ToString();
}
