using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>The rules of the house for what is deployed.</summary>
internal static class HouseRules
{
    private const string Account = "Microsoft.Storage/storageAccounts",
        Blobs = Account + "/blobServices",
        Containers = Blobs + "/containers",
        Immutability = Containers + "/immutabilityPolicies",
        Vault = "Microsoft.KeyVault/vaults",
        Site = "Microsoft.Web/sites",
        Config = Site + "/config",
        Passwords = Site + "/basicPublishingCredentialsPolicies",
        Insights = "Microsoft.Insights/components",
        Logs = "Microsoft.OperationalInsights/workspaces",
        Diagnostics = "Microsoft.Insights/diagnosticSettings",
        Roles = "Microsoft.Authorization/roleAssignments",
        Locks = "Microsoft.Authorization/locks",
        Transforms = "Microsoft.Insights/dataCollectionRules";

    /// <summary>What the app may do, and where: nothing else.</summary>
    private static readonly string[] LeastRoles =
    [
        "host: 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
        "host: 974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
        // Storage Blob Data Owner: never on the programme's account, where it could override immutability
        "host: b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        "data: 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        "data: ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor
        "vault: 4633458b-17de-408a-b874-0445c86b69e6", // Key Vault Secrets User
        "insights: 3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
    ];

    public static IReadOnlyList<HouseRule> All { get; } =
    [
        .. Defaults(),
        HouseRule.Of(
            "no key of a resource is ever asked for",
            made => Regex.Matches(made.Template.ToJsonString(), @"\blist[A-Z]\w*\(").Select(match => match.Value),
            made => made.Template["outputs"]!["APP_NAME"]!["value"] = "[listKeys(resourceId('x', 'y'), '2026-06-01').keys[0].value]",
            made =>
                Nested(made)["outputs"] = new JsonObject
                {
                    ["x"] = new JsonObject { ["type"] = "string", ["value"] = "[listAccountSas('x', '2026-06-01', createObject())]" },
                }
        ),
        HouseRule.Of(
            "no output is a secret, nor looks like one",
            Outputs,
            made => made.Template["outputs"]!["APP_NAME"]!["type"] = "securestring",
            made =>
                Nested(made)["outputs"] = new JsonObject
                {
                    ["connection"] = new JsonObject { ["type"] = "string", ["value"] = "[reference('x').ConnectionString]" },
                },
            made =>
                Nested(made)["outputs"] = new JsonObject
                {
                    ["apiKey"] = new JsonObject { ["type"] = "string", ["value"] = "x" },
                }
        ),
        HouseRule.Of(
            "no parameter is a secret",
            made =>
                made.Templates()
                    .SelectMany(template =>
                        (template["parameters"] as JsonObject ?? [])
                            .Where(one => Deployment.Text(one.Value!, "type").StartsWith("secure", StringComparison.OrdinalIgnoreCase))
                            .Select(one => one.Key)
                    ),
            made => made.Template["parameters"]!["name"]!["type"] = "securestring"
        ),
        HouseRule.Of(
            "the app's identity has the least roles",
            made => Granted(made).Order().SequenceEqual(LeastRoles.Order()) ? [] : Granted(made).Except(LeastRoles).Append("not as listed"),
            made =>
                made.All(Roles).Last().AsObject()["properties"]!["roleDefinitionId"] =
                    "/x/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
            made => made.Resources.Remove(made.All(Roles).First()),
            made =>
                made.All(Roles).First(one => Regex.IsMatch(Deployment.Text(one, "id"), @"data\w{6}/"))["properties"]!["roleDefinitionId"] =
                    "/x/b7e6dc6d-f1e8-4753-8033-0f276bb0955b"
        ),
        HouseRule.Of(
            "what is written once is held to it",
            made =>
                new[] { "plan-versions", "donor-reports", "audit-heads" }.Except(
                    made.All(Immutability)
                        .Where(one => Deployment.Text(one, "properties.immutabilityPeriodSinceCreationInDays") is { Length: > 0 })
                        .Select(one => Deployment.Text(one, "name").Split('/')[^2])
                ),
            made => made.Resources.Remove(made.All(Immutability).Last())
        ),
        HouseRule.Of(
            "mail passes, whole: its versions, too",
            MailStays,
            made => made.Resources.Remove(made.All(Account + "/managementPolicies").Single()),
            made => ((JsonObject)Lifecycle(made)["definition"]!["actions"]!).Remove("version"),
            made => ((JsonArray)Lifecycle(made)["definition"]!["filters"]!["prefixMatch"]!).RemoveAt(0),
            made => Lifecycle(made)["enabled"] = false
        ),
        HouseRule.Of(
            "the web server's log, with the tokens of links, is not collected",
            made =>
                made.All(Diagnostics)
                    .SelectMany(one => (JsonArray)one["properties"]!["logs"]!)
                    .Where(log => log!["category"]?.ToString() == "AppServiceHTTPLogs" || log["categoryGroup"]?.ToString() == "allLogs")
                    .Select(log => log!.ToJsonString()),
            made => made.All(Diagnostics).Last()["properties"]!["logs"]![0]!["category"] = "AppServiceHTTPLogs",
            made => made.All(Diagnostics).First()["properties"]!["logs"]![0]!["categoryGroup"] = "allLogs"
        ),
        HouseRule.Of(
            "what the host says of requests is kept without the tokens of links",
            TokensTakenOut,
            made => made.Resources.Remove(made.All(Transforms).Single()),
            made => made.All(Transforms).Single()["properties"]!["dataFlows"]![0]!["transformKql"] = "source",
            made => made.All(Transforms).Single()["kind"] = "Linux",
            made => made.All(Logs).ToList().ForEach(one => ((JsonObject)one["properties"]!).Remove("defaultDataCollectionRuleResourceId"))
        ),
        HouseRule.Of(
            "deletions and secrets are logged",
            made =>
                new[] { "blobServices/default", "tableServices/default", Vault }.Where(place =>
                    !made.All(Diagnostics).Any(one => Deployment.Text(one, "id").Contains(place, StringComparison.Ordinal))
                ),
            made =>
                made.Resources.Remove(
                    made.All(Diagnostics).Single(one => Deployment.Text(one, "id").Contains(Vault, StringComparison.Ordinal))
                )
        ),
        HouseRule.Of(
            "every alert reaches people",
            made =>
                made.All("Microsoft.Insights/scheduledQueryRules")
                    .Concat(made.All("Microsoft.Insights/metricAlerts"))
                    .Where(one => !Regex.IsMatch(Deployment.At(one, "properties.actions")?.ToJsonString() ?? "", "actionGroups/"))
                    .Select(one => Deployment.Text(one, "name")),
            made => made.All("Microsoft.Insights/scheduledQueryRules").Last()["properties"]!["actions"] = new JsonObject(),
            made => made.All("Microsoft.Insights/metricAlerts").First()["properties"]!["actions"] = new JsonArray()
        ),
        HouseRule.Of(
            "an app that does not answer is noticed from outside",
            made =>
                made.All("Microsoft.Insights/metricAlerts")
                    .Any(one => Deployment.Text(one, "properties.criteria.webTestId").EndsWith("-asked", StringComparison.Ordinal))
                && made.All("Microsoft.Insights/webtests")
                    .Any(one =>
                        Deployment.At(one, "properties.Request.RequestUrl") is { } url
                        && url.ToString().Contains("/api/health", StringComparison.Ordinal)
                    )
                    ? []
                    : ["nobody asks"],
            made => made.Resources.Remove(made.All("Microsoft.Insights/webtests").Single())
        ),
        HouseRule.Of(
            "mail of a platform that may be deleted goes to nobody by mistake",
            made =>
                made.All(Locks).Any() || (Setting(made, "Mail__Rehearsal").Length > 0 && Setting(made, "Mail__OnlyTo").Length > 0)
                    ? []
                    : ["it is no rehearsal, and has no locks"],
            made => made.All(Locks).ToList().ForEach(one => made.Resources.Remove(one))
        ),
        HouseRule.Of(
            "a budget tells people",
            made =>
                made.All("Microsoft.Consumption/budgets")
                    .SelectMany(one => (JsonObject)one["properties"]!["notifications"]!)
                    .Count(one => one.Value!["enabled"]!.GetValue<bool>() && one.Value["contactEmails"] is JsonArray { Count: > 0 }) >= 3
                    ? []
                    : ["too few notices"],
            made => made.Resources.Remove(made.All("Microsoft.Consumption/budgets").Single()),
            made => made.All("Microsoft.Consumption/budgets").Single()["properties"]!["notifications"]!["allOfIt"]!["enabled"] = false
        ),
        HouseRule
            .Of(
                "facts, documents and secrets are not deleted by one wrong click",
                made =>
                    new[] { @"data\w{6}/", "/vaults/" }.Where(place =>
                        !made.All(Locks)
                            .Any(one =>
                                Regex.IsMatch(Deployment.Text(one, "id"), place)
                                && Deployment.Text(one, "properties.level") == "CanNotDelete"
                            )
                    ),
                made => made.Resources.Remove(made.All(Locks).First()),
                made => made.All(Locks).Last()["properties"]!["level"] = "ReadOnly"
            )
            .Only("prod"),
        HouseRule
            .Of(
                "one instance is ready for workflows",
                made =>
                    made.All(Site)
                        .SelectMany(one => (JsonArray)Deployment.At(one, "properties.functionAppConfig.scaleAndConcurrency.alwaysReady")!)
                        .Any(one => one!["name"]!.ToString() == "durable" && one["instanceCount"]!.GetValue<int>() >= 1)
                        ? []
                        : ["no group durable"],
                made =>
                    made.All(Site).Single()["properties"]!["functionAppConfig"]!["scaleAndConcurrency"]!["alwaysReady"] = new JsonArray()
            )
            .Only("test", "prod"),
        .. new[] { Account, Vault }.SelectMany(type =>
            new[]
            {
                HouseRule.Every(type, "properties.publicNetworkAccess", "Disabled").Only("test", "prod"),
                HouseRule.Every(type, "properties.networkAcls.defaultAction", "Deny").Only("test", "prod"),
            }
        ),
        HouseRule
            .Of(
                "what is closed to the internet is reached privately",
                made =>
                    made.All("Microsoft.Network/privateEndpoints")
                        .Select(one => one["properties"]!["privateLinkServiceConnections"]![0]!["properties"]!["groupIds"]![0]!.ToString())
                        .Order()
                        .SequenceEqual(["blob", "blob", "queue", "table", "table", "vault"])
                        ? []
                        : ["a door is missing"],
                made => made.Resources.Remove(made.All("Microsoft.Network/privateEndpoints").Last())
            )
            .Only("test", "prod"),
    ];

    private static IEnumerable<string> TokensTakenOut(Deployment made)
    {
        JsonObject? rule = made.All(Transforms).FirstOrDefault(one => Deployment.Text(one, "kind") == "WorkspaceTransforms");
        if (
            rule is null
            || !made.All(Logs)
                .Any(one =>
                    Deployment
                        .Text(one, "properties.defaultDataCollectionRuleResourceId")
                        .EndsWith(Deployment.Text(rule, "name"), StringComparison.Ordinal)
                )
        )
        {
            return ["no rule that the workspace follows"];
        }

        JsonNode[] flows = [.. ((JsonArray)rule["properties"]!["dataFlows"]!)!];
        return new[] { "AppRequests", "AppDependencies", "AppPageViews" }.Where(table =>
            !flows.Any(flow =>
                flow["streams"]![0]!.ToString() == $"Microsoft-Table-{table}"
                && flow["transformKql"]!.ToString().Contains(@"(/tasks/)[^?#]+", StringComparison.Ordinal)
            )
        );
    }

    private static IEnumerable<HouseRule> Defaults() =>
        [
            HouseRule.Every(Account, "properties.allowSharedKeyAccess", false),
            HouseRule.Every(Account, "properties.defaultToOAuthAuthentication", true),
            HouseRule.Every(Account, "properties.allowBlobPublicAccess", false),
            HouseRule.Every(Account, "properties.allowCrossTenantReplication", false),
            HouseRule.Every(Account, "properties.isLocalUserEnabled", false),
            HouseRule.Every(Account, "properties.minimumTlsVersion", "TLS1_2"),
            HouseRule.Every(Account, "properties.supportsHttpsTrafficOnly", true),
            HouseRule.Every(Account, "properties.encryption.requireInfrastructureEncryption", true),
            HouseRule.Every(Blobs, "properties.deleteRetentionPolicy.enabled", true),
            HouseRule.Every(Blobs, "properties.containerDeleteRetentionPolicy.enabled", true),
            HouseRule.Every(Blobs, "properties.isVersioningEnabled", true, "data"),
            HouseRule.Every(Containers, "properties.publicAccess", "None"),
            HouseRule.Every(Immutability, "properties.allowProtectedAppendWrites", false),
            HouseRule.Every(Vault, "properties.enableRbacAuthorization", true),
            HouseRule.Every(Vault, "properties.enableSoftDelete", true),
            HouseRule.Every(Vault, "properties.enablePurgeProtection", true),
            HouseRule.Every(Vault, "properties.enabledForTemplateDeployment", false),
            HouseRule.Every(Site, "identity.type", "UserAssigned"),
            HouseRule.Every(Site, "properties.httpsOnly", true),
            HouseRule.Every(Site, "properties.siteConfig.minTlsVersion", "1.2"),
            HouseRule.Every(Site, "properties.siteConfig.scmMinTlsVersion", "1.2"),
            HouseRule.Every(Site, "properties.siteConfig.ftpsState", "Disabled"),
            HouseRule.Every(Site, "properties.siteConfig.remoteDebuggingEnabled", false),
            HouseRule.Every(Site, "properties.functionAppConfig.runtime.name", "dotnet-isolated"),
            HouseRule.Every(Site, "properties.functionAppConfig.runtime.version", "10.0"),
            HouseRule.Every(Site, "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity"),
            HouseRule.Every("Microsoft.Web/serverfarms", "sku.name", "FC1"),
            HouseRule.Every(Passwords, "properties.allow", false),
            HouseRule.Every(Passwords, "properties.allow", false, "/ftp"),
            HouseRule.Every(Passwords, "properties.allow", false, "/scm"),
            HouseRule.Every(Config, "properties.platform.enabled", true, "/authsettingsV2"),
            // or webhooks would be answered with a redirect
            HouseRule.Every(Config, "properties.globalValidation.requireAuthentication", false, "/authsettingsV2"),
            HouseRule.Every(Config, "properties.globalValidation.unauthenticatedClientAction", "AllowAnonymous", "/authsettingsV2"),
            HouseRule.Every(Config, "properties.login.tokenStore.enabled", false, "/authsettingsV2"),
            HouseRule.Every(Config, "properties.login.nonce.validateNonce", true, "/authsettingsV2"),
            HouseRule.Every(Config, "properties.httpSettings.requireHttps", true, "/authsettingsV2"),
            HouseRule.Every(Config, "properties.AzureWebJobsStorage__credential", "managedidentity", "/appsettings"),
            HouseRule.Every(Insights, "properties.DisableLocalAuth", true),
            HouseRule.Every(Insights, "properties.DisableIpMasking", false),
            HouseRule.Every(Logs, "properties.features.disableLocalAuth", true),
        ];

    private static IEnumerable<string> Outputs(Deployment made) =>
        from template in made.Templates()
        from output in template["outputs"] as JsonObject ?? []
        let value = output.Value!["value"]?.ToJsonString() ?? ""
        where
            Deployment.Text(output.Value, "type").StartsWith("secure", StringComparison.OrdinalIgnoreCase)
            || Regex.IsMatch(output.Key, "secret|key|password|token|connection", RegexOptions.IgnoreCase)
            || Regex.IsMatch(value, @"ConnectionString|InstrumentationKey|sharedKey|\blist[A-Z]\w*\(", RegexOptions.IgnoreCase)
        select output.Key;

    private static IEnumerable<string> Granted(Deployment made) =>
        made.All(Roles)
            .Select(one =>
            {
                string id = Deployment.Text(one, "id");
                string place =
                    id.Contains("/vaults/", StringComparison.Ordinal) ? "vault"
                    : id.Contains("/components/", StringComparison.Ordinal) ? "insights"
                    : Regex.Match(id, @"/storageAccounts/\w*(host|data)\w{6}/providers/Microsoft.Authorization")
                        is { Success: true } account
                        ? account.Groups[1].Value
                    : id;
                return $"{place}: {Deployment.Text(one, "properties.roleDefinitionId").Split('/')[^1]}";
            });

    private static IEnumerable<string> MailStays(Deployment made)
    {
        if (
            made.All(Account + "/managementPolicies").FirstOrDefault() is null
            || Lifecycle(made) is not { } rule
            || rule["enabled"]?.GetValue<bool>() != true
        )
        {
            return ["no rule"];
        }

        string prefixes = rule["definition"]!["filters"]!["prefixMatch"]!.ToJsonString();
        return new[] { "received-mail/", "mail-files/" }
            .Where(prefix => !prefixes.Contains(prefix, StringComparison.Ordinal))
            .Concat(new[] { "baseBlob", "version" }.Where(part => rule["definition"]!["actions"]![part]?["delete"] is null));
    }

    private static JsonNode Lifecycle(Deployment made) =>
        made.All(Account + "/managementPolicies").Single()["properties"]!["policy"]!["rules"]!
            .AsArray()
            .Single(rule => rule!["name"]!.ToString() == "received-mail-is-deleted")!;

    private static string Setting(Deployment made, string name) => made.Settings[name]?.ToString() ?? "";

    private static JsonObject Nested(Deployment made) => made.Templates().Last();
}
