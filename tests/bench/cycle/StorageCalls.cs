using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ACip.Tests.Bench.Cycle;

/// <summary>Counts every HTTP request of this process that goes to storage: application and engine, tables and blobs, retries
/// too.</summary>
internal sealed partial class StorageCalls : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>Source of an activity for each run of a function, as the simulator gives it.</summary>
    private const string FunctionRuns = "FunctionsSimulator.Functions",
        WorkerRuns = "Microsoft.Azure.Functions.Worker";

    /// <summary>By span: what the simulator runs, for the worker's activities know it by no more.</summary>
    private readonly ConcurrentDictionary<ActivitySpanId, string> functions = new();

    private readonly ConcurrentDictionary<(string By, string What), int> calls = new();
    private readonly ActivityListener runs;
    private readonly List<IDisposable> subscriptions = [];
    private readonly HashSet<int> ports;

    /// <param name="connection">Connection string of an Azurite.</param>
    public StorageCalls(string connection)
    {
        ports =
        [
            .. connection
                .Split(';')
                .Where(part => part.Contains("Endpoint=http", StringComparison.Ordinal))
                .Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]).Port),
        ];
        runs = new ActivityListener
        {
            ShouldListenTo = source => source.Name is FunctionRuns or WorkerRuns,
            Sample = (ref _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = run =>
            {
                if (run.Source.Name == FunctionRuns)
                {
                    functions[run.SpanId] = run.OperationName;
                }
            },
        };
        ActivitySource.AddActivityListener(runs);
        subscriptions.Add(runs);
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Total => calls.Values.Sum();

    /// <summary>By who calls, a function or an instance of the engine, and what.</summary>
    public IReadOnlyList<(string By, string What, int Number)> ByCaller =>
        [
            .. calls
                .Select(one => (one.Key.By, one.Key.What, one.Value))
                .OrderBy(one => one.By, StringComparer.Ordinal)
                .ThenBy(one => one.What, StringComparer.Ordinal),
        ];

    /// <summary>What timers ask for once a run, however many plans there are: their own state, the lists of unsettled mails and of notices
    /// held, the upkeep row, the blob of audit heads. A look into a plan is the plan's.</summary>
    public int OfTheHouse =>
        ByCaller
            .Where(one =>
                one.By is "host" or "NoticeDigests" or "PmmRounds" or "MailHeartbeat"
                || one is { By: "DailyReconciliation", What: not "GET Programme audit-head" }
            )
            .Sum(one => one.Number);

    public int Reads => ByCaller.Where(one => one.What.StartsWith("GET", StringComparison.Ordinal)).Sum(one => one.Number);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            subscriptions.Add(
                value.Subscribe(this, name => name is "System.Net.Http.HttpRequestOut" or "System.Net.Http.HttpRequestOut.Start")
            );
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value.Key.EndsWith(".Start", StringComparison.Ordinal)
            && value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value) is HttpRequestMessage { RequestUri: { } uri } request
            && ports.Contains(uri.Port)
        )
        {
            string kind = Kind(uri, request.Content);
            calls.AddOrUpdate((Caller(uri, request.Content), $"{request.Method} {kind}"), 1, (_, count) => count + 1);
        }
    }

    /// <summary>The function that is running; for the engine's own rows also the kind of instance that they are of.</summary>
    private string Caller(Uri uri, HttpContent? content)
    {
        string path = Uri.UnescapeDataString(uri.AbsolutePath);
        string text =
            path.Contains("$batch", StringComparison.Ordinal) || path.EndsWith("Instances", StringComparison.Ordinal)
                ? content?.ReadAsStringAsync().GetAwaiter().GetResult() ?? ""
                : "";
        if (path.Contains("Instances", StringComparison.Ordinal) || text.Contains("Instances", StringComparison.Ordinal))
        {
            return InstanceKind().Match(Uri.UnescapeDataString(text + path + uri.Query)) is { Success: true } instance
                ? $"engine, {instance.Groups[1].Value}:"
                : "engine";
        }

        Activity? running = Activity.Current;
        string? function = null;
        for (; running is not null && function is null; running = running.Parent)
        {
            function = running.Source.Name == FunctionRuns ? running.OperationName : functions.GetValueOrDefault(running.ParentSpanId);
        }

        return function ?? (path.Contains("webjobs", StringComparison.Ordinal) ? "host" : "other");
    }

    /// <summary>Table and kind of row: "Programme plan", "Programme task|"; of a transaction its first.</summary>
    private static string Kind(Uri uri, HttpContent? content)
    {
        string path = Uri.UnescapeDataString(string.Join('/', uri.AbsolutePath.Split('/').Skip(2).Take(1)));
        if (path == "$batch" && content is not null)
        {
            string body = content.ReadAsStringAsync().GetAwaiter().GetResult();
            path = "$batch " + (RowKey().Match(body) is { Success: true } first ? Uri.UnescapeDataString(first.Value) : "");
            return Short(path);
        }

        return Short(
            path.Length > 0 && uri.Query.Contains("filter", StringComparison.Ordinal) ? $"{path} {Uri.UnescapeDataString(uri.Query)}" : path
        );
    }

    private static string Short(string path)
    {
        Match row = RowKey().Match(path);
        int paren = path.IndexOf('(', StringComparison.Ordinal);
        string table = paren < 0 ? path.Split(' ')[0] : path[..paren];
        string kind = row.Success ? row.Groups["key"].Value.Split('|')[0] : "";
        if (kind == "audit-head" && path.Contains("PartitionKey='programme'", StringComparison.Ordinal))
        {
            return $"{table} register"; // whether who takes part has changed
        }

        // a key that names no kind is one of many
        return kind.Length is > 0 and < 24 && !kind.Any(char.IsAsciiDigit) ? $"{table} {kind}" : table;
    }

    [GeneratedRegex("RowKey(=| ge )('|%27)(?<key>[^'%]*)", RegexOptions.None)]
    private static partial Regex RowKey();

    [GeneratedRegex("PartitionKey(?:=| eq |\":\")'?(plan|report|task|mail|send|[a-z-]+):", RegexOptions.None)]
    private static partial Regex InstanceKind();

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => subscriptions.ForEach(one => one.Dispose());
}
