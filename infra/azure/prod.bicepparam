// The programme itself. Copy it, or fill it in: nothing here is secret, secrets go straight into the key vault (docs/deployment.md, step 4).
using 'main.bicep'

param name = 'acip'
param location = 'westeurope'
param mail = {
  publicUrl: 'https://acip.example'
  domain: 'acip.example'
  replyDomain: 'reply.acip.example'
  fromName: 'A-CIP Programme'
  fromAddress: 'programme@acip.example'
  inboundPublicKey: ''
  eventsPublicKey: ''
  sendGridHost: 'https://api.sendgrid.com'
}
param signIn = {
  tenantId: '00000000-0000-0000-0000-000000000000'
  clientId: '00000000-0000-0000-0000-000000000000'
  firstApprover: ''
}
param retention = {
  documentDays: 3653
  mailDays: 730
  undoDays: 30
  logDays: 90
  deletionLock: true
}
param capacity = {
  memoryMB: 2048
  httpConcurrency: 16
  maximumInstances: 20
  readyForHttp: 0
  readyForWorkflows: 1
}
param redundancy = {
  programme: 'Standard_GZRS'
  host: 'Standard_ZRS'
}
param operations = {
  addresses: ['operations@acip.example']
  dailyLogGb: 1
  monthlyBudget: 150
  budgetFrom: '2026-12-01'
}
param privateNetwork = true
