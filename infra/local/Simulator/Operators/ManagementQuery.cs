using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace FunctionsSimulator.Operators;

/// <summary>The query strings of the durable management routes. What cannot be read counts as absent, as on the genuine host.</summary>
internal static class ManagementQuery
{
    public const string ContinuationHeader = "x-ms-continuation-token";

    public static bool Flag(this HttpRequest request, string name, bool otherwise) =>
        bool.TryParse(request.Query[name], out bool value) ? value : otherwise;

    public static DateTimeOffset? Time(this HttpRequest request, string name) =>
        DateTimeOffset.TryParse(
            request.Query[name],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset value
        )
            ? value
            : null;

    /// <summary>Several, repeated or separated by commas; null where none is named.</summary>
    public static IReadOnlyList<OrchestrationRuntimeStatus>? Statuses(this HttpRequest request)
    {
        var statuses = new List<OrchestrationRuntimeStatus>();
        foreach (
            string name in request.Query["runtimeStatus"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))
        )
        {
            if (Enum.TryParse(name, ignoreCase: true, out OrchestrationRuntimeStatus status))
            {
                statuses.Add(status);
            }
        }

        return statuses.Count == 0 ? null : statuses;
    }

    public static OrchestrationQuery Filter(this HttpRequest request) =>
        new(
            CreatedFrom: request.Time("createdTimeFrom"),
            CreatedTo: request.Time("createdTimeTo"),
            Statuses: request.Statuses(),
            InstanceIdPrefix: request.Query["instanceIdPrefix"].ToString() is { Length: > 0 } prefix ? prefix : null,
            PageSize: int.TryParse(request.Query["top"], CultureInfo.InvariantCulture, out int top) && top > 0
                ? top
                : OrchestrationQuery.DefaultPageSize,
            FetchInputsAndOutputs: true,
            ContinuationToken: request.Headers[ContinuationHeader].ToString() is { Length: > 0 } token ? token : null
        );
}
