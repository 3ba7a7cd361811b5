using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Transport, retries and policies as with every Azure client.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) =>
        Version = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };

#pragma warning disable CA1707, CA1034, CA1008 // the genuine names and nesting
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }
#pragma warning restore CA1707, CA1034, CA1008

    /// <summary>Whose tokens the service takes; the public cloud, if not set.</summary>
    public TableAudience? Audience { get; set; }

    internal string Version { get; }
}
