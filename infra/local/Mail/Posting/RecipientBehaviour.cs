namespace ACip.Local.Mail;

/// <summary>What an address does with mail, told to the application by events.</summary>
public enum RecipientBehaviour
{
    Deliver,

    /// <summary>Refused; every later mail to the address is dropped, as SendGrid does, until the behaviour is set anew.</summary>
    Bounce,

    /// <summary>Deferred once, delivered an hour later.</summary>
    Defer,

    /// <summary>Not even tried.</summary>
    Drop,

    /// <summary>Delivered, but the events are lost.</summary>
    Silent,

    /// <summary>Delivered, and the same events posted twice.</summary>
    EventsTwice,

    /// <summary>Delivered, and each event posted by itself, the last first, and all of them once more.</summary>
    EventsBackwards,
}
