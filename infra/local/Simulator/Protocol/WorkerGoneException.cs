namespace FunctionsSimulator.Protocol;

/// <summary>The worker ended before it had answered.</summary>
public sealed class WorkerGoneException() : IOException("The worker went away before it had answered.");
