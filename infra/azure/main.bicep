// The platform on Azure: one resource group, no key and no secret in it or in its parameters.
// What is created, in which order and at what cost: docs/deployment.md.
targetScope = 'resourceGroup'

@description('Begins every name. Lower-case letters and digits; another one makes a second, independent platform (test beside live).')
@minLength(3)
@maxLength(11)
param name string

@description('Where everything stands. Must offer the Flex Consumption plan.')
param location string = resourceGroup().location

@description('Where people reach the pages, https and without a slash at the end. Also goes into mails, so it must not change later.')
param publicUrl string

@description('Domain of Message-IDs and of the sender address.')
param mailDomain string

@description('Domain whose MX record points to SendGrid Inbound Parse.')
param replyDomain string

param fromName string = 'A-CIP Programme'
param fromAddress string

@description('Address of the very first approver. Acts only while nobody is an approver; empty it afterwards.')
param firstApprover string = ''

@description('Public keys of SendGrid Inbound Parse, separated by spaces; two during a rotation. Public: not secrets.')
param inboundPublicKey string

@description('Public keys of the SendGrid Event Webhook, likewise.')
param eventsPublicKey string

@description('https://api.eu.sendgrid.com for an account in the European Union.')
@allowed(['https://api.sendgrid.com', 'https://api.eu.sendgrid.com'])
param sendGridHost string = 'https://api.sendgrid.com'

@description('Directory whose accounts, guests included, sign in. One directory only: an address that any directory may claim proves nothing.')
param signInTenantId string = tenant().tenantId

@description('Application (client) id of the registration in that directory.')
param signInClientId string

@description('Who is told when something is wrong.')
@minLength(1)
param alertAddresses string[]

@description('Days for which approved plans, issued reports and audit heads can be neither changed nor deleted. 3653: ten years.')
@minValue(1)
@maxValue(146000)
param keepDays int = 3653

@description('Days after which received mail is deleted. It holds personal data: as short as the auditors allow.')
@minValue(30)
param mailDays int = 730

@description('Zone-redundant storage survives a data centre; geo-zone-redundant a region, at about twice the price.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS', 'Standard_RAGZRS'])
param storageSku string = 'Standard_ZRS'

@description('Instances kept warm for pages and webhooks. 0 costs nothing while idle, and a first request then waits some seconds.')
@minValue(0)
@maxValue(5)
param warmInstances int = 0

@minValue(1)
@maxValue(100)
param maximumInstances int = 20

@description('Days for which logs and metrics are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

var unique = take(uniqueString(resourceGroup().id, name), 6)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-app'
  location: location
}

module storage 'modules/storage.bicep' = {
  params: {
    name: '${name}${unique}'
    location: location
    sku: storageSku
    keepDays: keepDays
    mailDays: mailDays
    principalId: identity.properties.principalId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: '${name}-${unique}'
    location: location
    principalId: identity.properties.principalId
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    location: location
    logDays: logDays
    principalId: identity.properties.principalId
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: '${name}-${unique}'
    location: location
    identityId: identity.id
    identityClientId: identity.properties.clientId
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    packageContainer: storage.outputs.packageContainer
    vaultUri: vault.outputs.uri
    insightsConnection: monitoring.outputs.insightsConnection
    publicUrl: publicUrl
    mailDomain: mailDomain
    replyDomain: replyDomain
    fromName: fromName
    fromAddress: fromAddress
    firstApprover: firstApprover
    inboundPublicKey: inboundPublicKey
    eventsPublicKey: eventsPublicKey
    sendGridHost: sendGridHost
    signInTenantId: signInTenantId
    signInClientId: signInClientId
    warmInstances: warmInstances
    maximumInstances: maximumInstances
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    workspaceId: monitoring.outputs.workspaceId
    addresses: alertAddresses
  }
}

output appName string = app.outputs.name
output appHost string = app.outputs.host
output vaultName string = vault.outputs.name
output storageName string = storage.outputs.name
output signInRedirect string = 'https://${app.outputs.host}/.auth/login/aad/callback'
output inboundParseUrl string = 'https://${app.outputs.host}/api/mail/inbound'
output eventWebhookUrl string = 'https://${app.outputs.host}/api/mail/events'
