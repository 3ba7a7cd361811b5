namespace ACip.Functions.Api;

/// <summary>What an HTTP status means in this API, and what a program should do next.</summary>
internal sealed record StatusHelp(int Status, string Title, string Next)
{
    public static IReadOnlyList<StatusHelp> All { get; } =
    [
        new(
            400,
            "Not as expected",
            "Mend what the detail names: the body, the query or a header; the API's page says what the address takes."
        ),
        new(401, "Not signed in", "Sign in, or send the key that the operation wants, and ask again."),
        new(403, "Not for your roles", "Ask the Secretariat for the role, or have somebody do it who has it."),
        new(404, "Not found", "Compare the address with the API's page; what is not yours to read is not found either."),
        new(405, "Not done here", "Use one of the methods in the Allow header."),
        new(409, "A rule refuses", "Read how it stands now; the detail says what would have to be otherwise."),
        new(410, "Gone", "Ask for a new link, or read what has taken its place."),
        new(412, "Changed meanwhile", "Read it again, decide about what stands now, and send its ETag as If-Match."),
        new(413, "Too large", "Send less at once; the detail says how much is taken."),
        new(415, "Another content type", "Say in Content-Type what the body is; the API's page names what the address takes."),
        new(422, "Cannot be taken", "Mend what the detail names, and send it again; nothing was changed."),
        new(428, "If-Match is missing", "Read it first, and send its ETag as If-Match; * writes over whatever stands."),
        new(429, "Too many requests", "Wait as many seconds as Retry-After says, and ask again."),
        new(503, "Not now", "Nothing was changed. Wait as many seconds as Retry-After says, or a few, and send the same again."),
    ];

    public static StatusHelp Of(int status) =>
        All.FirstOrDefault(one => one.Status == status)
        ?? new StatusHelp(status, "Failed", "Tell the Secretariat the address and the time.");
}
