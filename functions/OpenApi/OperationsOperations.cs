using ACip.Functions.Api.Operations;
using ACip.Workflows.Portability;
using ACip.Workflows.Reconciliation;

namespace ACip.Functions.OpenApi;

/// <summary>Operations for operators.</summary>
internal static class OperationsOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new(
            "get",
            "/api/operations/status",
            "getStatus",
            "How the programme stands: mails that wait, reports that are overdue, workflows that failed, findings.",
            ApiCaller.FunctionKey,
            typeof(ProgrammeStatus),
            Tagged: false
        ),
        new(
            "post",
            "/api/operations/reconciliation",
            "reconcile",
            "The daily reconciliation now, with a look into every plan; answers how the programme stands afterwards.",
            ApiCaller.FunctionKey,
            typeof(ProgrammeStatus),
            Tagged: false
        ),
        new(
            "get",
            "/api/operations/verification",
            "getVerifiable",
            "Audit chains and donor reports that can be verified.",
            ApiCaller.FunctionKey,
            typeof(Verifiable),
            Tagged: false
        ),
        new(
            "get",
            "/api/operations/verification/streams/{stream}",
            "verifyStream",
            "Whether the audit chain of a stream is whole.",
            ApiCaller.FunctionKey,
            typeof(PieceVerified),
            Tagged: false
        ),
        new(
            "get",
            "/api/operations/verification/donor-reports/{agreement}/{period}",
            "verifyIssuedReport",
            "Whether the newest version of a donor report agrees with its snapshot and with what is stored.",
            ApiCaller.FunctionKey,
            typeof(PieceVerified),
            Tagged: false
        ),
        new(
            "post",
            "/api/operations/people/{id}/erasure",
            "erasePerson",
            "Takes a person's name, address and mail out of whatever is stored; says what gives the person away still. The person must have left.",
            ApiCaller.FunctionKey,
            typeof(PersonErasure),
            typeof(ErasureRequest),
            Tagged: false
        ),
        new(
            "post",
            "/api/operations/mails",
            "resendWaiting",
            "Hands every mail over that the mail service does not have.",
            ApiCaller.FunctionKey,
            typeof(MailsResent),
            Tagged: false
        ),
        new(
            "post",
            "/api/operations/mails/{stream}/{key}",
            "resendMail",
            "Sends one mail once more, to the address that its reader has now.",
            ApiCaller.FunctionKey,
            typeof(MailsResent),
            Tagged: false
        ),
        new(
            "get",
            "/api/operations/export",
            "getExport",
            "What there is to be exported, and what is not, and why.",
            ApiCaller.MasterKey,
            typeof(PortableProgramme),
            Tagged: false
        ),
        new(
            "get",
            "/api/operations/export/tables/{table}",
            "exportRows",
            "Rows of a table from ?after= on, as JSON Lines; the last line says what follows.",
            ApiCaller.MasterKey,
            Tagged: false
        ),
        new(
            "get",
            "/api/operations/export/containers/{container}",
            "exportBlobs",
            "The blobs of a container, as JSON Lines; the last line ends the list.",
            ApiCaller.MasterKey,
            Tagged: false
        ),
        new(
            "get",
            "/api/operations/export/containers/{container}/blob",
            "exportBlob",
            "The bytes of the blob that ?name= says.",
            ApiCaller.MasterKey,
            Tagged: false
        ),
        new(
            "post",
            "/api/operations/import",
            "beginImport",
            "Begins to bring an exported programme into this platform, which must be empty; or goes on where it was broken off.",
            ApiCaller.MasterKey,
            typeof(ImportState),
            typeof(ImportRequest),
            Tagged: false
        ),
        new(
            "put",
            "/api/operations/import/{manifest}/containers/{container}",
            "importBlob",
            "Writes a blob that ?blob= describes, if its bytes have the hash that &sha256= says.",
            ApiCaller.MasterKey,
            typeof(ImportState),
            Tagged: false
        ),
        new(
            "put",
            "/api/operations/import/{manifest}/tables/{table}",
            "importRows",
            "Writes rows, given as JSON Lines, where they do not stand already.",
            ApiCaller.MasterKey,
            typeof(RowsTaken),
            Tagged: false
        ),
        new(
            "post",
            "/api/operations/import/{manifest}/end",
            "endImport",
            "Says that the import is whole: from now on the reconciliation starts what should run.",
            ApiCaller.MasterKey,
            typeof(ImportState),
            Tagged: false
        ),
    ];
}
