// What the Functions host and the durable engine keep for themselves: leases, keys, queues, histories, and the program's package.
// Nothing in it is the programme's: the daily reconciliation starts from the facts whatever is lost here.

@description('Of the account.')
param name string

@description('Where it stands.')
param location string

@description('Where it is copied to.')
param sku 'Standard_LRS' | 'Standard_ZRS'

@description('The app\'s identity: names what is granted to it.')
param identityId string

@description('The same, as the directory knows it: to whom it is granted.')
param principalId string

@description('Where it is logged what was deleted.')
param workspaceId string

@description('Whether it is reached through private endpoints only.')
param privateNetwork bool

@description('Where the program is put, and fetched from by every instance that starts.')
var package = 'app-package'

@description('What the host asks for with an identity (blobs: owner, for leases and keys), and the durable engine (queues and tables).')
var roles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
]

module account 'account.bicep' = {
  params: {
    name: name
    location: location
    sku: sku
    privateNetwork: privateNetwork
    containers: [package]
    versioned: false // leases and large messages are overwritten all the time
    undoDays: 7
    roles: roles
    identityId: identityId
    principalId: principalId
    workspaceId: workspaceId
  }
}

@description('Of the account.')
output id string = account.outputs.id

@description('Where its services are reached.')
output endpoints { blob: string, queue: string, table: string } = account.outputs.endpoints

@description('Where the program is put.')
output packageUrl string = '${account.outputs.endpoints.blob}${package}'
