namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What sets a function off; each function has exactly one.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute;
