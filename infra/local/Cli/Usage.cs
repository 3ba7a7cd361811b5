namespace ACip.Local.Cli;

/// <summary>The arguments cannot be read; the message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);

internal static class Usage
{
    public static int Print(string[] args)
    {
        bool asked = args is ["help" or "--help" or "-h"];
        (asked ? Console.Out : Console.Error).WriteLine("""
            usage: dotnet run --project infra/local/Cli -- COMMAND

              serve [--port 7071] [--administrations N|all] [--empty]
                    the platform on http://localhost:7071, with its inbox at /local/mail and its clock at /local/clock;
                    begins with the fictional sample programme unless --empty is given
              simulate --years N --administrations N|all --out DIR [--seed S] [--data FOLDER]
                    a scripted cast plays through N years in a few minutes; donor reports and replies are written to DIR;
                    with --data everything is kept in FOLDER, and a run that was broken off goes on where it was
              help  this text
            """);
        return asked ? 0 : 2;
    }
}
