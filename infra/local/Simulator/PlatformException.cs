namespace FunctionsSimulator;

/// <summary>The platform cannot start, or do what it is asked, for a reason that the person at the keyboard can mend; the message says
/// which.</summary>
public sealed class PlatformException : Exception
{
    public PlatformException() { }

    public PlatformException(string message)
        : base(message) { }

    public PlatformException(string message, Exception? innerException)
        : base(message, innerException) { }
}
