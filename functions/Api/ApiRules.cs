using ACip.Workflows.HumanTasks;

namespace ACip.Functions.Api;

/// <summary>Words for refusals of the API itself, about the caller, the address or the body. Rules of the programme have theirs in
/// <see cref="RefusalRules"/>; a body of the wrong kind is refused by <c>not-…</c>.</summary>
internal static class ApiRules
{
    /// <summary>Where the page of errors explains a rule: in its own place, in that of malformed bodies, or in that of all
    /// rules.</summary>
    public static string PlaceOf(string rule) =>
        All.ContainsKey(rule) || RefusalRules.Names.Contains(rule) ? rule
        : rule.StartsWith("not-", StringComparison.Ordinal) ? "not-json"
        : "rules";

    public static IReadOnlyDictionary<string, string> All { get; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            // access
            ["not-signed-in"] = "Nobody is signed in, or the person is not registered.",
            ["role-missing"] = "None of the caller's roles opens this.",
            // address
            ["not-found"] = "There is no such thing, or it is not for this person.",
            ["no-such-address"] = "No operation has this address.",
            ["method-not-allowed"] = "The address is there, and is not asked for in this way; Allow names the methods.",
            ["not-registered"] = "Nothing is registered under this id.",
            ["no-such-donor-report"] = "There is no such donor report, or it has not been assembled.",
            ["no-such-register"] = "The registers are deliveries and cips.",
            ["no-such-template"] = "There is no template of that name.",
            ["no-such-version"] = "There is no such version.",
            ["no-such-section"] = "There is no such section of a draft.",
            ["no-such-link"] = "The link leads nowhere.",
            ["link-expired"] = "The link has expired; the Secretariat sends a new one on request.",
            ["withdrawn"] = "It was published and taken back.",
            // lists
            ["limit-out-of-range"] = "limit is a whole number from 1 to 200.",
            ["not-a-place-in-the-list"] = "after is the next of the part before, as it was answered.",
            ["list-changed"] = "What the part before ended with is not in the list any more: begin again without after.",
            ["unknown-parameter"] = "The list does not take this; the detail names what it takes.",
            ["no-such-order"] = "sort is one of the list's columns, or one of them after a hyphen.",
            ["words-too-long"] = "q is longer than it may be.",
            ["format"] = "format is csv or xlsx, and stands without limit and after.",
            // bodies
            ["not-json"] = "The body is not the JSON that the address takes; path and rule say where.",
            ["other-content-type"] = "The Content-Type is not what the address takes.",
            ["body-too-large"] = "The body is larger than it may be.",
            ["too-large"] = "This is more than can be stored at once.",
            ["unreadable-request"] = "The request could not be read; it may have broken off.",
            ["not-a-plan"] = "The draft is no plan; path says where.",
            ["plan-too-large"] = "The plan is larger than can be stored.",
            ["workbook-not-taken"] = "The workbook could not be taken; problems names sheet and cell.",
            ["register-lines"] = "Lines of the file need mending; errors names each. Nothing was taken over.",
            ["register-too-long"] = "A register has at most 10 MiB.",
            ["annex-name"] = "Letters, digits, hyphens and dots make a file's name.",
            ["annex-size"] = "An annex has between 1 byte and 20 MiB.",
            ["survey-file-broken-off"] = "The file broke off, or is larger than a request may be: send it in parts.",
            ["not-a-blob"] = "The blob is not described as it has to be.",
            ["not-rows"] = "The lines are no rows of an export.",
            ["not-a-number"] = "A number is wanted here.",
            // changes
            ["decided-already"] = "Somebody decided first.",
            ["draft-changed"] = "Somebody has saved the draft since it was read; both versions follow.",
            ["entry-changed"] = "The entry has changed since it was read.",
            ["if-match-needed"] = "Send If-Match with the ETag that was read, or *.",
            ["if-match-malformed"] = "If-Match holds ETags in quotes, as they were answered, or *.",
            ["nothing-submitted"] = "Nothing has been handed in.",
            ["figure-not-taken"] = "A figure cannot be taken as it is written.",
            ["programme-in-use"] = "The programme is a real one; sample data must not get into it.",
            // now
            ["too-many-requests"] = "These are too many requests for a minute.",
            ["busy"] = "Many write at once, or storage cannot be reached. Nothing was changed.",
        };
}
