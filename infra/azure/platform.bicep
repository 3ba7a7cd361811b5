// Everything inside the resource group. What each part is for stands at the top of its module.
import { capacitySettings, mailSettings, operationsSettings, redundancySettings, retentionSettings, signInSettings } from 'types.bicep'

@description('Begins every name. Lower-case letters and digits; another one makes a second, independent platform (test beside live).')
@minLength(3)
@maxLength(11)
param name string

@description('Where everything stands. Must offer the Flex Consumption plan.')
param location string = resourceGroup().location

@description('Who our mail comes from, and where replies go.')
param mail mailSettings

@description('Whose accounts sign in.')
param signIn signInSettings

@description('How long things stay.')
param retention retentionSettings

@description('How much runs at once.')
param capacity capacitySettings

@description('Where the two storage accounts are copied to.')
param redundancy redundancySettings

@description('Who is told what, and what it may cost.')
param operations operationsSettings

@description('Whether storage and vault are reached through a network of their own only. The app itself stays public: SendGrid must reach it.')
param privateNetwork bool

@description('Makes names that nobody else in the world has.')
var unique = take(uniqueString(resourceGroup().id, name), 6)

@description('Where telemetry goes.')
var insightsName = '${name}-insights'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-app'
  location: location
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    insightsName: insightsName
    location: location
    logDays: retention.logDays
    dailyLogGb: operations.dailyLogGb
    identityId: identity.id
    principalId: identity.properties.principalId
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  params: {
    name: '${name}host${unique}'
    location: location
    sku: redundancy.host
    identityId: identity.id
    principalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
    privateNetwork: privateNetwork
  }
}

module programmeStorage 'modules/programme-storage.bicep' = {
  params: {
    name: '${name}data${unique}'
    location: location
    sku: redundancy.programme
    retention: retention
    identityId: identity.id
    principalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
    privateNetwork: privateNetwork
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: '${name}-${unique}'
    location: location
    deletionLock: retention.deletionLock
    identityId: identity.id
    principalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
    privateNetwork: privateNetwork
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: {
    name: name
    location: location
    hostStorageId: hostStorage.outputs.id
    programmeStorageId: programmeStorage.outputs.id
    vaultId: vault.outputs.id
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: '${name}-${unique}'
    location: location
    identityId: identity.id
    identityClientId: identity.properties.clientId
    hostStorage: hostStorage.outputs.endpoints
    packageUrl: hostStorage.outputs.packageUrl
    programmeStorage: programmeStorage.outputs.endpoints
    vaultUri: vault.outputs.uri
    insightsName: insightsName
    workspaceId: monitoring.outputs.workspaceId
    subnetId: network.?outputs.appSubnetId ?? ''
    mailDays: retention.mailDays
    mail: mail
    signIn: signIn
    capacity: capacity
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    workspaceId: monitoring.outputs.workspaceId
    principalId: identity.properties.principalId
    storageIds: [hostStorage.outputs.id, programmeStorage.outputs.id]
    addresses: operations.addresses
    heartbeatHours: mail.?heartbeatHours ?? 26
    healthUrl: 'https://${app.outputs.host}/api/health'
    insightsName: insightsName
  }
}

module budget 'modules/budget.bicep' = {
  params: {
    name: '${name}-month'
    amount: operations.monthlyBudget
    from: operations.budgetFrom
    addresses: operations.addresses
  }
}

@description('The Functions app, where the program goes.')
output appName string = app.outputs.name

@description('Where the app is reached before it has a domain of its own.')
output appHost string = app.outputs.host

@description('The vault that waits for its three secrets.')
output vaultName string = vault.outputs.name

@description('The account with the facts and documents.')
output programmeStorageName string = programmeStorage.outputs.name

@description('To be entered in the registration of the sign-in.')
output signInRedirect string = 'https://${app.outputs.host}/.auth/login/aad/callback'

@description('To be entered at SendGrid: Inbound Parse.')
output inboundParseUrl string = 'https://${app.outputs.host}/api/mail/inbound'

@description('To be entered at SendGrid: Event Webhook.')
output eventWebhookUrl string = 'https://${app.outputs.host}/api/mail/events'
