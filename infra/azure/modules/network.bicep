// A network of the platform's own: the app goes out through one half, storage and vault answer in the other.

@description('Begins the names.')
param name string

@description('Where it stands.')
param location string

@description('The account of host and task hub.')
param hostStorageId string

@description('The account of facts and documents.')
param programmeStorageId string

@description('The vault.')
param vaultId string

@description('What is reached privately: the name in DNS of each kind, and which service of which resource answers to it.')
var doors = [
  { key: 'host-blob', id: hostStorageId, service: 'blob', zone: 0 }
  { key: 'host-queue', id: hostStorageId, service: 'queue', zone: 1 }
  { key: 'host-table', id: hostStorageId, service: 'table', zone: 2 }
  { key: 'programme-blob', id: programmeStorageId, service: 'blob', zone: 0 }
  { key: 'programme-table', id: programmeStorageId, service: 'table', zone: 2 }
  { key: 'vault', id: vaultId, service: 'vault', zone: 3 }
]

@description('The private half of each service\'s own zone.')
var zoneNames = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.queue.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  replace(environment().suffixes.keyvaultDns, '.vault.', 'privatelink.vaultcore.')
]

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.20.0.0/25' // an address for each instance, and then some
          delegations: [
            {
              name: 'flex-consumption'
              properties: { serviceName: 'Microsoft.App/environments' }
            }
          ]
        }
      }
      {
        name: 'doors'
        properties: {
          addressPrefix: '10.20.0.128/27'
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource appSubnet 'subnets' existing = {
    name: 'app'
  }

  resource doorSubnet 'subnets' existing = {
    name: 'doors'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zoneNames: {
    name: zone
    location: 'global'
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, i) in zoneNames: {
    parent: zones[i]
    name: '${name}-network'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

module endpoints 'private-endpoint.bicep' = [
  for door in doors: {
    params: {
      name: '${name}-${door.key}'
      location: location
      targetId: door.id
      service: door.service
      subnetId: network::doorSubnet.id
      zoneId: zones[door.zone].id
    }
  }
]

@description('Where the app goes out.')
output appSubnetId string = network::appSubnet.id
