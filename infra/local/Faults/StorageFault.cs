namespace ACip.Local.Faults;

public enum StorageFault
{
    None,

    /// <summary>429, and nothing is done.</summary>
    TooManyRequests,

    /// <summary>500, and nothing is done.</summary>
    ServerError,

    /// <summary>503, and nothing is done.</summary>
    Unavailable,

    /// <summary>No answer for a while, then the connection breaks; nothing is done.</summary>
    TimedOut,

    /// <summary>It is done, and answered with 500.</summary>
    DoneButError,

    /// <summary>It is done, and the connection breaks.</summary>
    DoneButLost,

    /// <summary>412, and nothing is done: somebody else has written meanwhile. Only for calls with a condition; others go
    /// through.</summary>
    Conflict,
}
