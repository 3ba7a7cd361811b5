// Tells when a month becomes dearer than planned. Nothing is switched off: a programme that stops asking would cost more.

@description('Of the budget.')
param name string

@description('What a month may cost, in the currency of the subscription.')
param amount int

@description('First day of the month from which it counts.')
param from string

@description('Who is told.')
param addresses string[]

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: name
  properties: {
    category: 'Cost'
    timeGrain: 'Monthly'
    amount: amount
    timePeriod: { startDate: from }
    notifications: {
      mostOfIt: {
        enabled: true
        operator: 'GreaterThan'
        thresholdType: 'Actual'
        threshold: 80
        contactEmails: addresses
      }
      allOfIt: {
        enabled: true
        operator: 'GreaterThan'
        thresholdType: 'Actual'
        threshold: 100
        contactEmails: addresses
      }
      allOfItByTheEnd: {
        enabled: true
        operator: 'GreaterThan'
        thresholdType: 'Forecasted'
        threshold: 100
        contactEmails: addresses
      }
    }
  }
}
