// The comparison of tests/bench/replies: npm's email-reply-parser on the same mails, one thread.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import EmailReplyParser from "email-reply-parser";

const require = createRequire(import.meta.url);
const version = JSON.parse(readFileSync(require.resolve("email-reply-parser").replace(/(node_modules\/email-reply-parser).*/, "$1/package.json"))).version;
const { mails, worst } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const read = (mail) => new EmailReplyParser().read(mail).getVisibleText();
const seconds = (action) => { const start = process.hrtime.bigint(); action(); return Number(process.hrtime.bigint() - start) / 1e9; };
const best = (action, times) => Math.min(...Array.from({ length: times }, () => seconds(action)));
const all = () => mails.forEach(read);
all();
const time = best(all, 5);
const megabytes = mails.reduce((sum, mail) => sum + mail.length, 0) / 1e6;
console.log(`npm email-reply-parser ${version}, node ${process.version}`);
console.log(`  words of the sender           ${(mails.length / time).toFixed(0).padStart(8)} mails/s ${(megabytes / time).toFixed(1).padStart(7)} MB/s`);
const leaks = mails.filter((mail) => read(mail).includes("QUOTED")).length;
console.log(`  of these, with quoted lines taken for the sender's: ${leaks} of ${mails.length}`);
if (process.argv[3] === "speed") process.exit(0);
console.log(`\n${"mails made to hurt".padEnd(28)}${"25 kB".padStart(12)}${"50 kB".padStart(12)}${"100 kB".padStart(12)}   growth per doubling`);
for (const { name, texts } of worst) {
  const times = [];
  for (const text of texts) {
    times.push(best(() => read(text), 1));
    if (times.at(-1) > 20) break;
  }
  const growth = times.length === 3 ? Math.sqrt(times[2] / times[0]).toFixed(2) : "over 20 s, stopped";
  console.log(`${name.padEnd(28)}${times.map((t) => `${(t * 1000).toFixed(1)} ms`.padStart(12)).join("")}   ${growth}`);
}
