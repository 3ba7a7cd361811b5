// The facts (tables), the documents (blobs), and what the Functions host and the durable engine keep for themselves (all three services).
param name string
param location string
param sku string
param keepDays int
param mailDays int
param principalId string

@description('Written once and never again: a container holds them to it, whoever has which role.')
var unchangeable = ['plan-versions', 'donor-reports', 'audit-heads']

@description('Received mail is personal data: it is deleted after a time, so it must not be unchangeable.')
var passing = ['received-mail', 'mail-files']

@description('Stays, yet may have to be removed by a person: evidence and registers can name somebody. Their hashes stand in what is unchangeable.')
var lasting = ['evidence', 'registers']

var package = 'app-package'

// The built-in roles that Durable Functions needs with an identity. Not Blob Data *Owner*: that one may act as superuser on immutable blobs.
var roles = {
  'Storage Blob Data Contributor': 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
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
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

resource kept 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for container in unchangeable: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

// Unlocked at first, so that a trial can be taken down. Locking cannot be undone, and only a person may do it: docs/deployment.md, step 8.
resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = [
  for (container, i) in unchangeable: {
    parent: kept[i]
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: keepDays
      allowProtectedAppendWrites: false
    }
  }
]

resource others 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for container in concat(passing, lasting, [package]): {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
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
              baseBlob: { delete: { daysAfterCreationGreaterThan: mailDays } }
            }
          }
        }
      ]
    }
  }
}

resource mayUse 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, principalId, role.value)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

// Tables have no soft delete: without this, one wrong click on the account would take the programme's memory with it.
resource notToBeDeleted 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'the-programme-s-memory'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the facts, documents and audit trail of the programme.'
  }
}

output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
output packageContainer string = package
