using ACip.Functions.Api.Operations;
using ACip.Workflows.Reconciliation;

namespace ACip.Functions.OpenApi;

/// <summary>Lines of the API's table that are for operators.</summary>
internal static class OperationsOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("get", "/api/operations/status", "getStatus", "How the programme stands: mails that wait, reports that are overdue, workflows that failed, findings.", ApiCaller.FunctionKey, typeof(ProgrammeStatus), Tagged: false),
        new("post", "/api/operations/reconciliation", "reconcile", "The daily reconciliation now, with a look into every plan; answers how the programme stands afterwards.", ApiCaller.FunctionKey, typeof(ProgrammeStatus), Tagged: false),
        new("get", "/api/operations/verification", "getVerifiable", "Audit chains and donor reports that can be verified.", ApiCaller.FunctionKey, typeof(Verifiable), Tagged: false),
        new("get", "/api/operations/verification/streams/{stream}", "verifyStream", "Whether the audit chain of a stream is whole.", ApiCaller.FunctionKey, typeof(PieceVerified), Tagged: false),
        new("get", "/api/operations/verification/donor-reports/{agreement}/{period}", "verifyIssuedReport", "Whether the newest version of a donor report agrees with its snapshot and with what is stored.", ApiCaller.FunctionKey, typeof(PieceVerified), Tagged: false),
        new("post", "/api/operations/people/{id}/erasure", "erasePerson", "Takes a person's name, address and mail out of whatever is stored; says what gives the person away still. The person must have left.", ApiCaller.FunctionKey, typeof(PersonErasure), typeof(ErasureRequest), Tagged: false),
        new("post", "/api/operations/mails", "resendWaiting", "Hands every mail over that the mail service does not have.", ApiCaller.FunctionKey, typeof(MailsResent), Tagged: false),
        new("post", "/api/operations/mails/{stream}/{key}", "resendMail", "Sends one mail once more, to the address that its reader has now.", ApiCaller.FunctionKey, typeof(MailsResent), Tagged: false),
    ];
}
