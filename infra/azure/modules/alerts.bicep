// What a person must hear of. Each query looks for words that the code logs; tests/unit/Infrastructure checks that it still does.
param name string
param location string
param workspaceId string
param addresses string[]

var said = 'union isfuzzy=true AppTraces, AppExceptions | extend Said = strcat(Message, " ", OuterMessage, " ", tostring(Properties))'

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
    what: 'More than ten invocations have failed within an hour.'
    query: 'AppRequests | where Success == false | summarize Failures = count() by OperationName, bin(TimeGenerated, 1h) | where Failures > 10'
    severity: 2
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

resource heard 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
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
resource silence 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
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
