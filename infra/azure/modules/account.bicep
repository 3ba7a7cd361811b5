// A storage account as both are: reached by identity alone, over TLS, never by a key.
import { storageSku } from '../types.bicep'

@description('Of the account.')
param name string

@description('Where it stands.')
param location string

@description('Where it is copied to.')
param sku storageSku

@description('Whether it is reached through private endpoints only.')
param privateNetwork bool

@description('What is made in it, for itself alone.')
param containers string[]

@description('Whether a blob that is overwritten keeps what it was.')
param versioned bool

@description('Days for which deleted blobs and containers can be brought back.')
param undoDays int

@description('Built-in roles, by id, that the app has here and nowhere else.')
param roles string[]

@description('The app\'s identity: names what is granted to it.')
param identityId string

@description('The same, as the directory knows it: to whom it is granted.')
param principalId string

@description('Where it is logged what was written and deleted.')
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowedCopyScope: 'AAD'
    isLocalUserEnabled: false
    isSftpEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
    }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: { enabled: true, keyType: 'Account' }
        queue: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
      }
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: versioned
    deleteRetentionPolicy: { enabled: true, days: undoDays, allowPermanentDelete: false }
    containerDeleteRetentionPolicy: { enabled: true, days: undoDays }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2026-06-01' existing = {
  parent: account
  name: 'default'
}

resource made 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource mayUse 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(account.id, identityId, role)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// Who deleted what, and from where: reads would only be many, and the app says itself what it writes to tables.
#disable-next-line use-recent-api-versions // the newest without 'preview' is of 2016
resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'changes'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

#disable-next-line use-recent-api-versions // the newest without 'preview' is of 2016
resource tableLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'changes'
  scope: tables
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

@description('Of the account.')
output name string = account.name

@description('Of the account.')
output id string = account.id

@description('Where its services are reached.')
output endpoints { blob: string, queue: string, table: string } = {
  blob: account.properties.primaryEndpoints.blob
  queue: account.properties.primaryEndpoints.queue
  table: account.properties.primaryEndpoints.table
}
