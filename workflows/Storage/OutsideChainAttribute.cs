using System.Reflection;

namespace ACip.Workflows.Storage;

/// <summary>Declares that rows of a kind are not covered by the audit chain, and why. All other rows are, including new kinds.</summary>
/// <param name="key">The row's key; a prefix where it ends in <c>|</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class OutsideChainAttribute(string key, string why) : Attribute
{
    public string Key => key;

    public string Why => why;

    /// <summary>All declarations, in the order of their keys.</summary>
    public static IReadOnlyList<OutsideChainAttribute> All { get; } =
    [
        .. typeof(OutsideChainAttribute)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<OutsideChainAttribute>(inherit: false))
            .OrderBy(one => one.Key, StringComparer.Ordinal),
    ];

    public static bool Holds(string rowKey) =>
        All.Any(one => one.Key.EndsWith('|') ? rowKey.StartsWith(one.Key, StringComparison.Ordinal) : rowKey == one.Key);
}
