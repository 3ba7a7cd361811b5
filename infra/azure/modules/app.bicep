// The Functions app: Flex Consumption, since it alone scales to zero, needs no storage key (no file share), and takes .NET isolated on Linux.
import { capacitySettings, mailSettings, signInSettings } from '../types.bicep'

@description('Of the app.')
param name string

@description('Where it stands.')
param location string

@description('Who the app is.')
param identityId string

@description('The same, as clients name it.')
param identityClientId string

@description('Of the host and the durable engine.')
param hostStorage { blob: string, queue: string, table: string }

@description('Where the program is put.')
param packageUrl string

@description('Of facts and documents.')
param programmeStorage { blob: string, queue: string, table: string }

@description('Where the secrets are.')
param vaultUri string

@description('Where telemetry goes.')
param insightsName string

@description('Where sign-ins are logged.')
param workspaceId string

@description('Where the app goes out; empty: straight into the internet.')
param subnetId string

@description('Who our mail comes from, and where replies go.')
param mail mailSettings

@description('Days after which received mail is deleted: the app says so in the audit chain.')
param mailDays int

@description('Whose accounts sign in.')
param signIn signInSettings

@description('How much runs at once.')
param capacity capacitySettings

@description('Each group of functions with its instances kept ready: http for pages and webhooks, durable for orchestrators and activities.')
var ready = [
  { name: 'http', instanceCount: capacity.readyForHttp }
  { name: 'durable', instanceCount: capacity.readyForWorkflows }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  tags: { 'azd-service-name': 'app' }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    outboundVnetRouting: empty(subnetId) ? null : { allTraffic: true }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      // Flex Consumption runs from this package by itself: WEBSITE_RUN_FROM_PACKAGE must not be set.
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: capacity.memoryMB
        maximumInstanceCount: capacity.maximumInstances
        alwaysReady: filter(ready, group => group.instanceCount > 0)
        triggers: {
          http: { perInstanceConcurrency: capacity.httpConcurrency }
        }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
    }
  }

  resource ftpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource deploymentPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  // Every setting that the app reads stands here, and tests/unit/Infrastructure compares. WEBSITE_AUTH_ENABLED does not: App Service sets it
  // as it signs people in, and the app believes the principal's header for no other reason. Set by hand, it would open the doors without a lock.
  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsStorage__blobServiceUri: hostStorage.blob
      AzureWebJobsStorage__queueServiceUri: hostStorage.queue
      AzureWebJobsStorage__tableServiceUri: hostStorage.table
      AzureWebJobsDisableHomepage: 'true'
      // no secret: without an identity nothing is taken there
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      ProgrammeStorage__clientId: identityClientId
      ProgrammeStorage__blobServiceUri: programmeStorage.blob
      ProgrammeStorage__tableServiceUri: programmeStorage.table
      // without a version: a new one is taken up within a day, or at the next restart
      SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/SendGrid-ApiKey)'
      SendGrid__Host: mail.sendGridHost
      Mail__TokenSecret: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/Mail-TokenSecret)'
      Mail__Domain: mail.domain
      Mail__ReplyDomain: mail.replyDomain
      Mail__FromName: mail.fromName
      Mail__FromAddress: mail.fromAddress
      Mail__InboundPublicKey: mail.inboundPublicKey
      Mail__EventsPublicKey: mail.eventsPublicKey
      Mail__PublicUrl: mail.publicUrl
      Mail__KeptDays: string(mailDays)
      Mail__Heartbeat: string(mail.?heartbeat ?? true)
      Mail__HeartbeatHours: string(mail.?heartbeatHours ?? 26)
      Mail__Rehearsal: mail.?rehearsal ?? ''
      Mail__OnlyTo: mail.?onlyTo ?? ''
      Mail__Overviews: string(mail.?overviews ?? true)
      Programme__FirstApprover: signIn.firstApprover
      Programme__ErasedAfterYears: string(signIn.?erasedAfterYears ?? 0)
      MICROSOFT_PROVIDER_AUTHENTICATION_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/SignIn-ClientSecret)'
    }
  }

  // Anonymous requests pass: webhooks and task links prove themselves in the code, where a redirect to a sign-in page would lose mail.
  // What App Service does for them all the same: it takes away X-MS-CLIENT-PRINCIPAL headers that a client has made up.
  resource authentication 'config' = {
    name: 'authsettingsV2'
    dependsOn: [settings]
    properties: {
      platform: { enabled: true, runtimeVersion: '~1' }
      globalValidation: {
        requireAuthentication: false
        unauthenticatedClientAction: 'AllowAnonymous'
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            openIdIssuer: '${environment().authentication.loginEndpoint}${signIn.tenantId}/v2.0'
            clientId: signIn.clientId
            clientSecretSettingName: 'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET'
          }
          validation: {
            allowedAudiences: [signIn.clientId, 'api://${signIn.clientId}']
            defaultAuthorizationPolicy: { allowedApplications: [signIn.clientId] }
          }
        }
      }
      login: {
        // nobody's tokens are needed after the sign-in, so none are kept
        tokenStore: { enabled: false }
        // a working day: whoever has left the directory is not signed in tomorrow
        cookieExpiration: { convention: 'FixedTime', timeToExpiration: '08:00:00' }
        nonce: { validateNonce: true }
      }
      httpSettings: { requireHttps: true }
    }
  }
}

#disable-next-line use-recent-api-versions // the newest without 'preview' is of 2016
resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'sign-ins'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceAuthenticationLogs', enabled: true }
    ]
  }
}

@description('Of the app.')
output name string = app.name

@description('Where it is reached.')
output host string = app.properties.defaultHostName
