using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ACip.Tests.Architecture.Shapes;

/// <summary>How much one thing may be, so that it can be read at once.</summary>
/// <remarks>
/// The formatter stretches what it breaks, so a line of brackets alone does not count, nor does a comment. A record's parameters are its
/// data, and data may be as many as they are. What surrounds every call is none of the things that it is about: the token of cancellation,
/// the clock, the log, the meters, a section of the configuration. A text is as wide as its words.
/// </remarks>
internal static partial class ShapeRules
{
    public const int LinesOfAMethod = 40,
        Parameters = 6,
        Width = 140,
        LinesOfAFile = 200;

    /// <returns>All that is too large, in the order of the file.</returns>
    public static IEnumerable<Shape> TooLarge(string name, string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(Code(name, source)).GetRoot();
        return
        [
            .. root.DescendantNodes().Where(IsMethod).Select(node => Method(name, node)).Where(shape => shape.Size > LinesOfAMethod),
            .. root.DescendantNodes()
                .OfType<ParameterListSyntax>()
                .SelectMany(list => List(name, list))
                .Where(shape => shape.Size > Parameters),
            .. name.EndsWith(".cs", StringComparison.Ordinal) ? Wide(name, source, root) : [],
            .. name.EndsWith(".cs", StringComparison.Ordinal) ? Long(name, source) : [],
        ];
    }

    /// <summary>Counted as methods are: a file that the formatter has stretched says no more than before.</summary>
    private static Shape[] Long(string file, string source)
    {
        var whole = new Shape(ShapeKind.File, $"{file} file", source.Split('\n').Count(SaysSomething));
        return whole.Size > LinesOfAFile ? [whole] : [];
    }

    private static bool IsMethod(SyntaxNode node) =>
        node
            is BaseMethodDeclarationSyntax
                or LocalFunctionStatementSyntax
                or AccessorDeclarationSyntax
                or PropertyDeclarationSyntax { ExpressionBody: not null };

    /// <summary>From its name on: what stands above it (attributes, comments) explains it.</summary>
    private static Shape Method(string file, SyntaxNode node)
    {
        int begins = Identifier(node).SpanStart;
        string[] lines = node
            .SyntaxTree.GetText()
            .ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(begins, node.Span.End))
            .Split('\n');
        return new Shape(ShapeKind.Method, $"{file} {Name(node)}", lines.Count(SaysSomething));
    }

    private static bool SaysSomething(string line) =>
        line.Any(char.IsLetterOrDigit) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    private static IEnumerable<Shape> List(string file, ParameterListSyntax list) =>
        list.Parent is RecordDeclarationSyntax or null
            ? []
            : [new Shape(ShapeKind.Parameters, $"{file} {Name(list.Parent)}", list.Parameters.Count(one => !IsSurrounding(one)))];

    private static bool IsSurrounding(ParameterSyntax parameter) =>
        parameter.Type?.ToString() is { } type
        && (
            type is "CancellationToken" or "TimeProvider" or "ProgrammeMetrics"
            || type.StartsWith("ILogger<", StringComparison.Ordinal)
            || type.StartsWith("IOptions<", StringComparison.Ordinal)
        );

    private static IEnumerable<Shape> Wide(string file, string source, SyntaxNode root)
    {
        var texts = root.DescendantTokens().Where(IsText).SelectMany(LinesOf).ToHashSet();
        return source
            .Split('\n')
            .Index()
            .Where(line => line.Item.Length > Width && !texts.Contains(line.Index) && !IsAddress(line.Item))
            .Select(line => new Shape(ShapeKind.Line, $"{file}:{line.Index + 1}", line.Item.Length));
    }

    private static bool IsAddress(string line) => line.Contains("https://", StringComparison.Ordinal);

    private static bool IsText(SyntaxToken token) =>
        token.Kind()
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringStartToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    private static IEnumerable<int> LinesOf(SyntaxToken token)
    {
        FileLinePositionSpan span = token.GetLocation().GetLineSpan();
        return Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
    }

    /// <summary>Of a page, what stands in its code block: its markup is as long as the page.</summary>
    private static string Code(string name, string source) =>
        name.EndsWith(".razor", StringComparison.Ordinal)
            ? string.Concat(CodeBlock().Matches(source).Select(match => $"class Page {{{match.Groups[1].Value}}}\n"))
            : source;

    private static string Name(SyntaxNode node) =>
        node is AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax of } ? of.Identifier.Text : Identifier(node).Text;

    private static SyntaxToken Identifier(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method => method.Identifier,
            ConstructorDeclarationSyntax constructor => constructor.Identifier,
            LocalFunctionStatementSyntax local => local.Identifier,
            PropertyDeclarationSyntax property => property.Identifier,
            BaseTypeDeclarationSyntax type => type.Identifier,
            DelegateDeclarationSyntax type => type.Identifier,
            _ => node.GetFirstToken(),
        };

    [GeneratedRegex(@"^@code\s*\{(.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
