// For trying things: nothing is kept long, nothing is kept ready, everything can be taken down again.
using 'main.bicep'

param name = 'acipdev'
param location = 'westeurope'
param mail = {
  publicUrl: 'https://dev.acip.example'
  domain: 'dev.acip.example'
  replyDomain: 'reply.dev.acip.example'
  fromName: 'A-CIP Programme (dev)'
  fromAddress: 'programme@dev.acip.example'
  inboundPublicKey: ''
  eventsPublicKey: ''
  sendGridHost: 'https://api.sendgrid.com'
  rehearsal: 'dev' // in every subject, and on every page
  onlyTo: '@acip.example' // whoever else is registered here gets no mail
}
param signIn = {
  tenantId: '00000000-0000-0000-0000-000000000000'
  clientId: '00000000-0000-0000-0000-000000000000'
  firstApprover: ''
}
param retention = {
  documentDays: 1
  mailDays: 30
  undoDays: 7
  logDays: 30
  deletionLock: false
}
param capacity = {
  memoryMB: 2048
  httpConcurrency: 16
  maximumInstances: 2
  readyForHttp: 0
  readyForWorkflows: 0
}
param redundancy = {
  programme: 'Standard_LRS'
  host: 'Standard_LRS'
}
param operations = {
  addresses: ['operations@acip.example']
  dailyLogGb: 1
  monthlyBudget: 20
  budgetFrom: '2026-12-01'
}
param privateNetwork = false
