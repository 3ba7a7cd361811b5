namespace ACip.Local.Host;

/// <summary>The platform cannot start, for a reason that the person at the keyboard can mend; the message says which.</summary>
public sealed class LocalPlatformException : Exception
{
    public LocalPlatformException()
    {
    }

    public LocalPlatformException(string message)
        : base(message)
    {
    }

    public LocalPlatformException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
