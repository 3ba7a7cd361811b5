using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.History;

/// <summary>Failures that arise outside the orchestrator's code.</summary>
internal static class Failures
{
    public static TaskFailureDetails Of(string errorType, string message, bool isNonRetriable = false) =>
        new()
        {
            ErrorType = errorType,
            ErrorMessage = message,
            IsNonRetriable = isNonRetriable,
        };

    /// <param name="what">With its article.</param>
    public static TaskFailureDetails NoSuch(string what, string name) =>
        Of(
            typeof(InvalidOperationException).FullName!,
            $"The function '{name}' doesn't exist, is disabled, or is not {what} function.",
            isNonRetriable: true
        );

    /// <summary>As the Azure Storage backend tells a failed instance: its output is this text.</summary>
    public static string AsOutput(this TaskFailureDetails failure) => $"{failure.ErrorType}: {failure.ErrorMessage}";
}
