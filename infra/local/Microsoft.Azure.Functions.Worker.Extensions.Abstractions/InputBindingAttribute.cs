namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What a function is handed besides its trigger.</summary>
public abstract class InputBindingAttribute : BindingAttribute;
