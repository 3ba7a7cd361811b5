// Copy to main.bicepparam and fill in. Nothing here is secret: secrets go straight into the key vault (docs/deployment.md, step 4).
using 'main.bicep'

param name = 'acip'
param publicUrl = 'https://acip.example'
param mailDomain = 'acip.example'
param replyDomain = 'reply.acip.example'
param fromAddress = 'programme@acip.example'
param inboundPublicKey = ''
param eventsPublicKey = ''
param signInClientId = '00000000-0000-0000-0000-000000000000'
param alertAddresses = ['operations@acip.example']
