// The Functions app: Flex Consumption, since it alone scales to zero, needs no storage key (no file share), and takes .NET isolated on Linux.
param name string
param location string
param identityId string
param identityClientId string
param blobEndpoint string
param queueEndpoint string
param tableEndpoint string
param packageContainer string
param vaultUri string
param insightsConnection string
param publicUrl string
param mailDomain string
param replyDomain string
param fromName string
param fromAddress string
param firstApprover string
param inboundPublicKey string
param eventsPublicKey string
param sendGridHost string
param signInTenantId string
param signInClientId string
param warmInstances int
param maximumInstances int

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      // Flex Consumption runs from this package by itself: WEBSITE_RUN_FROM_PACKAGE must not be set.
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances
        alwaysReady: warmInstances == 0 ? [] : [{ name: 'http', instanceCount: warmInstances }]
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
}

resource noPasswordDeployment 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [
  for way in ['ftp', 'scm']: {
    parent: app
    name: way
    properties: { allow: false }
  }
]

// Every setting that the app reads stands here, and tests/unit/Infrastructure compares. WEBSITE_AUTH_ENABLED does not: App Service sets it
// as it signs people in, and the app believes the principal's header for no other reason. Set by hand, it would open the doors without a lock.
resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    AzureWebJobsStorage__blobServiceUri: blobEndpoint
    AzureWebJobsStorage__queueServiceUri: queueEndpoint
    AzureWebJobsStorage__tableServiceUri: tableEndpoint
    AzureWebJobsDisableHomepage: 'true'
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    // without a version: a new one is taken up within a day, or at the next restart
    SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/SendGrid-ApiKey)'
    SendGrid__Host: sendGridHost
    Mail__TokenSecret: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/Mail-TokenSecret)'
    Mail__Domain: mailDomain
    Mail__ReplyDomain: replyDomain
    Mail__FromName: fromName
    Mail__FromAddress: fromAddress
    Mail__InboundPublicKey: inboundPublicKey
    Mail__EventsPublicKey: eventsPublicKey
    Mail__PublicUrl: publicUrl
    Programme__FirstApprover: firstApprover
    MICROSOFT_PROVIDER_AUTHENTICATION_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/SignIn-ClientSecret)'
  }
}

// Anonymous requests pass: webhooks and task links prove themselves in the code, where a redirect to a sign-in page would lose mail.
// What App Service does for them all the same: it takes away X-MS-CLIENT-PRINCIPAL headers that a client has made up.
resource signIn 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
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
          openIdIssuer: '${environment().authentication.loginEndpoint}${signInTenantId}/v2.0'
          clientId: signInClientId
          clientSecretSettingName: 'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET'
        }
        validation: {
          allowedAudiences: [signInClientId, 'api://${signInClientId}']
          defaultAuthorizationPolicy: { allowedApplications: [signInClientId] }
        }
      }
    }
    // nobody's tokens are needed after the sign-in, so none are kept
    login: { tokenStore: { enabled: false } }
    httpSettings: { requireHttps: true }
  }
}

output name string = app.name
output host string = app.properties.defaultHostName
