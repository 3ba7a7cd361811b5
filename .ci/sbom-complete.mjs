// sbom-complete.mjs BILL DEPS: ends with 1 where a package that .NET would load is missing from the bill of materials.
import { readFileSync } from 'node:fs';

const [bill, deps] = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, 'utf8')));
const key = (name, version) => `${name}/${version}`.toLowerCase();
const billed = new Set(bill.components.map(one => key(one.name, one.version)));
const loaded = Object.entries(deps.libraries).filter(([, library]) => library.type === 'package').map(([name]) => name.toLowerCase());
const missing = loaded.filter(name => !billed.has(name));
if (loaded.length === 0 || missing.length > 0) {
  console.error(`${process.argv[2]}: missing ${missing.join(', ') || 'everything'}`);
  process.exit(1);
}
console.log(`${process.argv[2]}: ${billed.size} packages, among them all ${loaded.length} that are loaded`);
