// The rehearsal: the same shape as prod, so that what works here works there, but nothing is kept for years and nothing is locked.
using 'main.bicep'

param name = 'aciptest'
param location = 'westeurope'
param mail = {
  publicUrl: 'https://test.acip.example'
  domain: 'test.acip.example'
  replyDomain: 'reply.test.acip.example'
  fromName: 'A-CIP Programme (test)'
  fromAddress: 'programme@test.acip.example'
  inboundPublicKey: ''
  eventsPublicKey: ''
  sendGridHost: 'https://api.sendgrid.com'
  rehearsal: 'test' // in every subject, and on every page
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
  undoDays: 30
  logDays: 30
  deletionLock: false
}
param capacity = {
  memoryMB: 2048
  httpConcurrency: 16
  maximumInstances: 20
  readyForHttp: 0
  readyForWorkflows: 1
}
param redundancy = {
  programme: 'Standard_ZRS'
  host: 'Standard_ZRS'
}
param operations = {
  addresses: ['operations@acip.example']
  dailyLogGb: 1
  monthlyBudget: 60
  budgetFrom: '2026-12-01'
}
param privateNetwork = true
