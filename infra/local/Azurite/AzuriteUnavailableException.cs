namespace ACip.Local.Azurite;

/// <summary>Azurite cannot be had. The message is for the person at the keyboard: what is wrong and what to do.</summary>
public sealed class AzuriteUnavailableException : Exception
{
    public AzuriteUnavailableException(string message)
        : base(message) { }

    public AzuriteUnavailableException(string message, Exception inner)
        : base(message, inner) { }

    public AzuriteUnavailableException() { }
}
