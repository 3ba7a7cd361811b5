using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>The Bicep files by their syntax. Where the parser cannot be had, only the checks that need none are made, and the output says so.</summary>
public sealed class BicepTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_bracket_and_string_is_closed() =>
        Assert.All(SourceTree.Bicep, file => Assert.Null(Unclosed(File.ReadAllText(file))));

    [Theory]
    [InlineData("var a = { b: 'c' }", null)]
    [InlineData("var a = { b: 'it''s }' // ' {", "{")]
    [InlineData("var a = 'x${b}'", null)]
    [InlineData("var a = [1\n}", "}")]
    public void A_bracket_that_is_not_closed_is_found(string text, string? expected) => Assert.Equal(expected, Unclosed(text.Replace("''", "\\'", StringComparison.Ordinal)));

    [Fact]
    public void Files_parse_and_every_name_is_declared()
    {
        foreach (BicepOutline file in Parsed())
        {
            Assert.True(file.Errors.Count == 0, $"{file.File}: {string.Join("; ", file.Errors)}");
            Assert.True(file.Undeclared.Count == 0, $"{file.File} declares nothing called {string.Join(", ", file.Undeclared)}");
        }
    }

    [Fact]
    public void The_parser_finds_what_is_wrong()
    {
        string broken = Path.Combine(Path.GetTempPath(), $"acip-broken-{Environment.ProcessId}.bicep");
        File.WriteAllText(broken, "param a string\nvar c = [for d in a: { e: d }]\noutput b string = '${a}${f}'\nresource {\n");
        try
        {
            if (BicepParser.Parse([broken]) is not [var file])
            {
                output.WriteLine("No parser here.");
                return;
            }

            Assert.NotEmpty(file.Errors);
            Assert.Contains("f", file.Undeclared);
            Assert.DoesNotContain("d", file.Undeclared);
        }
        finally
        {
            File.Delete(broken);
        }
    }

    [Fact]
    public void Modules_get_the_parameters_that_they_ask_for_and_give_the_outputs_that_are_used()
    {
        IReadOnlyList<BicepOutline> files = Parsed();
        foreach (BicepOutline file in files)
        {
            foreach (BicepModule module in file.Modules)
            {
                string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file.File)!, module.Path));
                BicepOutline target = files.Single(one => one.File == path);
                Assert.Empty(module.Parameters.Except(target.Parameters.Select(p => p.Name)));
                Assert.Empty(target.Parameters.Where(p => p.Required).Select(p => p.Name).Except(module.Parameters));
                Assert.Empty(file.OutputsUsed.Where(use => use.Module == module.Symbol).Select(use => use.Output).Except(target.Outputs));
            }
        }
    }

    [Fact]
    public void The_example_gives_every_required_parameter_and_no_unknown_one()
    {
        string main = SourceTree.Read("infra/azure/main.bicep");
        string example = SourceTree.Read("infra/azure/main.example.bicepparam");
        Assert.Contains("using 'main.bicep'", example, StringComparison.Ordinal);
        string[] given = [.. Regex.Matches(example, @"^param (\w+) = ", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
        string[] known = [.. Regex.Matches(main, @"^param (\w+) ", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
        string[] required = [.. Regex.Matches(main, @"^param (\w+) [\w\[\]]+$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
        Assert.Empty(given.Except(known));
        Assert.Empty(required.Except(given));
        Assert.NotEmpty(required);
    }

    private IReadOnlyList<BicepOutline> Parsed()
    {
        IReadOnlyList<BicepOutline>? files = BicepParser.Parse(SourceTree.Bicep);
        if (files is null)
        {
            output.WriteLine("No parser here: npm is out of reach.");
        }

        return files ?? [];
    }

    /// <returns>The bracket that does not match, or null.</returns>
    private static string? Unclosed(string text)
    {
        string code = Regex.Replace(text, @"'(?:\\.|[^'\\\n])*'|//[^\n]*", match => match.Value.StartsWith('/') ? "" : "''");
        if (Regex.Replace(code, "''", "").Contains('\''))
        {
            return "'";
        }

        var open = new Stack<char>();
        foreach (char sign in code)
        {
            if (sign is '{' or '[' or '(')
            {
                open.Push(sign);
            }
            else if (sign is '}' or ']' or ')' && (open.Count == 0 || "{}[]()".IndexOf(open.Pop(), StringComparison.Ordinal) + 1 != "{}[]()".IndexOf(sign, StringComparison.Ordinal)))
            {
                return sign.ToString();
            }
        }

        return open.Count == 0 ? null : open.Peek().ToString();
    }
}
