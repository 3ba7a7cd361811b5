using Azure;

namespace ACip.Workflows.Storage;

/// <summary>Tells what may succeed when it is tried again from what never will.</summary>
public static class StorageTrouble
{
    /// <summary>Storage or the way to it, others who were faster, or a host that stops: nothing that is wrong with what was to be
    /// done.</summary>
    public static bool IsPassing(Exception error) =>
        error switch
        {
            RequestFailedException failed => failed.Status is 0 or 404 or 408 or 409 or 412 or 429 or >= 500,
            AggregateException several => several.InnerExceptions.Any(IsPassing),
            ContentionException or OperationCanceledException or TimeoutException or HttpRequestException or IOException => true,
            _ => false,
        };
}
