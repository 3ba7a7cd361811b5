// The programme's memory: its facts (tables) and its documents (blobs). The host has no business here.
import { retentionSettings, storageSku } from '../types.bicep'

@description('Of the account.')
param name string

@description('Where it stands.')
param location string

@description('Where it is copied to.')
param sku storageSku

@description('How long things stay.')
param retention retentionSettings

@description('The app\'s identity: names what is granted to it.')
param identityId string

@description('The same, as the directory knows it: to whom it is granted.')
param principalId string

@description('Where it is logged what was deleted.')
param workspaceId string

@description('Whether it is reached through private endpoints only.')
param privateNetwork bool

@description('Written once and never again: a container holds them to it, whoever has which role.')
var unchangeable = ['plan-versions', 'donor-reports', 'audit-heads']

@description('Received mail is personal data: it is deleted after a time, so it must not be unchangeable.')
var passing = ['received-mail', 'mail-files']

@description('Stays, yet may have to be removed by a person: evidence and registers can name somebody. Their hashes stand in what is unchangeable.')
var lasting = ['evidence', 'registers', 'survey-responses']

@description('Not Blob Data Owner: that one may act as superuser on immutable blobs. No queues: the programme has none.')
var roles = [
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
]

module account 'account.bicep' = {
  params: {
    name: name
    location: location
    sku: sku
    privateNetwork: privateNetwork
    containers: concat(unchangeable, passing, lasting)
    versioned: true
    undoDays: retention.undoDays
    roles: roles
    identityId: identityId
    principalId: principalId
    workspaceId: workspaceId
  }
}

resource made 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: name

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource kept 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' existing = [
  for container in unchangeable: {
    parent: made::blobs
    name: container
  }
]

// Unlocked at first, so that a trial can be taken down. Locking cannot be undone, and only a person may do it: docs/deployment.md, step 8.
resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2026-06-01' = [
  for (container, i) in unchangeable: {
    parent: kept[i]
    name: 'default'
    dependsOn: [account]
    properties: {
      immutabilityPeriodSinceCreationInDays: retention.documentDays
      allowProtectedAppendWrites: false
    }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = {
  parent: made
  name: 'default'
  dependsOn: [account]
  properties: {
    policy: {
      rules: [
        {
          name: 'received-mail-is-deleted'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: map(passing, container => '${container}/')
            }
            actions: {
              baseBlob: { delete: { daysAfterCreationGreaterThan: retention.mailDays } }
              version: { delete: { daysAfterCreationGreaterThan: retention.mailDays } }
            }
          }
        }
        {
          // a version is what somebody overwrote or deleted: soft delete brings it back for undoDays, and then it is gone
          name: 'what-was-removed-is-gone'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: map(lasting, container => '${container}/')
            }
            actions: {
              version: { delete: { daysAfterCreationGreaterThan: 1 } }
            }
          }
        }
      ]
    }
  }
}

// Tables have no soft delete: without this, one wrong click on the account would take the programme's memory with it.
resource notToBeDeleted 'Microsoft.Authorization/locks@2020-05-01' = if (retention.deletionLock) {
  name: 'the-programme-s-memory'
  scope: made
  dependsOn: [account]
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the facts, documents and audit trail of the programme.'
  }
}

@description('Of the account.')
output name string = account.outputs.name

@description('Of the account.')
output id string = account.outputs.id

@description('Where its services are reached.')
output endpoints { blob: string, queue: string, table: string } = account.outputs.endpoints
