using System.Text.RegularExpressions;

namespace ACip.Tests.Architecture;

/// <summary>Nobody holds a thread to wait for a task: in a fixture that did, no answer of storage arrived for 400 seconds, twice in one
/// run.</summary>
public sealed class BlockingTests
{
    /// <summary>Where there is no other way: constructors, and callers that others call without awaiting them.</summary>
    private static readonly string[] Argued =
    [
        "tests/bench/cycle/StorageCalls.cs",
        "tests/parity/Engine/MicrosoftEngine.cs",
        "tests/platform/Durable/EngineAtWork.cs",
        "tests/platform/Durable/LambdaWorker.cs",
        "tests/unit/ForeignInput/Workbooks.cs",
        "tests/unit/Functions/ListAnswerTests.cs",
    ];

    [Fact]
    public void Tasks_are_awaited()
    {
        string[] found =
        [
            .. new[] { "functions", "workflows", "infra", "tests" }
                .SelectMany(Sources.Under)
                .Where(file => Regex.IsMatch(File.ReadAllText(file), @"\.GetAwaiter\(\)\s*\.GetResult\(\)"))
                .Select(Sources.Named)
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(Argued, found);
    }
}
