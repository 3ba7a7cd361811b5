// Prints what it costs to say a text in the reader's language, beside a dictionary of strings by language and key with string.Format.
// Run: dotnet run -c Release --project tests/bench/texts

using System.Diagnostics;
using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

const int Times = 1_000_000;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Language[] languages = [.. Language.All];
Dictionary<(string, string), string> plain = languages
    .SelectMany(language =>
        new[]
        {
            (("intro", language.Tag), Texts.QuarterlyIntro.In(language)),
            (("due", language.Tag), Texts.DueBy("{0}").In(language)),
            (("one", language.Tag), Texts.DigestSubject(1).In(language).Replace("1", "{0}", StringComparison.Ordinal)),
            (("many", language.Tag), Texts.DigestSubject(2).In(language).Replace("2", "{0}", StringComparison.Ordinal)),
        }
    )
    .ToDictionary(one => one.Item1, one => one.Item2);

Console.WriteLine($"{Times:N0} texts in {languages.Length} languages, one thread, {Environment.Version}: nanoseconds and bytes a text");
Console.WriteLine($"{"", -34}{"texts", 16}{"dictionary", 18}");
Row("words alone", at => Texts.QuarterlyIntro.In(languages[at % 3]), at => plain[("intro", languages[at % 3].Tag)]);
Row(
    "with one argument",
    at => Texts.DueBy("Friday").In(languages[at % 3]),
    at => string.Format(null, plain[("due", languages[at % 3].Tag)], "Friday")
);
Row(
    "with a count, one or many",
    at => Texts.DigestSubject(at % 5).In(languages[at % 3]),
    at => string.Format(null, plain[(at % 5 == 1 ? "one" : "many", languages[at % 3].Tag)], at % 5)
);

static void Row(string title, Func<int, string> texts, Func<int, string> dictionary) =>
    Console.WriteLine($"{title, -34}{Measured(texts), 16}{Measured(dictionary), 18}");

static string Measured(Func<int, string> say)
{
    double best = double.MaxValue;
    long bytes = 0;
    for (int run = 0; run < 6; run++)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        int length = 0;
        for (int at = 0; at < Times; at++)
        {
            length += say(at).Length;
        }

        best = Math.Min(best, watch.Elapsed.TotalNanoseconds / Times);
        bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
        if (length == 0)
        {
            throw new InvalidOperationException("Nothing was said.");
        }
    }

    return $"{best:0} ns {bytes} B";
}
