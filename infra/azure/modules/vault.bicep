// Holds the secrets; their values are put in by a person (docs/deployment.md, step 4), never by a template or a pipeline.

@description('Of the vault.')
param name string

@description('Where it stands.')
param location string

@description('Whether a lock keeps it from being deleted.')
param deletionLock bool

@description('The app\'s identity: names what is granted to it.')
param identityId string

@description('The same, as the directory knows it: to whom it is granted.')
param principalId string

@description('Where it is logged who read and changed secrets.')
param workspaceId string

@description('Whether it is reached through a private endpoint only.')
param privateNetwork bool

@description('Key Vault Secrets User: reads values, changes nothing.')
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
    }
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identityId, secretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

#disable-next-line use-recent-api-versions // the newest without 'preview' is of 2016
resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'access'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      { categoryGroup: 'audit', enabled: true }
    ]
  }
}

resource notToBeDeleted 'Microsoft.Authorization/locks@2020-05-01' = if (deletionLock) {
  name: 'the-programme-s-secrets'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the secret that every token derives from.'
  }
}

@description('Of the vault.')
output id string = vault.id

@description('Of the vault.')
output name string = vault.name

@description('Where it is reached.')
output uri string = vault.properties.vaultUri
