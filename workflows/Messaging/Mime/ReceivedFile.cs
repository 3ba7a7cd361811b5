namespace ACip.Workflows.Messaging.Mime;

/// <summary>An attachment as it came.</summary>
/// <param name="Name">As the sender named it; never a path to write to and never a proof of what it is. May be empty.</param>
/// <param name="DeclaredType">Media type that the sender claims.</param>
/// <param name="Inline">True for a picture that the HTML shows, such as a logo in a signature.</param>
public sealed record ReceivedFile(string Name, string DeclaredType, ReadOnlyMemory<byte> Content, bool Inline = false);
