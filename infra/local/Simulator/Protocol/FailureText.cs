using FunctionsSimulator.Protocol.Messages;

namespace FunctionsSimulator.Protocol;

/// <summary>What a failed invocation's answer says, for the log.</summary>
internal static class FailureText
{
    public static string Of(StatusResult outcome) => outcome.Exception is { } error
        ? $"{error.Type} {error.Message}{(error.StackTrace.Length > 0 ? Environment.NewLine + error.StackTrace : "")}".TrimStart()
        : outcome.Status.ToString();
}
