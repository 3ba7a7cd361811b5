// node crosscheck.mjs read|write CONNECTION TABLE
// read: prints every row as Microsoft's JavaScript client sees it, types included. write: adds rows of its own, alone and in a transaction.
import { TableClient, TableTransaction, odata } from '@azure/data-tables';

const [mode, connection, table] = process.argv.slice(2);
const client = TableClient.fromConnectionString(connection, table, { allowInsecureConnection: true });

const row = (rowKey) => ({
  partitionKey: "l'été 100 %",
  rowKey,
  String: 'Côte d’Ivoire "{1}" 日本 🌍\n',
  Int32: -7,
  Int64: { type: 'Int64', value: '-9223372036854775808' },
  Double: { type: 'Double', value: '0.1' },
  WholeDouble: { type: 'Double', value: '3' },
  NotANumber: { type: 'Double', value: 'NaN' },
  Infinite: { type: 'Double', value: '-Infinity' },
  Boolean: true,
  Guid: { type: 'Guid', value: 'c2b1b2de-0bb4-4fd4-9c3e-8d3b6f9f3a11' },
  DateTime: { type: 'DateTime', value: '2026-10-31T18:14:59.1234567Z' },
  Binary: { type: 'Binary', value: 'AAH+/w==' },
});

if (mode === 'write') {
  await client.createEntity(row('alone'));
  const transaction = new TableTransaction();
  transaction.createEntity(row("in a 'transaction'"));
  transaction.upsertEntity(row('upserted'), 'Replace');
  await client.submitTransaction(transaction.actions);
} else {
  const rows = [];
  for await (const entity of client.listEntities({ disableTypeConversion: true, queryOptions: { filter: odata`PartitionKey eq ${"l'été 100 %"}` } })) {
    delete entity.etag;
    delete entity.timestamp;
    rows.push(entity);
  }
  console.log(JSON.stringify(rows));
}
