using ACip.Functions;
using ACip.Workflows;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using FunctionsSimulator;

namespace ACip.Tests.Architecture;

/// <summary>Arrows run one way: functions to workflows to packages, and within workflows from higher rooms to lower ones.</summary>
public sealed class ArrowTests
{
    private static readonly ArchUnitNET.Domain.Architecture All = new ArchLoader()
        .LoadAssemblies(
            typeof(App).Assembly,
            typeof(ProgrammeServices).Assembly,
            typeof(FunctionsPlatform).Assembly,
            typeof(ArrowTests).Assembly
        )
        .Build();

    private static IEnumerable<IType> Ours(string root) =>
        All.Types.Where(type =>
            type.Namespace.FullName.StartsWith(root, StringComparison.Ordinal)
            && !type.FullName.Contains("Planted", StringComparison.Ordinal)
        );

    [Fact]
    public void Every_room_has_its_place() =>
        Assert.Equal(
            Rooms.Order.Order(StringComparer.Ordinal),
            Ours(Rooms.Root).Select(type => Rooms.Of(type.FullName)).OfType<string>().Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_room_knows_lower_rooms_only()
    {
        IReadOnlyList<string> wrong = Rooms.WrongArrows(Ours(Rooms.Root));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void A_planted_wrong_arrow_is_found() =>
        Assert.Contains(
            Rooms.WrongArrows(All.Types.Where(type => type.FullName.Contains("Planted", StringComparison.Ordinal))),
            arrow => arrow.Contains("DonorReports", StringComparison.Ordinal)
        );

    [Fact]
    public void The_simulator_knows_nothing_of_the_programme() =>
        Assert.DoesNotContain(
            typeof(FunctionsPlatform).Assembly.GetReferencedAssemblies(),
            name => name.Name is "ACip.Workflows" or "ACip.Functions" or "acip"
        );

    [Fact]
    public void Orchestrators_do_no_input_and_output()
    {
        IType[] orchestrators = [.. Ours("ACip.Workflows").Where(Orchestrators.IsOne)];

        Assert.Contains(orchestrators, type => type.Name == "QuarterlyReport");
        Assert.True(orchestrators.Length >= 8, $"{orchestrators.Length} orchestrators");
        Assert.Equal("", string.Join('\n', orchestrators.SelectMany(Orchestrators.InputAndOutput)));
    }

    [Fact]
    public void A_planted_orchestrator_that_reads_a_file_is_found() =>
        Assert.Contains(
            All.Types.Where(type => type.Name == nameof(PlantedOrchestrator)).SelectMany(Orchestrators.InputAndOutput),
            found => found.Contains("System.IO.File", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("ACip.Workflows.Time")]
    [InlineData("ACip.Workflows.ReplyParsing")]
    [InlineData("ACip.Workflows.ActionPlans.Rules")]
    [InlineData("ACip.Workflows.DonorReports.Figures")]
    [InlineData("ACip.Workflows.DonorReports.Composition")]
    [InlineData("ACip.Workflows.DonorReports.Rendering")]
    [InlineData("ACip.Workflows.Surveys.Statistics")]
    [InlineData("ACip.Workflows.Messaging.Incoming")]
    public void Rules_know_no_storage_no_clock_and_no_mail(string rules)
    {
        IType[] types = [.. Ours(rules)];

        Assert.NotEmpty(types);
        Assert.Empty(
            from type in types
            from target in type.Dependencies.Select(one => one.Target.FullName)
            where
                target.StartsWith("Azure.", StringComparison.Ordinal)
                || target.StartsWith("ACip.Workflows.Storage.ProgrammeTable", StringComparison.Ordinal)
                || target == "System.TimeProvider"
                || target.StartsWith("ACip.Workflows.Messaging.Outbox", StringComparison.Ordinal)
            select $"{type.FullName} knows {target}"
        );
    }
}
