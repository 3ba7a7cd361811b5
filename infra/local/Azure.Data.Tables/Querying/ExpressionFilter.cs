using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Querying;

/// <summary>Translates <c>row => row.PartitionKey == key &amp;&amp; row.Count > 3</c> into an OData filter. Comparisons, and, or, not, and ordinal string order; nothing else.</summary>
internal sealed class ExpressionFilter(ParameterExpression row)
{
    /// <exception cref="NotSupportedException">The service could not carry it out.</exception>
    public static string Translate(LambdaExpression lambda)
    {
        ArgumentNullException.ThrowIfNull(lambda);
        return new ExpressionFilter(lambda.Parameters[0]).Condition(lambda.Body);
    }

    private string Condition(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => $"({Condition(both.Left)}) and ({Condition(both.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse } either => $"({Condition(either.Left)}) or ({Condition(either.Right)})",
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Condition(not.Operand)})",
        BinaryExpression comparison => Comparison(comparison),
        MethodCallExpression { Method.Name: nameof(Equals), Object: { } left, Arguments: [var right] } => Compare(left, "eq", right),
        _ when Property(expression) is { } flag => $"{flag} eq true",
        _ => throw Unsupported(expression),
    };

    private string Comparison(BinaryExpression comparison)
    {
        string symbol = comparison.NodeType switch
        {
            ExpressionType.Equal => "eq",
            ExpressionType.NotEqual => "ne",
            ExpressionType.GreaterThan => "gt",
            ExpressionType.GreaterThanOrEqual => "ge",
            ExpressionType.LessThan => "lt",
            ExpressionType.LessThanOrEqual => "le",
            _ => throw Unsupported(comparison),
        };

        // text has no operators for order in C#: string.CompareOrdinal(row.RowKey, x) >= 0
        return comparison.Left is MethodCallExpression call && Compared(call) is var (left, right) && left is not null && Value(comparison.Right) is 0
            ? Compare(left, symbol, right!)
            : Compare(comparison.Left, symbol, comparison.Right);
    }

    private static (Expression? Left, Expression? Right) Compared(MethodCallExpression call) => call switch
    {
        { Method.Name: nameof(string.CompareTo), Object: { } left, Arguments: [var right] } => (left, right),
        { Method.Name: nameof(string.CompareOrdinal) or nameof(string.Compare), Object: null, Arguments: [var left, var right] } => (left, right),
        _ => (null, null),
    };

    private string Compare(Expression left, string symbol, Expression right)
    {
        if (Property(left) is { } name)
        {
            return $"{name} {symbol} {FilterLiteral.Of(Value(right))}";
        }

        string turned = symbol switch { "gt" => "lt", "ge" => "le", "lt" => "gt", "le" => "ge", _ => symbol };
        return Property(right) is { } other ? $"{other} {turned} {FilterLiteral.Of(Value(left))}" : throw Unsupported(left);
    }

    private string? Property(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner } => Property(inner),
        MemberExpression { Member.Name: "Value", Expression: { } inner } when Nullable.GetUnderlyingType(inner.Type) is not null => Property(inner),
        MemberExpression { Expression: { } owner } member when Unconverted(owner) == row => member.Member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Member.Name,

        // TableEntity: row.GetString("Name"), row["Name"]
        MethodCallExpression { Object: { } owner, Arguments: [var name] } call when Unconverted(owner) == row && call.Method.Name.StartsWith("Get", StringComparison.OrdinalIgnoreCase) => (string)Value(name)!,
        _ => null,
    };

    private static Expression Unconverted(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Unconverted(convert.Operand) : expression;

    private static object? Value(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };

    private static NotSupportedException Unsupported(Expression expression) => new($"'{expression}' cannot be translated to a filter of the Table service.");
}
