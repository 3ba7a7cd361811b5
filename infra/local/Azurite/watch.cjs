'use strict';
// Runs Azurite and sees to it that what it acknowledged is on the disk before it ends.
//
// Azurite keeps its tables and the index of its blobs in memory (LokiJS) and writes them out every 5 seconds, and once more
// when it is ended by a signal. Seen with 3.37.0: `kill -9` of Azurite itself loses up to 5 seconds of acknowledged writes;
// SIGTERM loses nothing. So nobody signals Azurite directly here: this process ends it gracefully when the one that started
// it goes, by whatever death (its end of stdin closes, or it is no longer our parent). Only a power cut, or killing this very
// process with -9, can still cost 5 seconds.
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');

// After the parent's death nobody reads these; EPIPE would end us before the last write.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

// Ctrl+C reaches the whole terminal group. The parent still needs storage while it stops, and then closes stdin.
const once = process.once;
process.once = function (event, listener) {
  if (event === 'SIGINT') return process;
  once.call(process, event, listener);
  if (event === 'SIGTERM') console.log('ready'); // only from here on can it be ended without loss
  return process;
};
process.on('SIGINT', () => {});

let ending = false;
function end() {
  if (ending) return;
  ending = true;
  if (!process.emit('SIGTERM')) process.exit(0); // not ready yet: nothing was acknowledged
  setTimeout(() => process.exit(1), 60_000).unref(); // somebody else's open connection must not keep us for ever
}

process.stdin.on('end', end).on('close', end).on('error', end).resume();
const parent = process.ppid;
setInterval(() => {
  try {
    process.kill(parent, 0);
    if (process.ppid !== parent) end();
  } catch {
    end();
  }
}, 1000).unref();

// Whoever opens this data folder next waits here until our last write is done: the connection closes when we are gone.
const sign = process.env.ACIP_AZURITE_SIGN;
if (sign) {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.unref();
    socket.write(sign + '\n');
  });
  server.unref();
  server.listen(0, '127.0.0.1', () => {
    fs.writeFileSync(process.env.ACIP_AZURITE_SIGN_FILE, `${server.address().port} ${sign}\n`);
    require(path.join(__dirname, 'node_modules', 'azurite', 'dist', 'src', 'azurite.js'));
  });
} else {
  require(path.join(__dirname, 'node_modules', 'azurite', 'dist', 'src', 'azurite.js'));
}
