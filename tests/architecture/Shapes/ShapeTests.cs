namespace ACip.Tests.Architecture.Shapes;

/// <summary>Methods of one screen, calls that can be remembered, lines that fit.</summary>
public sealed class ShapeTests
{
    private static readonly Lazy<IReadOnlyList<Shape>> Large = new(() =>
        [
            .. new[] { "functions", "workflows", "infra", "tests" }
                .SelectMany(Sources.Under)
                .AsParallel()
                .AsOrdered()
                .SelectMany(file => ShapeRules.TooLarge(Sources.Named(file), File.ReadAllText(file))),
        ]
    );

    [Fact]
    public void No_method_is_longer_than_a_screen_without_a_reason() => AllAreArgued(ShapeKind.Method);

    [Fact]
    public void Nobody_is_asked_for_more_than_can_be_remembered() => AllAreArgued(ShapeKind.Parameters);

    [Fact]
    public void A_file_holds_one_idea_or_gives_a_reason() => AllAreArgued(ShapeKind.File);

    [Fact]
    public void Lines_fit() => AllAreArgued(ShapeKind.Line);

    /// <summary>So that the list can only become shorter.</summary>
    [Fact]
    public void An_exception_that_is_none_any_more_is_taken_off_the_list() =>
        Assert.Equal("", string.Join("\n", ArguedShapes.All.Keys.Except(Large.Value.Select(shape => shape.Where), StringComparer.Ordinal)));

    [Fact]
    public void A_long_method_a_long_list_and_a_wide_line_are_found()
    {
        string source = $$"""
            class Planted(int a, int b, int c, int d, int e, int f, int g)
            {
                void Long()
                {
            {{string.Concat(Enumerable.Repeat("        Say();\n", ShapeRules.LinesOfAMethod))}}
                }

                // {{new string('x', ShapeRules.Width)}}
            }
            """;

        Assert.Equal(
            [
                new Shape(ShapeKind.Method, "planted.cs Long", ShapeRules.LinesOfAMethod + 1),
                new Shape(ShapeKind.Parameters, "planted.cs Planted", ShapeRules.Parameters + 1),
                new Shape(ShapeKind.Line, $"planted.cs:{ShapeRules.LinesOfAMethod + 8}", ShapeRules.Width + 7),
            ],
            ShapeRules.TooLarge("planted.cs", source)
        );
    }

    [Fact]
    public void A_long_file_is_found() =>
        Assert.Equal(
            [new Shape(ShapeKind.File, "long.cs file", ShapeRules.LinesOfAFile + 1)],
            ShapeRules.TooLarge(
                "long.cs",
                string.Concat(Enumerable.Range(0, ShapeRules.LinesOfAFile + 1).Select(i => $"class C{i};\n// remark\n\n"))
            )
        );

    [Fact]
    public void In_a_page_the_code_counts_and_the_markup_does_not()
    {
        string lines = string.Concat(Enumerable.Repeat("Say();\n", ShapeRules.LinesOfAMethod));

        Assert.Equal(
            ["Page.razor Long"],
            ShapeRules.TooLarge("Page.razor", $"{lines}\n@code {{\n void Long()\n {{\n{lines}\n }}\n}}\n").Select(shape => shape.Where)
        );
    }

    [Fact]
    public void A_record_is_data_and_cancellation_is_nobodys_parameter() =>
        Assert.Empty(
            ShapeRules.TooLarge(
                "data.cs",
                "record Data(int A, int B, int C, int D, int E, int F, int G);\n"
                    + "class Fine { void Call(int a, int b, int c, int d, int e, int f, CancellationToken g) { } }"
            )
        );

    /// <summary>All of them are named, with the keys that the list takes.</summary>
    private static void AllAreArgued(ShapeKind kind) => Assert.True(NotArgued(kind) is "", NotArgued(kind));

    private static string NotArgued(ShapeKind kind) =>
        string.Join('\n', Large.Value.Where(shape => shape.Kind == kind && !ArguedShapes.All.ContainsKey(shape.Where)));
}
