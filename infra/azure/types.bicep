// The parameters, in groups: what they mean and within which bounds stands here once, for main.bicep and platform.bicep alike.

@export()
@description('Who our mail comes from, where replies go, and how SendGrid proves itself. Nothing in it is secret.')
type mailSettings = {
  @description('Where people reach the pages, https and without a slash at the end. Also goes into mails, so it must not change later.')
  publicUrl: string

  @description('Domain of Message-IDs and of the sender address.')
  domain: string

  @description('Domain whose MX record points to SendGrid Inbound Parse.')
  replyDomain: string

  @description('Name that recipients see.')
  fromName: string

  @description('Address that recipients see.')
  fromAddress: string

  @description('Public keys of SendGrid Inbound Parse, separated by spaces; two during a rotation.')
  inboundPublicKey: string

  @description('Public keys of the SendGrid Event Webhook, likewise.')
  eventsPublicKey: string

  @description('False: no test mail to our own reply address once a day. True where left out.')
  heartbeat: bool?

  @description('Hours without one coming back after which officers are told; 26 where left out.')
  @minValue(25)
  @maxValue(336)
  heartbeatHours: int?

  @description('Name of a deployment that is not in production: stands on every page and in every subject. Left out in production.')
  rehearsal: string?

  @description('Of a rehearsal: the only addresses, or domains such as @acip.example.org, that mail goes to, separated by spaces.')
  onlyTo: string?

  @description('Whether officers, the Secretariat and coordinators get their weekly and monthly overviews. True where left out.')
  overviews: bool?

  @description('The European one for an account kept in the European Union.')
  sendGridHost: 'https://api.sendgrid.com' | 'https://api.eu.sendgrid.com'
}

@export()
@description('Whose accounts sign in.')
type signInSettings = {
  @description('Directory whose accounts, guests included, sign in. One directory only: an address that any directory may claim proves nothing.')
  tenantId: string

  @description('Application (client) id of the registration in that directory.')
  clientId: string

  @description('Address of the very first approver, whom nobody else can confirm. Acts only while nobody is an approver; empty afterwards.')
  firstApprover: string

  @description('Years after the end of their last role, after which people are erased. Nobody by itself where left out.')
  erasedAfterYears: int?
}

@export()
@description('How long things stay.')
type retentionSettings = {
  @description('Days for which approved plans, issued reports and audit heads can be neither changed nor deleted. 3653: ten years.')
  @minValue(1)
  @maxValue(146000)
  documentDays: int

  @description('Days after which received mail is deleted. It holds personal data: as short as the auditors allow.')
  @minValue(1)
  mailDays: int

  @description('Days for which what was deleted or overwritten can be brought back.')
  @minValue(7)
  @maxValue(365)
  undoDays: int

  @description('Days for which logs and metrics are kept.')
  @minValue(30)
  @maxValue(730)
  logDays: int

  @description('Whether a lock keeps the programme\'s storage account and vault from being deleted.')
  deletionLock: bool
}

@export()
@description('How much runs at once.')
type capacitySettings = {
  @description('Memory of an instance. 2048: the greatest mail that SendGrid delivers took some 800 MB on its way in, the greatest donor report 161 MB.')
  memoryMB: 2048 | 4096

  @description('Requests that an instance takes at once before another one starts.')
  @minValue(1)
  @maxValue(1000)
  httpConcurrency: int

  @description('Instances at most.')
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int

  @description('Instances kept ready for pages and webhooks. With 0 the first request after a quiet time waits some 15 seconds.')
  @minValue(0)
  @maxValue(20)
  readyForHttp: int

  @description('Instances kept ready for workflows. With 0 a timer that is due waits until the scale controller looks.')
  @minValue(0)
  @maxValue(20)
  readyForWorkflows: int
}

@export()
@description('How often storage is copied, and how far away.')
type storageSku = 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS' | 'Standard_RAGZRS'

@export()
@description('Where the two storage accounts are copied to.')
type redundancySettings = {
  @description('Facts and documents. ZRS survives a data centre; GZRS a region, at about twice the price; RAGZRS can be read there meanwhile.')
  programme: storageSku

  @description('The host and the task hub. Whatever is lost there is started anew from the facts, so a second region is never worth its price.')
  host: 'Standard_LRS' | 'Standard_ZRS'
}

@export()
@description('Who is told what, and what it may cost.')
type operationsSettings = {
  @description('Who is told when something is wrong.')
  @minLength(1)
  addresses: string[]

  @description('Gigabytes of logs a day at most; what comes after is lost, so an alert tells of it.')
  @minValue(1)
  @maxValue(100)
  dailyLogGb: int

  @description('What a month may cost, in the currency of the subscription. It is told, not enforced.')
  @minValue(1)
  monthlyBudget: int

  @description('First day of the month from which the budget counts, as 2026-12-01. It cannot be changed later.')
  budgetFrom: string
}
