// Prints how many mails a second are read on one core, and how the time grows with the length of a mail made to hurt,
// beside npm's email-reply-parser on the same texts. Run: dotnet run -c Release --project tests/bench/replies

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ACip.Tests.Bench.Replies;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;
using Figure = ACip.Tests.Bench.Figure;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string repository = Corpus.Repository();
IReadOnlyList<string> mails = Corpus.Texts(repository);
FormItem[] items =
[
    new("B3", FormItemKind.Percentage, "Share", "%", Baseline: 40, Target: 60),
    new("B4", FormItemKind.YesNo, "Code"),
    new("B5", FormItemKind.Number, "Officers", "officers", ["women", "men"]),
    new("B7", FormItemKind.Narrative, "Lessons"),
];
double megabytes = mails.Sum(mail => (double)mail.Length) / 1_000_000;

Seconds(() => ReadAll(mails)); // warm up
double text = Best(() => Each(mails, mail => ReplyText.Of(mail, null)));
double both = Best(() => ReadAll(mails));
Console.WriteLine($"{mails.Count} mails of {megabytes * 1000 / mails.Count:0.0} kB, one thread, {Environment.Version}");
Console.WriteLine($"  words of the sender           {mails.Count / text, 8:0} mails/s {megabytes / text, 7:0.0} MB/s");
Console.WriteLine($"  words, commands and figures   {mails.Count / both, 8:0} mails/s {megabytes / both, 7:0.0} MB/s");
Console.WriteLine();
if (args is ["speed"])
{
    if (Npm("speed") is { } theirs)
    {
        Figure.Say("replies", mails.Count / both, theirs);
    }

    return;
}

Hurt("mails made to hurt", WorstCases.All, Read);
Hurt("the same as HTML", WorstCases.Html, html => ReplyReader.Read(ReplyText.Of(null, html), items, Language.Fr));

Npm("");

void Read(string mail) => ReplyReader.Read(ReplyText.Of(mail, null), items, Language.Fr);

void ReadAll(IReadOnlyList<string> all) => Each(all, Read);

static void Each(IReadOnlyList<string> all, Action<string> action)
{
    foreach (string mail in all)
    {
        action(mail);
    }
}

static void Hurt(string title, IReadOnlyList<(string Name, Func<int, string> Text)> cases, Action<string> read)
{
    Console.WriteLine(
        $"{title, -28}{"250 kB", 12}{"500 kB", 12}{"1 MB", 12}   growth per doubling of time and of memory (2 is linear), allocated at 1 MB"
    );
    foreach ((string name, Func<int, string> make) in cases)
    {
        string[] mails = [.. new[] { 250_000, 500_000, 1_000_000 }.Select(make)];
        double[] times = [.. mails.Select(mail => Best(() => read(mail)))];
        double[] bytes = [.. mails.Select(mail => Allocated(() => read(mail)))];
        Console.WriteLine(
            $"{name, -28}{times[0] * 1000, 9:0.0} ms{times[1] * 1000, 9:0.0} ms{times[2] * 1000, 9:0.0} ms   {Math.Sqrt(times[2] / times[0]):0.00}  {Math.Sqrt(bytes[2] / bytes[0]):0.00}  {bytes[2] / 1_000_000, 6:0} MB"
        );
    }

    Console.WriteLine();
}

static double Allocated(Action action)
{
    long before = GC.GetAllocatedBytesForCurrentThread();
    action();
    return GC.GetAllocatedBytesForCurrentThread() - before;
}

static double Seconds(Action action)
{
    var watch = Stopwatch.StartNew();
    action();
    return watch.Elapsed.TotalSeconds;
}

static double Best(Action action) => Enumerable.Range(0, 5).Min(_ => Seconds(action));

// how many mails a second; null where there is no Node.js
double? Npm(string what)
{
    string folder = Path.Combine(repository, "tests", "bench", "replies", "npm");
    string input = Path.Combine(Path.GetTempPath(), $"acip-replies-{Environment.ProcessId}.json");
    try
    {
        // npm's parser takes minutes for some of these at 1 MB: it gets a tenth, and its growth shows all the same
        File.WriteAllText(
            input,
            JsonSerializer.Serialize(
                new
                {
                    mails,
                    worst = WorstCases.All.Select(one => new
                    {
                        name = one.Name,
                        texts = new[] { 25_000, 50_000, 100_000 }.Select(one.Text),
                    }),
                }
            )
        );
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Run("npm", "ci --no-audit --no-fund --silent", folder);
        }

        Console.WriteLine();
        string said = Run("node", $"run.mjs \"{input}\" {what}", folder);
        Console.Write(said);
        return NumberBefore(said, " mails/s");
    }
    catch (System.ComponentModel.Win32Exception)
    {
        Console.WriteLine("Node.js is not here: no comparison.");
        return null;
    }
    finally
    {
        File.Delete(input);
    }
}

static string Run(string command, string arguments, string folder)
{
    using Process process = Process.Start(
        new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true }
    )!;
    string said = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return said;
}

static double? NumberBefore(string text, string mark) =>
    text.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at
    && double.TryParse(text[..at].Split(' ')[^1], CultureInfo.InvariantCulture, out double number)
        ? number
        : null;
