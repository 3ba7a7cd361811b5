// Logs and metrics. The app logs ids, never names, addresses or tokens; client addresses are masked; and the web server's own log,
// which would hold the tokens of task links, is not collected: do not add a diagnostic setting for AppServiceHTTPLogs.

@description('A column without what follows /tasks/ in it.')
func withoutToken(column string) string => 'replace_regex(tostring(${column}), @"(/tasks/)[^?#]+", @"\\1-")'

@description('Begins the names.')
param name string

@description('Where telemetry goes.')
param insightsName string

@description('Where it stands.')
param location string

@description('Days for which logs and metrics are kept.')
param logDays int

@description('Gigabytes of logs a day at most.')
param dailyLogGb int

@description('The app\'s identity: names what is granted to it.')
param identityId string

@description('The same, as the directory knows it: to whom it is granted.')
param principalId string

@description('Monitoring Metrics Publisher: sends telemetry, reads none.')
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

module workspace 'workspace.bicep' = {
  params: {
    name: '${name}-logs'
    location: location
    logDays: logDays
    dailyLogGb: dailyLogGb
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.outputs.id
    IngestionMode: 'LogAnalytics'
    DisableIpMasking: false
    DisableLocalAuth: true
    RetentionInDays: logDays
  }
}

resource mayPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identityId, metricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

// The host measures requests by itself, path and all, and a path under /tasks/ holds the token of a task's link. It is taken out before anything is kept.
resource withoutTokens 'Microsoft.Insights/dataCollectionRules@2024-03-11' = {
  name: '${name}-without-tokens'
  location: location
  kind: 'WorkspaceTransforms'
  properties: {
    destinations: {
      logAnalytics: [
        { name: 'workspace', workspaceResourceId: workspace.outputs.id }
      ]
    }
    dataFlows: [
      for table in ['AppRequests', 'AppDependencies', 'AppPageViews']: {
        streams: ['Microsoft-Table-${table}']
        destinations: ['workspace']
        transformKql: table == 'AppDependencies' ? 'source | extend Data = ${withoutToken('Data')}, Name = ${withoutToken('Name')}' : 'source | extend Url = ${withoutToken('Url')}, Name = ${withoutToken('Name')}'
      }
    ]
  }
}

module workspaceWithRule 'workspace.bicep' = {
  params: {
    name: '${name}-logs'
    location: location
    logDays: logDays
    dailyLogGb: dailyLogGb
    ruleId: withoutTokens.id
  }
}

@description('Where everything is logged.')
output workspaceId string = workspace.outputs.id
