// Where everything is logged. Declared a second time with the rule by which what arrives is changed: the rule names the workspace, which therefore comes first.

@description('Of the workspace.')
param name string

@description('Where it stands.')
param location string

@description('Days for which logs and metrics are kept.')
param logDays int

@description('Gigabytes of logs a day at most.')
param dailyLogGb int

@description('The rule by which what arrives is changed; empty: none yet.')
param ruleId string = ''

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    defaultDataCollectionRuleResourceId: empty(ruleId) ? null : ruleId
    workspaceCapping: { dailyQuotaGb: dailyLogGb }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

@description('The workspace.')
output id string = workspace.id
