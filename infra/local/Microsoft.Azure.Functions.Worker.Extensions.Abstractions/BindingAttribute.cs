namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What a parameter of a function is bound to.</summary>
public abstract class BindingAttribute : Attribute;
