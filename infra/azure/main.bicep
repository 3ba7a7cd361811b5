// One platform in one resource group, made by one command: azd up, or az deployment sub create. No key and no secret is in it.
// Who may only work inside a given resource group deploys platform.bicep. In which order and at what cost: docs/deployment.md.
targetScope = 'subscription'

import { capacitySettings, mailSettings, operationsSettings, redundancySettings, retentionSettings, signInSettings } from 'types.bicep'

@description('Begins every name. Lower-case letters and digits; another one makes a second, independent platform (test beside live).')
@minLength(3)
@maxLength(11)
param name string

@description('Where everything stands. Must offer the Flex Consumption plan.')
param location string

@description('What azd calls this environment; it finds the resource group by it.')
param environmentName string = name

@description('The resource group that is made.')
param resourceGroupName string = 'rg-${name}'

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

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: resourceGroupName
  location: location
  tags: { 'azd-env-name': environmentName }
}

module platform 'platform.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    mail: mail
    signIn: signIn
    retention: retention
    capacity: capacity
    redundancy: redundancy
    operations: operations
    privateNetwork: privateNetwork
  }
}

@description('The resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The Functions app, where the program goes.')
output APP_NAME string = platform.outputs.appName

@description('Where the app is reached before it has a domain of its own.')
output APP_HOST string = platform.outputs.appHost

@description('The vault that waits for its three secrets.')
output VAULT_NAME string = platform.outputs.vaultName

@description('The account with the facts and documents.')
output PROGRAMME_STORAGE_NAME string = platform.outputs.programmeStorageName

@description('To be entered in the registration of the sign-in.')
output SIGN_IN_REDIRECT string = platform.outputs.signInRedirect

@description('To be entered at SendGrid: Inbound Parse.')
output INBOUND_PARSE_URL string = platform.outputs.inboundParseUrl

@description('To be entered at SendGrid: Event Webhook.')
output EVENT_WEBHOOK_URL string = platform.outputs.eventWebhookUrl
