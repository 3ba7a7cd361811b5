using System.Diagnostics;
using System.Globalization;
using ACip.Local.Cli.Platform;

namespace ACip.Tests.Bench.Pages;

/// <summary>The dashboard of an officer who is signed in, in turn with the page that nobody is signed in to, which shows nothing of the
/// programme: time and throughput of both, and the storage calls of the first.</summary>
internal static class DashboardBench
{
    private const int Times = 60,
        AtOnce = 4;

    public static async Task<int> RunAsync(int[] sizes)
    {
        double first = 0;
        foreach (int size in sizes)
        {
            await using LocalPlatform platform = await ThreeYears.StartAsync(size);
            using HttpClient empty = Client(platform, null);
            using HttpClient officer = Client(platform, "officer-one");
            await PageAsync(officer); // what is read once a process
            IReadOnlyDictionary<string, int> calls = await CallsAsync(platform, officer);
            await platform.AdvanceAsync(TimeSpan.FromSeconds(30)); // older than is kept
            int anew = (await CallsAsync(platform, officer)).Values.Sum();
            (double own, double floor) = await MediansAsync(officer, empty);
            double many = await ThroughputAsync(officer),
                manyEmpty = await ThroughputAsync(empty);
            Say($"dashboard of {size} administrations: {own:0.0} ms, an empty page {floor:0.0} ms: {own / floor:0.0} times it (wanted: 3)");
            Say($"  {AtOnce} at once: {many:0} a second, empty pages {manyEmpty:0}");
            Say($"  {await BytesAsync(officer):N0} bytes (wanted: 60,000)");
            Say($"  {calls.Values.Sum()} storage calls (wanted: 6); {anew} of who looks again after 30 seconds or more");
            foreach ((string operation, int number) in calls.OrderByDescending(call => call.Value))
            {
                Say($"    {number} x {operation}");
            }

            Figure.Say($"dashboard-{size}-calls", calls.Values.Sum());
            if (size == sizes[0])
            {
                first = own;
                // the first size stands for the row of 25, also where a smoke takes fewer
                Figure.Say("dashboard-25", own, floor);
                Figure.Say("dashboard-25-throughput", many, manyEmpty);
                Figure.Say("dashboard-25-calls", calls.Values.Sum());
            }
            else
            {
                Figure.Say($"dashboard-{size}", own, first);
            }
        }

        return 0;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static HttpClient Client(LocalPlatform platform, string? person)
    {
        var http = new HttpClient { BaseAddress = new Uri(platform.BaseUrl) };
        if (person is not null)
        {
            http.DefaultRequestHeaders.Add("X-Local-Sign-In", person);
        }

        return http;
    }

    private static async Task<int> BytesAsync(HttpClient http) => (await http.GetByteArrayAsync("/")).Length;

    private static async Task PageAsync(HttpClient http)
    {
        using HttpResponseMessage answer = await http.GetAsync("/");
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<IReadOnlyDictionary<string, int>> CallsAsync(LocalPlatform platform, HttpClient officer)
    {
        await platform.Busy.QuietAsync();
        platform.Faults!.ResetCounts();
        await PageAsync(officer);
        return new Dictionary<string, int>(platform.Faults.CallsByOperation);
    }

    /// <returns>Milliseconds; both see the same machine, for they take turns.</returns>
    private static async Task<(double Own, double Floor)> MediansAsync(HttpClient own, HttpClient floor)
    {
        List<double> took = [],
            bare = [];
        for (int time = 0; time < Times; time++)
        {
            took.Add(await OnceAsync(own));
            bare.Add(await OnceAsync(floor));
        }

        return (Middle(took), Middle(bare));
    }

    private static async Task<double> OnceAsync(HttpClient http)
    {
        long began = Stopwatch.GetTimestamp();
        await PageAsync(http);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>The first tenth is for warming up.</summary>
    private static double Middle(List<double> took) => took.Skip(Times / 10).Order().ElementAt(Times * 9 / 20);

    private static async Task<double> ThroughputAsync(HttpClient http)
    {
        long began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(async _ =>
                {
                    for (int time = 0; time < Times / AtOnce; time++)
                    {
                        await PageAsync(http);
                    }
                })
        );
        return Times / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
