using ACip.Functions.Api;
using ACip.Functions.Api.Obligations;
using ACip.Functions.Api.Recommendations;
using ACip.Workflows.EarlierYears;
using ACip.Workflows.Finance;
using ACip.Workflows.Obligations;
using ACip.Workflows.Recommendations;

namespace ACip.Functions.OpenApi;

/// <summary>Operations on the accounts of grants and the obligations of agreements.</summary>
internal static class GrantOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new(
            "get",
            "/api/plans/{planId}/history",
            "getHistory",
            "Accepted figures of earlier years, as they were brought in; the oldest first.",
            ApiCaller.SignedIn,
            typeof(PageOf<HistoricReport>),
            Paged: true
        ),
        new(
            "post",
            "/api/plans/{planId}/history",
            "importHistory",
            "A file of them as the body, CSV or XLSX, with where they come from as ?source=…: all of it is taken over, or nothing.",
            ApiCaller.SignedIn,
            Tagged: false
        ),
        new(
            "get",
            "/api/plans/{planId}/recommendations",
            "getRecommendations",
            "What visits and audits recommend, the most urgent first.",
            ApiCaller.SignedIn,
            typeof(PageOf<Recommendation>),
            Paged: true
        ),
        new(
            "post",
            "/api/plans/{planId}/recommendations",
            "enterRecommendation",
            "Its owner, the administration or the Secretariat, is asked at once.",
            ApiCaller.SignedIn,
            Body: typeof(RecommendationEndpoints.Entered)
        ),
        new(
            "post",
            "/api/plans/{planId}/recommendations/{id}/closing",
            "closeRecommendation",
            "What was seen, or why it is no longer followed.",
            ApiCaller.SignedIn,
            Body: typeof(GivenReasonBody)
        ),
        new(
            "get",
            "/api/plans/{planId}/dossier",
            "getPlanDossier",
            "All that is kept about a plan, as a ZIP for an auditor without an account; its manifest says what is not in it and why.",
            ApiCaller.SignedIn,
            Tagged: false
        ),
        new(
            "get",
            "/api/plans/{planId}/reports/{period}/dossier",
            "getReportDossier",
            "The same of one report.",
            ApiCaller.SignedIn,
            Tagged: false
        ),
        new("get", "/api/agreements/{id}/dossier", "getGrantDossier", "The same of one grant.", ApiCaller.SignedIn, Tagged: false),
        new(
            "get",
            "/api/agreements/{id}/finance",
            "getFinance",
            "Budget, receipts and spending of a grant, a financial period each; for officers.",
            ApiCaller.SignedIn,
            typeof(PageOf<FinancialPeriod>),
            Paged: true
        ),
        new(
            "post",
            "/api/agreements/{id}/finance",
            "importFinance",
            "A file of financial periods as the body, CSV or XLSX: all of it is taken over, or nothing, line by line.",
            ApiCaller.SignedIn,
            Tagged: false
        ),
        new(
            "get",
            "/api/agreements/{id}/finance/{period}",
            "getFinancialPeriod",
            "One financial period.",
            ApiCaller.SignedIn,
            typeof(FinancialPeriod),
            Tagged: false
        ),
        new(
            "put",
            "/api/agreements/{id}/finance/{period}",
            "saveFinancialPeriod",
            "If-Match is needed, or If-None-Match: * for a new one. The lines must make the totals that the ledger states.",
            ApiCaller.SignedIn,
            typeof(FinancialPeriod),
            typeof(FinancialPeriod)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            "/api/agreements/{id}/obligations",
            "getObligations",
            "What the agreement wants by a day, the most urgent first; for officers.",
            ApiCaller.SignedIn,
            typeof(PageOf<Obligation>),
            Paged: true
        ),
        new(
            "post",
            "/api/agreements/{id}/obligations",
            "enterObligation",
            "Officers are asked for it a month before it is due.",
            ApiCaller.SignedIn,
            Body: typeof(ObligationEndpoints.NewObligation)
        ),
        new(
            "post",
            "/api/agreements/{id}/obligations/{obligation}/receipt",
            "meetObligation",
            "It was sent and received; or, without a day, it is no longer owed, and why.",
            ApiCaller.SignedIn,
            Body: typeof(ObligationEndpoints.Receipt)
        ),
    ];
}
