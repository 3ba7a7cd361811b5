namespace ACip.Tests.Architecture;

/// <summary>An entry that is changed is built from the register as it stands. Built from a copy that another worker's change has
/// overtaken, it would take that change back, under a tag that fits.</summary>
public sealed class RegisterReadsTests
{
    private const string Forgets = "directory.Forget();";

    private const string Entries = "functions/Api/Programme/RegisterEndpoints.cs: ";

    private static readonly string[] Saves = ["RegisterService", "EntryEditing", "PeopleService"];

    /// <summary>They answer from the copy that is kept.</summary>
    private static readonly string[] Kept = ["directory.ReadAsync(", "directory.ReadForAsync("];

    /// <summary>Where nothing is built from what is read: it is shown, checked or looked through.</summary>
    private static readonly string[] Argued =
    [
        $"{Entries}: (await directory.ReadAsync(cancellation)).Agreements.ContainsKey(new AgreementId(id))",
        $"{Entries}: find(await directory.ReadAsync(cancellation)) is {{ }} found ? PlanAnswers.Tagged(request, found, ContentTag.Of(found))",
        $"{Entries}? await lists.AnswerAsync(request, list, all(await directory.ReadAsync(cancellation)), key, cancellation)",
        "functions/Pages/Programme/CalendarPageEndpoints.cs: [nameof(CalendarsPage.Register)] = await directory.ReadAsync(cancellation),",
        "functions/Pages/Programme/PeoplePageEndpoints.cs: [nameof(PeoplePage.Register)] = await directory.ReadAsync(cancellation),",
        "workflows/Onboarding/DepartureService.cs: .. (await directory.ReadAsync(cancellation))",
        "workflows/Onboarding/DepartureService.cs: ProgrammeRegister register = await directory.ReadAsync(cancellation);",
    ];

    [Fact]
    public void Who_saves_an_entry_has_read_it_now() =>
        Assert.Equal(
            Argued,
            new[] { "functions", "workflows" }
                .SelectMany(Sources.Under)
                .SelectMany(file => FromTheCopy(File.ReadAllLines(file)).Select(line => $"{Sources.Named(file)}: {line}"))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("PeopleService people", "", "x = await directory.ReadForAsync(home, stop);", true)]
    [InlineData("RegisterService entries", "directory.Forget();", "x = await directory.ReadAsync(stop);", false)]
    [InlineData("RegisterService entries", "", "x = await directory.ReadNowAsync(stop);", false)]
    [InlineData("PeopleQuery people", "", "x = await directory.ReadAsync(stop);", false)]
    public void What_is_found_is_every_read_of_the_copy_that_was_not_forgotten_before(string who, string before, string read, bool found) =>
        Assert.Equal(found ? [read] : [], FromTheCopy([who, before, read]));

    private static IEnumerable<string> FromTheCopy(string[] lines) =>
        lines.Any(line => Holds(line, Saves))
            ? lines.Where((line, at) => Holds(line, Kept) && (at == 0 || lines[at - 1].Trim() != Forgets)).Select(line => line.Trim())
            : [];

    private static bool Holds(string line, string[] any) => any.Any(one => line.Contains(one, StringComparison.Ordinal));
}
