namespace ACip.Tests.Architecture;

/// <summary>An entry that is changed is built from the register as it stands. Built from a copy that another worker's change has
/// overtaken, it would take that change back, under a tag that fits.</summary>
public sealed class RegisterReadsTests
{
    private const string Kept = "directory.ReadAsync(";

    /// <summary>What only shows, checks, or has the copy forgotten before.</summary>
    private static readonly string[] Argued =
    [
        "functions/Api/Programme/RegisterEndpoints.cs",
        "functions/Pages/Programme/CalendarPageEndpoints.cs",
        "workflows/Onboarding/Donors/DonorService.cs",
        "workflows/Onboarding/Members/MemberService.cs",
        "workflows/Onboarding/RegisterService.cs",
    ];

    [Fact]
    public void Who_saves_an_entry_has_read_it_now()
    {
        string[] found =
        [
            .. new[] { "functions", "workflows" }
                .SelectMany(Sources.Under)
                .Where(file =>
                    File.ReadAllText(file) is var source
                    && (
                        source.Contains("RegisterService", StringComparison.Ordinal)
                        || source.Contains("EntryEditing", StringComparison.Ordinal)
                    )
                    && source.Contains(Kept, StringComparison.Ordinal)
                )
                .Select(Sources.Named)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(Argued, found);
    }
}
