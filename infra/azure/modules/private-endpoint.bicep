// A door to one service of one resource, and its name in DNS.

@description('Of the door.')
param name string

@description('Where it stands.')
param location string

@description('What is behind it.')
param targetId string

@description('Which of its services.')
param service string

@description('Where it opens.')
param subnetId string

@description('Where its name is entered.')
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = {
  name: name
  location: location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: service
        properties: {
          privateLinkServiceId: targetId
          groupIds: [service]
        }
      }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: service
          properties: { privateDnsZoneId: zoneId }
        }
      ]
    }
  }
}
