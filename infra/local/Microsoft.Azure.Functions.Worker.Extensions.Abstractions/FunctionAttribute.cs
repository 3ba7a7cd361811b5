namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a public method of a public type as a function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
