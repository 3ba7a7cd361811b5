// What a person must hear of. Each query asks for a figure that the code measures; tests/unit/Infrastructure checks that it still does.

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

@description('Hours without a test mail coming back after which the app says so.')
param heartbeatHours int

@description('Address of the app, where it says whether it works.')
param healthUrl string

@description('Where telemetry goes, and what is seen of the app from outside.')
param insightsName string

@description('From where the app is looked at, by the names that these tests give to places: Amsterdam, Dublin, Virginia.')
var places = ['emea-nl-ams-azr', 'emea-gb-db3-azr', 'us-va-ash-azr']

@description('The sum of a figure that the app counts (workflows/Telemetry/ProgrammeMetrics.cs).')
var counted = 'AppMetrics | where Name in ({0}) | summarize Count = sum(Sum)'

@description('How a figure stood when it was last said, at least once a day.')
var stood = 'AppMetrics | where TimeGenerated > ago(26h) and Name == "{0}" | summarize Count = max(Max)'

@description('Whatever the host and its durable extension said, as a message or as an exception.')
var said = 'union isfuzzy=true AppTraces, AppExceptions | extend Said = strcat(Message, " ", OuterMessage, " ", tostring(Properties))'

@description('What is counted by the app: as it happens, or as it stands.')
var figures = [
  {
    key: 'unsigned-mail'
    title: 'Webhooks arrive without a genuine signature'
    what: 'Nothing was stored. Either somebody tries, or SendGrid has a new key: it tries again for three days (docs/operations.md, rotate).'
    query: format(counted, '"acip.webhook.unsigned"')
    above: 0
    severity: 1
    window: 'PT15M'
  }
  {
    key: 'mail-not-stored'
    title: 'Received mail or delivery events could not be stored'
    what: 'SendGrid tries again for three days. Is storage reachable?'
    query: format(counted, '"acip.webhook.not_stored"')
    above: 0
    severity: 1
    window: 'PT15M'
  }
  {
    key: 'mail-dropped'
    title: 'Outgoing mail was refused'
    what: 'The mail service refused a message for good. Somebody is not being asked.'
    query: format(counted, '"acip.mail.refused"')
    above: 0
    severity: 2
    window: 'PT1H'
  }
  {
    key: 'mail-waiting'
    title: 'Outgoing mail is not taken'
    what: 'Again and again the mail service has not taken a mail within the hour: it is away, or refuses our key. Nothing is lost, and all of it is tried again.'
    query: format(counted, '"acip.mail.not_taken"')
    above: 10
    severity: 2
    window: 'PT1H'
  }
  {
    key: 'outbox-old'
    title: 'A mail has been waiting for more than a day'
    what: 'In seconds, the age of the oldest mail that the mail service does not have: its workflow has given up, and the daily reconciliation has not brought it out either.'
    query: format(stood, 'acip.outbox.age')
    above: 86400
    severity: 2
    window: 'P1D'
  }
  {
    key: 'mail-silent'
    title: 'Mail no longer reaches the system'
    what: 'In seconds, how long ago a test mail to our own reply address came back: look at the MX record, the inbound settings of SendGrid and its keys (docs/operations.md, Mail does not arrive).'
    query: format(stood, 'acip.mail.heartbeat_age')
    above: heartbeatHours * 3600
    severity: 1
    window: 'P1D'
  }
  {
    key: 'mail-unprocessed'
    title: 'A received mail could not be processed'
    what: 'It is kept, and waits for a person; the fault is one of the program.'
    query: format(counted, '"acip.mail.unprocessed"')
    above: 0
    severity: 2
    window: 'PT1H'
  }
  {
    key: 'person-needed'
    title: 'Mails wait for a person'
    what: 'More than twenty received mails wait for the Secretariat to say what they are: people have answered, and hear nothing.'
    query: format(stood, 'acip.needs_person')
    above: 20
    severity: 3
    window: 'P1D'
  }
  {
    key: 'reports-overdue'
    title: 'Many reports are overdue'
    what: 'More than ten open reports are past their due date. Reminders go out by themselves; do they arrive?'
    query: format(stood, 'acip.reports.overdue')
    above: 10
    severity: 3
    window: 'P1D'
  }
  {
    key: 'instances-failed'
    title: 'Failed workflows wait to be looked at'
    what: 'The daily reconciliation has found workflows that failed and that it does not begin again by itself.'
    query: format(stood, 'acip.instances.failed')
    above: 0
    severity: 2
    window: 'P1D'
  }
  {
    key: 'findings-open'
    title: 'The reconciliation has found what it cannot put right'
    what: 'More than five findings are open: they stand on the Secretariat\'s start page, each with what it is about.'
    query: format(stood, 'acip.findings.open')
    above: 5
    severity: 3
    window: 'P1D'
  }
  {
    key: 'requests-failing'
    title: 'Functions fail'
    what: 'More than ten invocations have failed within an hour through a fault of ours. Readers who went away before the page was there are not counted.'
    query: format(counted, '"acip.function.failures"')
    above: 10
    severity: 2
    window: 'PT1H'
  }
]

@description('What only the host, Azure or the vault says.')
var rules = [
  {
    key: 'workflow-failed'
    title: 'A workflow has failed, or a message of the durable engine is poisonous'
    what: 'A failed orchestration does not start again by itself. Look at it with the durable HTTP API; the table still has the truth.'
    query: '${said} | where (Said has "(Orchestrator)" and Said has "failed with an error") or Said has "Poison message" or Said has "PoisonMessage"'
    severity: 1
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

resource measured 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for figure in figures: {
    name: '${name}-${figure.key}'
    location: location
    properties: {
      displayName: figure.title
      description: figure.what
      severity: figure.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: figure.window
      windowSize: figure.window
      overrideQueryTimeRange: figure.window == 'P1D' ? 'P2D' : null
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: figure.query
            timeAggregation: 'Total'
            metricMeasureColumn: 'Count'
            operator: 'GreaterThan'
            threshold: figure.above
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
          query: 'AppMetrics | where TimeGenerated > ago(26h) and Name == "acip.reconciliation.runs" | summarize Runs = sum(Sum)'
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

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// A deployment that does not start says nothing, and silence is heard the next day only: so the app is asked from outside.
resource asked 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-asked'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${insights.id}': 'Resource' }
  properties: {
    Name: '${name}-asked'
    SyntheticMonitorId: '${name}-asked'
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 120 // cold, the first answer takes up to 20 seconds
    RetryEnabled: true
    Locations: [for place in places: { Id: place }]
    Request: {
      RequestUrl: healthUrl
      HttpVerb: 'GET'
      FollowRedirects: false
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

resource away 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${name}-away'
  location: 'global'
  tags: { 'hidden-link:${insights.id}': 'Resource', 'hidden-link:${asked.id}': 'Resource' }
  properties: {
    description: 'From two places of three /api/health does not answer 200: the app does not run, or does not reach storage, its hub or the mail service.'
    severity: 1
    enabled: true
    scopes: [asked.id, insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: asked.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [
      { actionGroupId: people.id }
    ]
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
