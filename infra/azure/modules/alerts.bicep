// What a person must hear of. Each query looks for words that the code logs; tests/unit/Infrastructure checks that it still does.

@description('Begins the names.')
param name string

@description('Where it stands.')
param location string

@description('Where everything is logged.')
param workspaceId string

@description('Both accounts.')
param storageIds string[]

@description('The app, as the directory knows it.')
param principalId string

@description('Who is told.')
param addresses string[]

@description('Whatever was said, as a message or as an exception.')
var said = 'union isfuzzy=true AppTraces, AppExceptions | extend Said = strcat(Message, " ", OuterMessage, " ", tostring(Properties))'

@description('Whoever goes away before the answer is there cancels an invocation, which then counts as failed: that is no fault of ours.')
var failures = 'AppRequests | where Success == false | join kind=leftanti (AppExceptions | where ExceptionType has "OperationCanceled" or ExceptionType has "TaskCanceled") on OperationId'

@description('What is listened for.')
var rules = [
  {
    key: 'unsigned-mail'
    title: 'Webhooks arrive without a genuine signature'
    what: 'Nothing was stored. Either somebody tries, or SendGrid has a new key: it tries again for three days (docs/deployment.md, rotation).'
    query: '${said} | where Said has "without a genuine signature"'
    severity: 1
    window: 'PT15M'
  }
  {
    key: 'mail-not-stored'
    title: 'Received mail or delivery events could not be stored'
    what: 'SendGrid tries again for three days. Is storage reachable?'
    query: '${said} | where Said has "could not be stored"'
    severity: 1
    window: 'PT15M'
  }
  {
    key: 'mail-dropped'
    title: 'Outgoing mail was refused'
    what: 'The mail service refused a message for good, or answers with errors. Somebody is not being asked.'
    query: '${said} | where Said has "was refused by the mail service" or Said has "The mail service answered"'
    severity: 2
    window: 'PT1H'
  }
  {
    key: 'workflow-failed'
    title: 'A workflow has failed, or a message of the durable engine is poisonous'
    what: 'A failed orchestration does not start again by itself. Look at it with the durable HTTP API; the table still has the truth.'
    query: '${said} | where (Said has "(Orchestrator)" and Said has "failed with an error") or Said has "Poison message" or Said has "PoisonMessage"'
    severity: 1
    window: 'PT1H'
  }
  {
    key: 'requests-failing'
    title: 'Functions fail'
    what: 'More than ten invocations have failed within an hour. Readers who went away before the page was there are not counted.'
    query: '${failures} | summarize Failures = count() by OperationName, bin(TimeGenerated, 1h) | where Failures > 10'
    severity: 2
    window: 'PT1H'
  }
  {
    key: 'secrets-read'
    title: 'Somebody other than the app has read or changed a secret'
    what: 'Expected while a person sets or rotates a secret, and at no other time.'
    query: 'AzureDiagnostics | where ResourceProvider == "MICROSOFT.KEYVAULT" and OperationName in ("SecretGet", "SecretSet", "SecretDelete") and identity_claim_oid_g != "${principalId}"'
    severity: 2
    window: 'PT1H'
  }
  {
    key: 'logs-full'
    title: 'The day has logged as much as it may'
    what: 'Until tomorrow nothing more is logged, and no alert that listens to logs can speak.'
    query: '_LogOperation | where Category =~ "Ingestion" and Detail has "OverQuota"'
    severity: 1
    window: 'PT1H'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-people'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      for address in addresses: {
        name: address
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource heard 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: '${name}-${rule.key}'
    location: location
    properties: {
      displayName: rule.title
      description: rule.what
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.window
      windowSize: rule.window
      skipQueryValidation: true // the tables do not exist before the app has logged for the first time
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

// The others speak when something is said; this one when nothing is.
resource silence 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
  name: '${name}-silence'
  location: location
  properties: {
    displayName: 'The daily reconciliation has not run'
    description: 'For a day no timer has fired: the app does not run, so nobody is asked or reminded.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT6H'
    windowSize: 'P1D'
    overrideQueryTimeRange: 'P2D'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where TimeGenerated > ago(26h) and Message has "Daily reconciliation" | summarize Runs = count()'
          timeAggregation: 'Total'
          metricMeasureColumn: 'Runs'
          operator: 'LessThan'
          threshold: 1
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}

// Without storage nothing is said at all, by anybody.
resource storage 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for (id, i) in storageIds: {
    name: '${name}-storage-${i}'
    location: 'global'
    properties: {
      description: 'Of the requests to a storage account more than one in a hundred has failed for an hour.'
      severity: 1
      enabled: true
      scopes: [id]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT1H'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: 'availability'
            criterionType: 'StaticThresholdCriterion'
            metricName: 'Availability'
            timeAggregation: 'Average'
            operator: 'LessThan'
            threshold: 99
          }
        ]
      }
      actions: [
        { actionGroupId: people.id }
      ]
    }
  }
]
