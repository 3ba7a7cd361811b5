using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ACip.Tests.Bench.Cycle;

/// <summary>Counts every HTTP request of this process that goes to storage: application and engine, tables and blobs, retries too.</summary>
internal sealed partial class StorageCalls : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentDictionary<string, int> calls = new();
    private readonly List<IDisposable> subscriptions = [];
    private readonly HashSet<int> ports;

    /// <param name="connection">Connection string of an Azurite.</param>
    public StorageCalls(string connection)
    {
        ports = [.. connection.Split(';').Where(part => part.Contains("Endpoint=http", StringComparison.Ordinal)).Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]).Port)];
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Total => calls.Values.Sum();

    public IReadOnlyDictionary<string, int> ByKind => new SortedDictionary<string, int>(calls.ToDictionary(), StringComparer.Ordinal);

    public void Reset() => calls.Clear();

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            subscriptions.Add(value.Subscribe(this, name => name is "System.Net.Http.HttpRequestOut" or "System.Net.Http.HttpRequestOut.Start"));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key.EndsWith(".Start", StringComparison.Ordinal)
            && value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value) is HttpRequestMessage { RequestUri: { } uri } request
            && ports.Contains(uri.Port))
        {
            calls.AddOrUpdate($"{request.Method} {Kind(uri, request.Content)}", 1, (_, count) => count + 1);
        }
    }

    /// <summary>Table and kind of row: "Programme plan", "Programme task|"; of a transaction its first.</summary>
    private static string Kind(Uri uri, HttpContent? content)
    {
        string path = Uri.UnescapeDataString(string.Join('/', uri.AbsolutePath.Split('/').Skip(2).Take(1)));
        if (path == "$batch" && content is not null)
        {
            string body = content.ReadAsStringAsync().GetAwaiter().GetResult();
            path = "$batch " + (RowKey().Match(body) is { Success: true } first ? Uri.UnescapeDataString(first.Value) : "");
            return path.Contains("RowKey='h-", StringComparison.Ordinal) || path.Contains("RowKey='state", StringComparison.Ordinal) ? "$batch engine" : Short(path);
        }

        return Short(path.Length > 0 && uri.Query.Contains("filter", StringComparison.Ordinal) ? $"{path} {Uri.UnescapeDataString(uri.Query)}" : path);
    }

    private static string Short(string path)
    {
        Match row = RowKey().Match(path);
        int paren = path.IndexOf('(', StringComparison.Ordinal);
        string table = paren < 0 ? path.Split(' ')[0] : path[..paren];
        return row.Success ? $"{table} {row.Groups["key"].Value.Split('|')[0]}" : table;
    }

    [GeneratedRegex("RowKey(=| ge )('|%27)(?<key>[^'%]*)", RegexOptions.None)]
    private static partial Regex RowKey();

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(one => one.Dispose());
}
