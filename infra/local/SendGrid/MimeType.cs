namespace SendGrid;

#pragma warning disable CA2211, CA1052 // public fields and a constructor, as the genuine type has them
public class MimeType
{
    public static string Html = "text/html";
    public static string Text = "text/plain";
}
