namespace FunctionsSimulator.Protocol;

/// <summary>The worker would not begin: the application could not be built, or one of its functions could not be loaded.</summary>
public sealed class WorkerFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
