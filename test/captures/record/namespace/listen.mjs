// SPDX-License-Identifier: Apache-2.0
// What programs connect to: answers every connection as a web server would, and closes it.
import { createServer } from 'node:net';

const ANSWER = 'HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nok\n';

const listen = (port) =>
  new Promise((resolve) => {
    createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(ANSWER);
    }).listen(port, '::', resolve);
  });

await Promise.all(process.argv.slice(2).map((port) => listen(Number(port))));
process.stdout.write('listening\n');
