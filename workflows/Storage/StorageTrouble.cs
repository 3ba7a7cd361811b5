using Azure;

namespace ACip.Workflows.Storage;

/// <summary>Distinguishes errors that may go away from errors that never will.</summary>
public static class StorageTrouble
{
    /// <summary>True for trouble with storage or the connection, for conflicts, and for a host that is stopping: nothing is wrong with the
    /// operation itself.</summary>
    public static bool IsPassing(Exception error) =>
        error switch
        {
            RequestFailedException failed => failed.Status is 0 or 404 or 408 or 409 or 412 or 429 or >= 500,
            AggregateException several => several.InnerExceptions.Any(IsPassing),
            ContentionException or OperationCanceledException or TimeoutException or HttpRequestException or IOException => true,
            _ => false,
        };
}
