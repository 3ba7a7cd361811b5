namespace ACip.Local.Cli;

/// <summary>The arguments cannot be read; the message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);

internal static class Usage
{
    public static int Print(string[] args)
    {
        bool asked = args is ["help" or "--help" or "-h"];
        (asked ? Console.Out : Console.Error).WriteLine(
            """
            usage: dotnet run --project infra/local/Cli -- COMMAND

              serve [--port 7071] [--administrations N|all] [--empty | --years N] [--data FOLDER]
                    the platform on http://localhost:7071, with its inbox at /local/mail and its clock at /local/clock;
                    begins with the fictional sample programme unless --empty is given; with --years N a cast plays N years of it
                    first: a programme under way, with tasks that wait. What is done is kept in FOLDER (.local)
              simulate --years N --administrations N|all --out DIR [--seed S] [--data FOLDER] [--together]
                    a scripted cast plays through N years in a few minutes; donor reports and replies are written to DIR;
                    with --data everything is kept in FOLDER, and a run that was broken off goes on where it was;
                    with --together people also act for one another: more time, parts of colleagues, many at once, a substitute
              mail FILE [--person ADDRESS] [--lang en|fr|es]
                    what the system would do with a received message, step by step, and why; FILE is an .eml, a body, or a
                    stored POST of the mail service; ADDRESS is the one registered for the person asked (else the sender's)
              mail FILE --json [--person ADDRESS] [--lang en|fr|es]
                    the same as one JSON object, for programs: verdict, reason, command, figures, askedBack, narrative, files
              mail --reply-text FILE
                    what the person wrote, without quotations and signatures
              mail --figures FILE [--lang en|fr|es]
                    the figures that are read from it, one a line
              verify DIR
                    makes every donor report in DIR again from its snapshot and compares; ends with 1 where anything differs
              verify --data FOLDER | --storage CONNECTION
                    holds every row and file that is stored against the audit chains, and names what was changed, removed or added
                    past the programme; of the folder of a platform that has ended, or of a storage account
              status | reconcile | verify | resend [STREAM KEY]   [--url URL] [--key KEY]
                    of a deployment, anywhere: how it stands; the daily reconciliation now; every audit chain and donor report;
                    mails that wait, or one mail once more. URL and KEY may stand in ACIP_URL and ACIP_KEY
              erase-person ID --yes [--also "FORMER NAME;FORMER ADDRESS"]   [--url URL] [--key KEY]
                    takes a person who has left out of a deployment: name, address, mail; what stays is listed. Cannot be undone
              export --out DIR   [--url URL] [--key MASTERKEY]
                    the whole programme in open formats (docs/portability.md); broken off, the same command goes on
              import --from DIR  [--url URL] [--key MASTERKEY]
                    an export into an empty platform, verified and set going; nothing is written where a file is missing or changed;
                    broken off, the same command goes on
              record INSTANCE --out FILE [--port 7071 | --data FOLDER]
                    the history of a workflow such as plan:af:af-2026, from the platform on that port or from the folder of one
                    that has ended; kept beside the tests it shows whether changed code still walks the same way
              cost [--administrations N] [--ready N]
                    what a month on Azure comes to, line by line, for 25, 250 and 5,000 administrations or for N
              trace
                    one reply through the whole application, printed as the trace that it exports: webhook, workflow, activity,
                    storage, mail
              host --app FOLDER [--port 7071] [--data FOLDER]
                    any isolated .NET Functions application, built to that folder, as a process of its own: HTTP, timers, orchestrations;
                    its functions and its clock are at /local
              help  this text
            """
        );
        return asked ? 0 : 2;
    }
}
