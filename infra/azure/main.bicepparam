// For azd, which names the environment and the region itself and takes the rest from 'azd env set NAME value' (docs/deployment.md).
// What has no default must be set; sizes and times are those of prod.bicepparam unless they are set, too.
using 'main.bicep'

param name = readEnvironmentVariable('ACIP_NAME', 'acip')
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param mail = {
  publicUrl: readEnvironmentVariable('ACIP_PUBLIC_URL')
  domain: readEnvironmentVariable('ACIP_MAIL_DOMAIN')
  replyDomain: readEnvironmentVariable('ACIP_REPLY_DOMAIN')
  fromName: readEnvironmentVariable('ACIP_FROM_NAME', 'A-CIP Programme')
  fromAddress: readEnvironmentVariable('ACIP_FROM_ADDRESS')
  inboundPublicKey: readEnvironmentVariable('ACIP_INBOUND_PUBLIC_KEY', '')
  eventsPublicKey: readEnvironmentVariable('ACIP_EVENTS_PUBLIC_KEY', '')
  sendGridHost: 'https://api.sendgrid.com' // or https://api.eu.sendgrid.com
  heartbeat: bool(readEnvironmentVariable('ACIP_HEARTBEAT', 'true'))
  heartbeatHours: int(readEnvironmentVariable('ACIP_HEARTBEAT_HOURS', '26'))
  rehearsal: readEnvironmentVariable('ACIP_REHEARSAL', '') // of anything but production: such as TEST
  onlyTo: readEnvironmentVariable('ACIP_ONLY_TO', '')
  overviews: bool(readEnvironmentVariable('ACIP_OVERVIEWS', 'true'))
}
param signIn = {
  tenantId: readEnvironmentVariable('ACIP_SIGN_IN_TENANT')
  clientId: readEnvironmentVariable('ACIP_SIGN_IN_CLIENT')
  firstApprover: readEnvironmentVariable('ACIP_FIRST_APPROVER', '')
  erasedAfterYears: int(readEnvironmentVariable('ACIP_ERASED_AFTER_YEARS', '0'))
}
param retention = {
  documentDays: int(readEnvironmentVariable('ACIP_DOCUMENT_DAYS', '3653'))
  mailDays: int(readEnvironmentVariable('ACIP_MAIL_DAYS', '730'))
  undoDays: 30
  logDays: 90
  deletionLock: bool(readEnvironmentVariable('ACIP_DELETION_LOCK', 'true'))
}
param capacity = {
  memoryMB: 2048
  httpConcurrency: 16
  maximumInstances: 20
  readyForHttp: int(readEnvironmentVariable('ACIP_READY_FOR_HTTP', '0'))
  readyForWorkflows: int(readEnvironmentVariable('ACIP_READY_FOR_WORKFLOWS', '1'))
}
param redundancy = {
  programme: 'Standard_GZRS'
  host: 'Standard_ZRS'
}
param operations = {
  addresses: split(readEnvironmentVariable('ACIP_ALERT_ADDRESSES'), ' ')
  dailyLogGb: 1
  monthlyBudget: int(readEnvironmentVariable('ACIP_MONTHLY_BUDGET', '150'))
  budgetFrom: readEnvironmentVariable('ACIP_BUDGET_FROM')
}
param privateNetwork = bool(readEnvironmentVariable('ACIP_PRIVATE_NETWORK', 'true'))
